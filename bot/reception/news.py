"""Somebody else takes over: the client hears it, unless the account changed hands meanwhile."""

from __future__ import annotations

from bot.handoff.news import sentence
from bot.reception.visit import Visit


async def came(visit: Visit) -> None:
    """Say what bot/handoff/news.py put on its way."""
    asked = visit.incoming.job["asked"]
    assert isinstance(asked, dict)
    client = visit.linked
    if client is None or client.id != asked["client"] or client.state != "active":
        return
    await visit.say(sentence(visit.words, asked["what"], asked["facts"]))
    await visit.changed()
