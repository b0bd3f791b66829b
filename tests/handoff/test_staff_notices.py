"""Who of the staff is told in Telegram, and what of a notice waits in the inbox: facts, and no words of a client."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff import owning
from bot.handoff.staff.notices import notify, tell_team
from bot.handoff.watching import watch
from bot.policy import read_policy
from bot.storage.units import StorageUnit, StorageUnits
from tests.databases import NOON


async def _people(unit: StorageUnit) -> tuple[Staff, Staff, Client]:
    """Karin and Omar, both linked, and Samira, Karin's client."""
    karin = await unit.staff.add("Karin", "caseworker", NOON)
    omar = await unit.staff.add("Omar", "caseworker", NOON)
    for staff, account in ((karin, 501), (omar, 502)):
        await unit.staff_chats.link(staff.id, account, NOON)
    return karin, omar, await unit.clients.add("Samira", "nl", karin.id, NOON)


async def _told(unit: StorageUnit) -> list[tuple[int, dict[str, Any]]]:
    """(account, facts) of each notice, taken out of the inbox."""
    told = []
    while rows := await unit.inbox.claim(50, NOON + timedelta(days=1)):
        told += [(row.chat_id, row.payload["asked"]) for row in rows]
        await unit.inbox.done([row.seq for row in rows], NOON)
    return told


async def test_the_own_caseworker_is_told_and_only_facts_wait(sqlite_units: StorageUnits) -> None:
    """The subject of the case is the client's words: it is not among them."""
    async with sqlite_units.writing() as unit:
        karin, _, samira = await _people(unit)
        case = await unit.cases.open(samira.id, karin.id, "asked", "Mag ik later komen?", NOON)
        await notify(unit, samira, "new", NOON, case)
        asked = {"what": "new", "staff": karin.id, "client": samira.id, "case": case.id, "why": ""}
        assert await _told(unit) == [(501, asked)]


async def test_the_substitute_of_today_is_told_instead(sqlite_units: StorageUnits) -> None:
    """Who is away is left in peace; the day after it is as before."""
    async with sqlite_units.writing() as unit:
        karin, omar, samira = await _people(unit)
        await unit.absences.add(karin.id, omar.id, NOON.date(), NOON.date(), NOON)
        await notify(unit, samira, "message", NOON)
        await notify(unit, samira, "message", NOON + timedelta(days=1))
        assert [account for account, _ in await _told(unit)] == [502, 501]


async def test_who_helps_is_told_too(sqlite_units: StorageUnits) -> None:
    """The case is open with both."""
    async with sqlite_units.writing() as unit:
        karin, omar, samira = await _people(unit)
        case = await unit.cases.open(samira.id, karin.id, "asked", "Vraag", NOON)
        await unit.cases.move(case.id, "substitute", omar.id, NOON)
        await notify(unit, samira, "message", NOON, await unit.cases.by_id(case.id))
        assert sorted(account for account, _ in await _told(unit)) == [501, 502]


async def test_who_blocked_the_bot_or_linked_nothing_is_not_told(sqlite_units: StorageUnits) -> None:
    """Nothing piles up for a phone that does not hear it."""
    async with sqlite_units.writing() as unit:
        karin, _, samira = await _people(unit)
        await unit.staff_chats.set_blocked(501, NOON)
        await notify(unit, samira, "new", NOON)
        await unit.staff_chats.unlink(karin.id)
        await notify(unit, samira, "new", NOON)
        assert await _told(unit) == []


async def test_a_case_of_the_team_is_told_to_everybody_who_linked(sqlite_units: StorageUnits) -> None:
    """What they see of it is decided when it leaves."""
    async with sqlite_units.writing() as unit:
        karin, _, samira = await _people(unit)
        case = await unit.cases.open(samira.id, karin.id, "asked", "Vraag", NOON)
        await tell_team(unit, case, NOON)
        assert sorted(account for account, _ in await _told(unit)) == [501, 502]


async def test_a_few_handed_over_clients_are_told_by_name_and_many_as_a_number(sqlite_units: StorageUnits) -> None:
    """A whole caseload is not seventy-five cards."""
    async with sqlite_units.writing() as unit:
        karin, omar, samira = await _people(unit)
        await owning.hand_over(unit, karin, [samira], omar, "Verhuisd.", NOON)
        assert [(account, one["what"]) for account, one in await _told(unit)] == [(501, "gone"), (502, "handed")]
        more = [await unit.clients.add(f"Klant {number}", "nl", karin.id, NOON) for number in range(4)]
        await owning.hand_over(unit, karin, more, omar, "Verhuisd.", NOON)
        new = [(one["what"], one["number"]) for account, one in await _told(unit) if account == 502]
        assert new == [("many", "4")]


async def test_the_substitute_hears_on_the_first_day_how_many_clients_it_is(sqlite_units: StorageUnits) -> None:
    """Once, and without names."""
    async with sqlite_units.writing() as unit:
        karin, omar, _ = await _people(unit)
        await unit.absences.add(karin.id, omar.id, NOON.date(), NOON.date(), NOON)
        await watch(unit, read_policy(), NOON)
        await watch(unit, read_policy(), NOON)
        told = await _told(unit)
        assert told == [(502, {"what": "away", "staff": omar.id, "name": "Karin", "number": "1"})]
