"""The addresses behind the page /editor; the playground puts them under /play/editor."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.answers.finding.words import LONGEST
from bot.answers.unclear import NAMES, by_day, by_topic
from bot.editor.card import card_of
from bot.editor.current import Current
from bot.editor.reasons import decided, reasons, titled
from bot.editor.replies import as_message, replies_about, replies_to
from bot.language import AMSTERDAM, LANGUAGES, SOURCE
from bot.reception.house import House
from bot.unit import Units

MOST_DAYS, USUAL_DAYS = 366, 30


class Editor:
    """Answers for the page. Nothing that is typed there is kept, counted or logged."""

    def __init__(self, house: House, units: Units, cache: Path) -> None:
        self._current = Current(house, cache)
        self._units = units

    def routes(self) -> list[Route]:
        """What the page asks for."""
        return [
            Route("/ask", self._ask, methods=["POST"]),
            Route("/topics", self._topics),
            Route("/topics/{slug}", self._topic),
            Route("/counts", self._counts),
        ]

    async def close(self) -> None:
        """Stop what still runs."""
        await self._current.close()

    async def _ask(self, request: Request) -> Response:
        typed = await _typed(request)
        text = typed.get("question", "").strip()[:LONGEST]
        earlier = typed.get("earlier", "").strip()[:LONGEST]
        language = _language(typed.get("language"))
        if not text:
            return _refused("empty_text", 400)
        house = await self._current.house()
        replies = await replies_to(house, text, earlier, language)
        decision = house.decider.decide(text, history=[earlier] if earlier else [], language_hint=language)
        questions = await self._current.questions()
        slug = decision.topic or next(iter(decision.choices), None)
        return JSONResponse(
            {
                **self._state(),
                "replies": [as_message(reply) for reply in replies],
                "decision": decided(decision, house.library),
                "why": await asyncio.to_thread(reasons, house.decider, text, earlier, questions),
                "article": await self._card(house, slug, language) if slug else None,
            }
        )

    async def _topics(self, request: Request) -> Response:
        library = (await self._current.house()).library
        found = [{**titled(slug, library), "category": _category(library.article(slug))} for slug in library.slugs]
        return JSONResponse({**self._state(), "topics": found, "languages": LANGUAGES})

    async def _topic(self, request: Request) -> Response:
        house, slug = await self._current.house(), request.path_params["slug"]
        language = _language(request.query_params.get("language"))
        if slug not in house.library.articles:
            return _refused("no_such_topic", 404)
        replies = await replies_about(house, slug, language)
        card = await self._card(house, slug, language)
        return JSONResponse({**self._state(), "replies": [as_message(reply) for reply in replies], "article": card})

    async def _counts(self, request: Request) -> Response:
        asked = request.query_params.get("days", "")
        days = min(max(int(asked), 1), MOST_DAYS) if asked.isdecimal() else USUAL_DAYS
        house = await self._current.house()
        since = house.now().date() - timedelta(days=days - 1)
        async with self._units.reading() as unit:
            counts = await unit.counts.by_day(since, NAMES)
        topics = [
            {**titled(t.slug, house.library), "shown": t.shown, "unclear": t.unclear, "share": round(t.share, 4)}
            for t in by_topic(counts)
        ]
        per_day = [
            {"day": d.day, "answered": d.answered, "choices": d.choices, "unanswered": d.unanswered, "old": d.expired}
            for d in by_day(counts)
        ]
        return JSONResponse({"since": since.isoformat(), "topics": topics, "days": per_day})

    async def _card(self, house: House, slug: str, language: str) -> dict[str, Any] | None:
        article = house.library.article(slug, language)
        if article is None:
            return None
        ways = (await self._current.questions()).get(slug, ())
        today = house.now().astimezone(AMSTERDAM).date()
        return await asyncio.to_thread(card_of, article, house.library, ways, today)

    def _state(self) -> dict[str, bool]:
        return {"learned": self._current.learned, "unreadable": self._current.unreadable}


async def _typed(request: Request) -> Mapping[str, str]:
    """The texts in a JSON body; what is not a text is left out."""
    try:
        body = json.loads(await request.body())
    except ValueError:
        return {}
    return {k: v for k, v in body.items() if isinstance(v, str)} if isinstance(body, dict) else {}


def _language(code: str | None) -> str:
    return code if code in LANGUAGES else SOURCE


def _category(article: object) -> str:
    return str(getattr(article, "category", ""))


def _refused(error: str, status: int) -> Response:
    return JSONResponse({"ok": False, "error": error}, status)
