"""Somebody else takes over: what the client hears."""

from __future__ import annotations

import pytest

from bot import clock
from bot.handoff.news import News, tell
from tests.dialogues.door import Door
from tests.dialogues.person import Person

DAYS = {"first": "2026-11-26", "last": "2026-11-27"}


@pytest.mark.parametrize(
    ("what", "facts", "says"),
    [
        ("handed_over", {"name": "Bas Bedacht"}, "Je hebt een nieuwe klantmanager: Bas Bedacht."),
        ("away", {"name": "Noor", "substitute": "Bas", **DAYS}, "van 26 november 2026 tot en met 27 november 2026"),
        ("back", {"name": "Noor"}, "Noor is er weer"),
        ("late", {"name": "Noor", "substitute": "Bas", "number": "V-1"}, "Bas kijkt er nu ook naar."),
        ("team", {"number": "V-1"}, "Je vraag V-1 ligt nu bij het hele team."),
        ("taken", {"name": "Bas", "number": "V-1"}, "Bas heeft je vraag V-1 opgepakt"),
    ],
)
async def test_the_client_hears_who_answers(
    samira: Person, door: Door, what: News, facts: dict[str, str], says: str
) -> None:
    """With the days and the names; and nothing after /stop."""
    client = await samira.client()
    assert client is not None
    async with door.unit() as unit:
        await tell(unit.inbox, client, what, clock.now(), **facts)
    await samira.waits()
    assert says in samira.hears
    await samira.says("/stop")
    async with door.unit() as unit:
        await tell(unit.inbox, client, what, clock.now(), **facts)  # was on its way already
    await samira.waits()
    assert says not in samira.hears
