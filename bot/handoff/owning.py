"""Who answers a client: handing over, taking a case of the team, asking a colleague, being away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.clients.caseworker import Staff, StaffList
from bot.clients.client import Client, Clients
from bot.handoff.absence import Absence
from bot.handoff.access import sight_of
from bot.handoff.case import TEAM, Case
from bot.handoff.consult import Consult, Consults
from bot.handoff.desk import ActRefused, allow, checked
from bot.handoff.news import tell
from bot.handoff.staff.notices import NoticeTables, notify, tell_staff
from bot.handoff.tables import Tables
from bot.language import AMSTERDAM

LONGEST_AWAY = timedelta(days=366)
MANY = 3  # clients: more of them at once are one notice in Telegram


class OwningTables(Tables, NoticeTables, Protocol):
    """The tables that these acts touch besides those of the desk."""

    @property
    def clients(self) -> Clients: ...
    @property
    def staff(self) -> StaffList: ...
    @property
    def consults(self) -> Consults: ...


async def hand_over(
    unit: OwningTables, staff: Staff, clients: Sequence[Client], to: Staff | None, text: str, at: datetime
) -> int:
    """These clients get another caseworker, who reads the note; each client hears who it is. How many that were."""
    words, sight = checked(text), await sight_of(unit, staff, at)
    if to is None or not to.active or to.role != "caseworker":
        raise ActRefused("whom")
    if not clients or any(client.caseworker_id not in sight.owners for client in clients):
        raise ActRefused("not_yours")
    moving = [client for client in clients if client.caseworker_id != to.id]
    for client in moving:
        await unit.thread.add(client.id, "note", words, at, staff_id=staff.id)
    await _move(unit, moving, to, at)
    return len(moving)


async def hand_over_all(unit: OwningTables, left: Staff, to: Staff | None, at: datetime) -> int:
    """All clients of somebody who is no caseworker any more get another one. How many that were.

    An administrator does this without seeing a client, so there is no note. ActRefused («whom»).
    """
    if to is None or not can_substitute(left, to) or (left.active and left.role == "caseworker"):
        raise ActRefused("whom")
    clients = await unit.clients.of_caseworker(left.id)
    await _move(unit, clients, to, at)
    return len(clients)


async def _move(unit: OwningTables, moving: Sequence[Client], to: Staff, at: datetime) -> None:
    ids = [client.id for client in moving]
    await unit.clients.hand_over(ids, to.id)
    await unit.cases.hand_over(ids, to.id, at)
    for client in moving:
        await tell(unit.inbox, client, "handed_over", at, name=to.name)
        await unit.changes.add(client.caseworker_id, client.id)
        await unit.changes.add(to.id, client.id)
    await _notice(unit, moving, to, at)


async def _notice(unit: OwningTables, moved: Sequence[Client], to: Staff, at: datetime) -> None:
    """Where it is switched on, the new caseworker hears it in Telegram, and the old one has no topic of the client."""
    for client in moved:
        await tell_staff(unit, [client.caseworker_id], "gone", at, client=client.id, case="", why="")
    if len(moved) > MANY:
        return await tell_staff(unit, [to.id], "many", at, number=str(len(moved)))
    for client in moved:
        case = await unit.cases.open_of_client(client.id)
        await notify(unit, replace(client, caseworker_id=to.id), "handed", at, case)


async def take(unit: OwningTables, staff: Staff, case_id: str, at: datetime) -> Case:
    """Take a case that lies with the team; ActRefused («taken») when a colleague was first."""
    case = await unit.cases.by_id(case_id)
    client = await unit.clients.by_id(case.client_id) if case else None
    if case is None or client is None or staff.role != "caseworker":
        raise ActRefused("not_yours")
    if client.chat_id is not None:
        await unit.conversations.of_chat(client.chat_id)  # two who press at once come one after the other
        case = await unit.cases.by_id(case_id) or case
    if case.state != "open" or case.stage != "team" or case.helper_id not in (None, staff.id):
        raise ActRefused("taken")
    if case.helper_id is None:
        await unit.cases.move(case.id, "team", staff.id, at)
        await tell(unit.inbox, client, "taken", at, name=staff.name, number=case.number)
        for whom in (client.caseworker_id, staff.id, TEAM):
            await unit.changes.add(whom, client.id)
    return case


async def ask(unit: OwningTables, staff: Staff, client: Client, to: Staff | None, text: str, at: datetime) -> Consult:
    """Ask a colleague about a client; a note in the conversation, of which the client neither sees nor hears."""
    words = checked(text)
    await allow(unit, staff, client, at)
    if to is None or not to.active or to.id == staff.id or to.role not in ("caseworker", "income_consultant"):
        raise ActRefused("whom")
    case = await unit.cases.open_of_client(client.id)
    case_id = case.id if case else None
    entry = await unit.thread.add(client.id, "note", words, at, case_id=case_id, staff_id=staff.id)
    consult = await unit.consults.add(client.id, case_id, staff.id, to.id, entry, at)
    await unit.changes.add(client.caseworker_id, client.id)
    await unit.changes.add(to.id, client.id)
    return consult


async def answer(unit: OwningTables, staff: Staff, consult: Consult, text: str, at: datetime) -> None:
    """Answer a colleague; a note in the conversation. ActRefused («closed») when it was answered before."""
    words = checked(text)
    client = await unit.clients.by_id(consult.client_id)
    if client is None or consult.asked_of != staff.id:
        raise ActRefused("not_yours")
    entry = await unit.thread.add(client.id, "note", words, at, case_id=consult.case_id, staff_id=staff.id)
    if not await unit.consults.answer(consult.id, entry, at):
        await unit.thread.forget(client.id, entry)
        raise ActRefused("closed")
    for whom in {client.caseworker_id, consult.asked_by}:
        await unit.changes.add(whom, client.id)


async def be_away(
    unit: OwningTables, staff: Staff, substitute: Staff | None, first: date, last: date, at: datetime
) -> Absence:
    """From and including `first` until and including `last`; the substitute has access on these days only."""
    today = at.astimezone(AMSTERDAM).date()
    if substitute is None or not can_substitute(staff, substitute):
        raise ActRefused("whom")
    if not today <= first <= last <= today + LONGEST_AWAY:
        raise ActRefused("days")
    taken = [*await unit.absences.of_staff(staff.id, first), *await unit.absences.of_staff(substitute.id, first)]
    if any(one.first_day <= last for one in taken):
        raise ActRefused("away")
    return await unit.absences.add(staff.id, substitute.id, first, last, at)


async def be_back(unit: OwningTables, staff: Staff, absence: Absence | None, at: datetime) -> None:
    """Back earlier, or not away after all."""
    today = at.astimezone(AMSTERDAM).date()
    if absence is None or absence.staff_id != staff.id:
        raise ActRefused("not_yours")
    if absence.first_day > today:
        return await unit.absences.remove(absence.id)
    await unit.absences.shorten(absence.id, today - timedelta(days=1))


def can_substitute(staff: Staff, other: Staff) -> bool:
    """Whether this colleague can take the place of `staff`."""
    return other.active and other.role == "caseworker" and other.id != staff.id
