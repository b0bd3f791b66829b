"""Reminders: kept, taken at their moment, once, whatever happens in between."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.clients.client import Client
from bot.deadlines.reminder import Reminder, moment_before
from bot.deadlines.terms import work_out
from bot.storage.database import open_database
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits
from bot.work.reminding import ReminderClock
from tests.databases import KEYS, NOON, MovedClock

CHAT = 4711
TERM = work_out("bezwaar", NOON.date())


async def promised(units: StorageUnits, days: int = 7, about: str = "de brief") -> tuple[Client, Reminder]:
    """A client who joined, and a reminder of theirs."""
    async with units.writing() as unit:
        staff = await unit.staff.by_name("Karin") or await unit.staff.add("Karin", "caseworker", NOON)
        client = await unit.clients.by_chat(CHAT) or await unit.clients.add("Samira", "nl", staff.id, NOON)
        await unit.clients.link(client.id, CHAT, NOON)
        await unit.clients.consent(client.id, NOON)
        return client, await unit.reminders.add(client.id, TERM, about, moment_before(TERM.act_by, days), NOON)


async def in_the_inbox(units: StorageUnits) -> list[tuple[int, dict[str, object]]]:
    """What waits to be handled."""
    async with units.writing() as unit:
        return [(row.chat_id, row.payload) for row in await unit.inbox.claim(9, NOON + timedelta(days=400))]


def clock_of(units: StorageUnits, clock: MovedClock) -> ReminderClock:
    return ReminderClock(units, lambda: None, clock)


async def test_a_reminder_is_kept_as_it_was_promised(units: StorageUnits) -> None:
    """Kind, days and words come back; the same promise twice is one."""
    client, kept = await promised(units)
    again = await promised(units)
    assert again[1] == kept
    other = (await promised(units, days=2))[1]
    assert other.id != kept.id
    async with units.reading() as unit:
        assert await unit.reminders.waiting_of(client.id) == [kept, other]
    assert (kept.kind, kept.start, kept.last_day, kept.about) == ("bezwaar", TERM.start, TERM.last_day, "de brief")


async def test_it_comes_at_its_moment_and_not_before(units: StorageUnits, clock: MovedClock) -> None:
    """One minute before: nothing."""
    client, kept = await promised(units)
    clock.at = kept.due_at - timedelta(minutes=1)
    assert await clock_of(units, clock).look() == 0
    clock.later(minutes=1)
    assert await clock_of(units, clock).look() == 1
    asked = {"client": client.id, "reminder": kept.id}
    assert await in_the_inbox(units) == [(CHAT, {"job": "reminder", "asked": asked})]


async def test_it_is_taken_once_by_many_that_look(units: StorageUnits, clock: MovedClock) -> None:
    """Two processes look at the same moment, and again later."""
    _, kept = await promised(units)
    clock.at = kept.due_at
    taken = await asyncio.gather(*(clock_of(units, clock).look() for _ in range(4)))
    clock.later(days=3)
    assert (sum(taken), await clock_of(units, clock).look()) == (1, 0)
    assert len(await in_the_inbox(units)) == 1


async def test_it_survives_a_restart(url: str, clock: MovedClock) -> None:
    """The program ends after the promise, and again when it was taken: it comes, and once."""
    for look in (None, 1, 0):
        database = await open_database(url)
        await migrate(database)
        units = StorageUnits(database, KEYS, clock)
        if look is None:
            clock.at = (await promised(units))[1].due_at
        else:
            assert await clock_of(units, clock).look() == look
        await database.close()


@pytest.mark.parametrize("why", ["blocked", "stopped"])
async def test_who_cannot_be_reached_gets_it_when_that_is_over(
    units: StorageUnits, clock: MovedClock, why: str
) -> None:
    """It waits, and comes as soon as the client is back."""
    client, kept = await promised(units)
    clock.at = kept.due_at
    async with units.writing() as unit:
        if why == "blocked":
            await unit.clients.set_blocked(client.id, NOON)
        else:
            await unit.clients.set_state(client.id, "stopped")
    assert await clock_of(units, clock).look() == 0
    async with units.writing() as unit:
        await unit.clients.set_blocked(client.id, None)
        await unit.clients.set_state(client.id, "active")
    assert await clock_of(units, clock).look() == 1


async def test_it_follows_the_client_to_another_account(units: StorageUnits, clock: MovedClock) -> None:
    """The chat of the moment itself counts, not that of the promise."""
    client, kept = await promised(units)
    async with units.writing() as unit:
        await unit.clients.link(client.id, CHAT + 1, NOON)
    clock.at = kept.due_at
    await clock_of(units, clock).look()
    assert [chat for chat, _ in await in_the_inbox(units)] == [CHAT + 1]


async def test_what_was_cancelled_does_not_come(units: StorageUnits, clock: MovedClock) -> None:
    """One of them, or all; what was sent already is not counted."""
    client, kept = await promised(units)
    await promised(units, days=2)
    async with units.writing() as unit:
        await unit.reminders.cancel(kept.id)
        assert await unit.reminders.cancel_all(client.id) == 1
        assert await unit.reminders.cancel_all(client.id) == 0
    clock.at = kept.due_at + timedelta(days=10)
    assert await clock_of(units, clock).look() == 0


async def test_a_state_changes_only_from_the_one_it_was_in(units: StorageUnits) -> None:
    """Two that change it at once: one of them hears that it was late."""
    _, kept = await promised(units)
    async with units.writing() as unit:
        assert await unit.reminders.set_state(kept.id, "waiting", "due")
        assert not await unit.reminders.set_state(kept.id, "waiting", "due")
        assert await unit.reminders.set_state(kept.id, "due", "sent")
