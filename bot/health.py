"""/health and /metrics: whether every part works, and how much waits. Never anything about a person."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.unit import Units

COUNTED = ("question.answer", "question.clarify", "question.none", "payslip.confirmed", "update.set_aside")


def health_routes(units: Units, loops_alive: Callable[[], dict[str, bool]]) -> list[Route]:
    """GET /health (200 when all parts are ready, else 503) and GET /metrics (Prometheus text)."""

    async def health(request: Request) -> Response:
        parts = {**loops_alive(), "database": await _database_answers(units)}
        ready = all(parts.values())
        body = {"ready": ready, "parts": {name: "ok" if fine else "down" for name, fine in parts.items()}}
        return JSONResponse(body, 200 if ready else 503)

    async def metrics(request: Request) -> Response:
        async with units.reading() as unit:
            values = {
                "bot_inbox_waiting": await unit.inbox.waiting(),
                "bot_inbox_set_aside": await unit.inbox.dead(),
                "bot_outbox_waiting": await unit.outbox.waiting(),
                "bot_jobs_waiting": await unit.jobs.waiting(),
            }
            for name in COUNTED:
                values[f"bot_{name.replace('.', '_')}_total"] = await unit.counts.total(name)
        return PlainTextResponse("".join(f"{name} {value}\n" for name, value in values.items()))

    return [Route("/health", health), Route("/metrics", metrics)]


async def _database_answers(units: Units) -> bool:
    try:
        async with units.reading() as unit:
            await unit.outbox.next_due()
    except Exception:
        return False
    return True
