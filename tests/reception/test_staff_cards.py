"""When a card for staff leaves: not where it is switched off, without sound at night, and not about a stranger."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from bot.messages import Incoming, Reply
from bot.policy import read_policy
from bot.reception.house import House
from bot.reception.staff import door
from bot.storage.units import StorageUnits
from bot.work.packing import unpack
from tests.databases import NOON

NIGHT = NOON + timedelta(hours=12)


async def _card(units: StorageUnits, at: datetime, what: str, *, allowed: bool = True, own: bool = True) -> list[Reply]:
    """What leaves for Karin's phone when this notice about a client is handled."""
    house = House(cast(Any, None), cast(Any, None), read_policy(), lambda: at, allowed)
    async with units.writing() as unit:
        karin = await unit.staff.add("Karin", "caseworker", NOON)
        omar = await unit.staff.add("Omar", "caseworker", NOON)
        await unit.staff_chats.link(karin.id, 501, NOON)
        client = await unit.clients.add("Samira", "nl", (karin if own else omar).id, NOON)
        asked = {"what": what, "staff": karin.id, "client": client.id, "case": "", "why": ""}
        incoming = Incoming(501, "job", at, job={"job": "staff", "asked": asked})
        assert await door.took(house, unit, incoming)
    async with units.writing() as unit:
        return [unpack(row.payload) for row in await unit.outbox.claim(9, at, at)]


@pytest.mark.parametrize(
    ("at", "what", "silent"), [(NOON, "new", False), (NIGHT, "new", True), (NIGHT, "urgent", False)]
)
async def test_at_night_only_an_emergency_makes_a_sound(
    sqlite_units: StorageUnits, at: datetime, what: str, *, silent: bool
) -> None:
    """A question can wait for the morning, and the card is there then."""
    (card,) = await _card(sqlite_units, at, what)
    assert "Samira" in card.text
    assert card.silent is silent


async def test_where_it_is_switched_off_nothing_leaves(sqlite_units: StorageUnits) -> None:
    """Also a notice that waited from before."""
    assert await _card(sqlite_units, NOON, "new", allowed=False) == []


async def test_of_somebody_elses_client_nothing_leaves(sqlite_units: StorageUnits) -> None:
    """Handed over while the notice waited."""
    assert await _card(sqlite_units, NOON, "new", own=False) == []
