"""What the tests of the editor are built of."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
from starlette.applications import Starlette

from bot.answers.decision import Decider
from bot.editor.app import Editor
from bot.policy import read_policy
from bot.reception.house import House
from bot.unit import Units

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
COUNTS = [
    ("2026-10-01", "topic.btw-kor", 90),
    ("2026-11-24", "topic.btw-kor", 10),
    ("2026-11-24", "clear.no.btw-kor", 4),
    ("2026-11-25", "topic.afspraak-maken", 20),
    ("2026-11-25", "question.answer", 25),
    ("2026-11-25", "question.clarify", 6),
    ("2026-11-25", "question.none", 2),
]


class Counted:
    """Counts that were made before."""

    async def by_day(self, since: date, starts: Sequence[str]) -> list[tuple[str, str, int]]:
        return [one for one in COUNTS if one[0] >= since.isoformat() and one[1].startswith(tuple(starts))]


class Reading:
    """Units that can only be read, and have nothing but counts."""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Any]:
        yield SimpleNamespace(counts=Counted())


def house_of(decider: Decider) -> House:
    """The house at noon on 25 November 2026."""
    return House(decider, decider.library, read_policy(), lambda: NOON)


def editor_of(house: House, cache: Path) -> Editor:
    """The editor's addresses, on made-up counts."""
    return Editor(house, cast(Units, Reading()), cache)


def client_of(app: Starlette) -> httpx.AsyncClient:
    """Asks the application without a network."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")
