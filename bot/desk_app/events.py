"""Server-sent events: «something of this client changed», for who may see this client only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.responses import Response, StreamingResponse

from bot.desk_app.desk import Visit
from bot.desk_app.feed import Listener, told
from bot.desk_app.signin import SESSION_COOKIE
from bot.handoff.access import Sight, sight_of

HEARTBEAT = 15.0  # seconds; also how soon a session that ended stops getting events
_HEADERS = {"X-Accel-Buffering": "no"}


async def events(visit: Visit) -> Response:
    """GET /desk/gebeurtenissen?na=NUMBER"""
    return StreamingResponse(stream(visit), media_type="text/event-stream", headers=_HEADERS)


async def stream(visit: Visit, heartbeat: float = HEARTBEAT) -> AsyncIterator[str]:
    """What is sent: first what was missed since the page was made, then what happens."""
    async with visit.desk.feed.listen(await _sight(visit)) as listener:
        yield "retry: 3000\n\n"
        missed = await _missed(visit, listener.sight)
        if missed:
            yield missed
        while await _still_signed_in(visit):
            listener.sight = await _sight(visit)  # taking somebody's place begins and ends while a page is open
            text = await _next(listener, heartbeat)
            if text is None:
                return
            yield text


async def _next(listener: Listener, heartbeat: float) -> str | None:
    try:
        change = await asyncio.wait_for(listener.get(), heartbeat)
    except TimeoutError:
        return ": \n\n"
    return None if change is None else _event(*change)


async def _sight(visit: Visit) -> Sight:
    async with visit.desk.units.reading() as unit:
        return await sight_of(unit, visit.staff, visit.desk.clock())


async def _missed(visit: Visit, sight: Sight) -> str:
    since = _since(visit)
    if since is None:
        return ""
    async with visit.desk.units.reading() as unit:
        changes = await unit.changes.since(since)
    heard = [(seq, told(sight, owner, client_id)) for seq, owner, client_id in changes]
    clients = {about: seq for seq, about in heard if about is not None}
    return "".join(_event(seq, client_id) for client_id, seq in clients.items())


def _since(visit: Visit) -> int | None:
    """After a broken connection the browser says itself what it saw last."""
    text = visit.request.headers.get("last-event-id") or visit.request.query_params.get("na", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


async def _still_signed_in(visit: Visit) -> bool:
    secret = visit.request.cookies.get(SESSION_COOKIE, "")
    async with visit.desk.units.reading() as unit:
        session = await unit.staff.session(secret, visit.desk.clock())
    return session is not None and session.staff.role == "caseworker"


def _event(seq: int, client_id: str) -> str:
    return f"id: {seq}\nevent: verandering\ndata: {client_id}\n\n"
