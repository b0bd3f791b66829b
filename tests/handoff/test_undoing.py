"""Ten seconds to take back what was said."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff import desk
from bot.handoff.case import Case
from bot.handoff.undoing import withdraw
from bot.messages import Reply
from bot.storage.units import StorageUnit, StorageUnits
from bot.work.queues import Sent
from tests.databases import NOON, clock, database, units, url  # noqa: F401 - fixtures are found by name

SOON = NOON + timedelta(seconds=1)
LEASE = timedelta(seconds=90)


async def _people(unit: StorageUnit) -> tuple[Staff, Client, Case]:
    staff = await unit.staff.add("Noor", "caseworker", NOON)
    client = await unit.clients.add("Samira", "nl", staff.id, NOON)
    await unit.clients.link(client.id, 111, NOON)
    case = await unit.cases.open(client.id, staff.id, "asked", "Vraag", NOON - timedelta(hours=1))
    linked = await unit.clients.by_id(client.id)
    assert linked
    return staff, linked, case


async def test_what_was_taken_back_never_leaves(units: StorageUnits) -> None:  # noqa: F811
    """Nothing is on its way, nothing is in the conversation, and the client waits as long as before."""
    async with units.writing() as unit:
        staff, client, case = await _people(unit)
        said = await desk.reply(unit, staff, case, client, "Te snel", NOON)
    async with units.writing() as unit:
        assert await withdraw(unit, staff, client, said, SOON) == "Te snel"
    async with units.writing() as unit:
        still = await unit.cases.by_id(case.id)
        assert await unit.outbox.waiting() == 0
        assert await unit.thread.of_client(client.id) == []
    assert still
    assert still.waiting_since == case.opened_at


async def test_nothing_leaves_before_its_time_and_nothing_waits_for_it(units: StorageUnits) -> None:  # noqa: F811
    """The sender passes over a fresh reply; what the bot says meanwhile is not held up; then the reply goes."""
    async with units.writing() as unit:
        staff, client, case = await _people(unit)
        await desk.reply(unit, staff, case, client, "Straks", NOON)
        await unit.outbox.put(111, Reply("Nu"), NOON, client_id=client.id)
    async with units.writing() as unit:
        first = await unit.outbox.claim(10, SOON, SOON + LEASE)
    later = NOON + desk.UNDO
    async with units.writing() as unit:
        await unit.outbox.finished([Sent(row, message_id=1) for row in first], later)
        second = await unit.outbox.claim(10, later, later + LEASE)
    assert ["Nu" in row.payload["text"] for row in first] == [True]
    assert ["Straks" in row.payload["text"] for row in second] == [True]


async def test_what_is_being_sent_cannot_be_taken_back(units: StorageUnits) -> None:  # noqa: F811
    """Also when only the first part of a long message is under way: none of it is taken back."""
    async with units.writing() as unit:
        staff, client, case = await _people(unit)
        said = await desk.reply(unit, staff, case, client, "Lang woord. " * 333, NOON)
        parts = await unit.outbox.waiting()
    later = NOON + desk.UNDO
    async with units.writing() as unit:
        assert len(await unit.outbox.claim(10, later, later + LEASE)) == 1
    with pytest.raises(desk.ActRefused, match="left"):
        async with units.writing() as unit:
            await withdraw(unit, staff, client, said, later)
    async with units.reading() as unit:
        assert await unit.outbox.waiting() == parts
        assert len(await unit.thread.of_client(client.id)) == 1


async def test_a_case_that_was_opened_for_a_message_goes_with_it(units: StorageUnits) -> None:  # noqa: F811
    """Otherwise the bot would keep silent for a question that nobody asked."""
    async with units.writing() as unit:
        staff, client, case = await _people(unit)
        await unit.cases.close(case.id, "Klaar", NOON)
        opened = await desk.start(unit, staff, client, "Hallo", NOON)
        said = (await unit.thread.of_client(client.id))[-1]
        await withdraw(unit, staff, client, said.id, SOON)
        assert await unit.cases.by_id(opened.id) is None


async def test_only_who_said_it_takes_it_back(units: StorageUnits) -> None:  # noqa: F811
    """A colleague who may see the client still cannot undo another's words."""
    async with units.writing() as unit:
        staff, client, case = await _people(unit)
        said = await desk.reply(unit, staff, case, client, "Van Noor", NOON)
        other = await unit.staff.add("Bas", "caseworker", NOON)
        today = NOON.date()
        await unit.absences.add(staff.id, other.id, today, today, NOON)
        with pytest.raises(desk.ActRefused, match="left"):
            await withdraw(unit, other, client, said, SOON)
        assert await unit.outbox.waiting() == 1
