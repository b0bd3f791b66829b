"""The caseworker's acts, without the web."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff import desk
from bot.handoff.case import Case
from bot.storage.database import open_database
from bot.storage.encryption import KeyRing
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnit, StorageUnits

NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


@pytest.fixture
async def unit(tmp_path: Path) -> AsyncIterator[StorageUnit]:
    database = await open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    await migrate(database)
    async with StorageUnits(database, KeyRing({"k1": bytes(32)}), lambda: NOON).writing() as unit:
        yield unit
    await database.close()


async def _people(unit: StorageUnit) -> tuple[Staff, Client, Case]:
    staff = await unit.staff.add("Noor", "caseworker", NOON)
    client = await unit.clients.add("Samira", "nl", staff.id, NOON)
    await unit.clients.link(client.id, 111, NOON)
    case = await unit.cases.open(client.id, staff.id, "asked", "Vraag", NOON)
    linked = await unit.clients.by_id(client.id)
    assert linked
    return staff, linked, case


async def test_a_double_click_sends_once(unit: StorageUnit) -> None:
    """The same words within two minutes are one message; later they are a new one."""
    staff, client, case = await _people(unit)
    for seconds in (0, 1, 121):
        await desk.reply(unit, staff, case, client, "Goed zo!", NOON + timedelta(seconds=seconds))
    assert await unit.outbox.waiting() == 2


async def test_an_answer_does_not_cover_what_was_not_on_the_screen(unit: StorageUnit) -> None:
    """What the client said while the caseworker typed still waits, with its own time."""
    staff, client, case = await _people(unit)
    seen = await unit.thread.add(client.id, "client", "Eerste vraag", NOON)
    missed_at = NOON + timedelta(minutes=5)
    await unit.thread.add(client.id, "client", "En nog iets", missed_at)
    await desk.reply(unit, staff, case, client, "Antwoord", NOON + timedelta(minutes=6), seen=seen)
    still = await unit.cases.by_id(case.id)
    assert still
    assert still.waiting_since == missed_at


async def test_an_answer_to_all_that_was_said_ends_the_waiting(unit: StorageUnit) -> None:
    """The case stays open but nobody waits."""
    staff, client, case = await _people(unit)
    seen = await unit.thread.add(client.id, "client", "Vraag", NOON)
    await desk.reply(unit, staff, case, client, "Antwoord", NOON, seen=seen)
    still = await unit.cases.by_id(case.id)
    assert still
    assert still.state == "open"
    assert still.waiting_since is None


async def test_closing_twice_tells_the_client_once(unit: StorageUnit) -> None:
    """The second who closes changes nothing."""
    staff, client, case = await _people(unit)
    closed = [await desk.close(unit, staff, case, client, "Klaar", NOON) for _ in range(2)]
    assert closed == [True, False]
    assert await unit.outbox.waiting() == 1


async def test_a_client_who_cannot_be_reached_can_still_be_closed(unit: StorageUnit) -> None:
    """The question is done, also when nobody can be told in the chat."""
    staff, client, case = await _people(unit)
    await unit.clients.set_blocked(client.id, NOON)
    blocked = await unit.clients.by_id(client.id)
    assert blocked
    assert await desk.close(unit, staff, case, blocked, "Gebeld", NOON)
    assert await unit.outbox.waiting() == 0


async def test_writing_first_uses_the_open_case(unit: StorageUnit) -> None:
    """One client, one line: no second case is opened."""
    staff, client, case = await _people(unit)
    used = await desk.start(unit, staff, client, "Hoe gaat het?", NOON)
    assert used.id == case.id
    assert len(await unit.cases.of_client(client.id)) == 1


@pytest.mark.parametrize("act", ["reply", "start", "note", "close", "look"])
@pytest.mark.parametrize("role", ["caseworker", "administrator", "editor", "income_consultant"])
async def test_nobody_acts_for_somebody_elses_client(unit: StorageUnit, act: str, role: str) -> None:
    """Each act checks the owner itself, whatever page calls it."""
    _, client, case = await _people(unit)
    stranger = await unit.staff.add("Bas", role, NOON)
    acts = {
        "reply": lambda: desk.reply(unit, stranger, case, client, "x", NOON),
        "start": lambda: desk.start(unit, stranger, client, "x", NOON),
        "note": lambda: desk.note(unit, stranger, case, client, "x", NOON),
        "close": lambda: desk.close(unit, stranger, case, client, "x", NOON),
        "look": lambda: desk.look(unit, stranger, client, "file", NOON),
    }
    with pytest.raises(desk.ActRefused) as refused:
        await acts[act]()
    assert refused.value.why == "not_yours"
    assert await unit.outbox.waiting() == 0
    assert await unit.looks.of_client(client.id) == []


async def test_every_act_tells_the_open_pages(unit: StorageUnit) -> None:
    """Another tab of the caseworker redraws."""
    staff, client, case = await _people(unit)
    await desk.reply(unit, staff, case, client, "x", NOON)
    await desk.note(unit, staff, case, client, "y", NOON)
    await desk.close(unit, staff, case, client, "z", NOON)
    changes = await unit.changes.since(0)
    assert [(owner, one) for _, owner, one in changes] == [(staff.id, client.id)] * 3
