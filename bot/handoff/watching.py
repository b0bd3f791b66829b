"""Nobody is left waiting: what is not answered in the promised time goes to the substitute, then to the team.

And each case has somebody: one whose caseworker left goes to the client's own caseworker, or else to the team.
Absences are told to the clients on the day on which they begin and after they end. All of it outside quiet hours.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clients.client import Client
from bot.deadlines.holidays import working_days_later
from bot.deadlines.opening import closing
from bot.handoff.absence import Absence
from bot.handoff.case import TEAM, Case
from bot.handoff.news import tell
from bot.handoff.owning import OwningTables
from bot.handoff.quiet import not_quiet
from bot.handoff.staff.notices import notify, tell_staff, tell_team
from bot.language import AMSTERDAM
from bot.policy import Policy

SOON = timedelta(hours=1)  # a case that waits shorter is never late


async def watch(unit: OwningTables, policy: Policy, at: datetime) -> dict[str, int]:
    """Look once; how many cases moved to a substitute or the team, and how many had no owner."""
    if not_quiet(policy, at) > at:
        return {}
    await _absences(unit, at)
    found = {"substitute": 0, "team": 0, "without_owner": 0}
    for case in await unit.cases.without_owner():
        found["without_owner"] += 1
        await _give_owner(unit, case, at)
    for case in await unit.cases.waiting_before(at - SOON):
        moved = await _late(unit, policy, case, at)
        if moved:
            found[moved] += 1
    return found


def late_from(policy: Policy, case: Case, more_days: int = 0) -> datetime | None:
    """When the promised time is over: an urgent case the same day. None when nothing was promised (papers)."""
    if case.waiting_since is None or case.reason == "paper":
        return None
    days = more_days if case.urgency == "urgent" else policy.answer_within_working_days + more_days
    return closing(policy.opening, working_days_later(case.waiting_since.astimezone(AMSTERDAM).date(), days))


async def _late(unit: OwningTables, policy: Policy, case: Case, at: datetime) -> str:
    """Where the case went, if anywhere. The substitute has one working day before the team comes in."""
    late, very_late = late_from(policy, case), late_from(policy, case, 1)
    client = await unit.clients.by_id(case.client_id)
    if late is None or very_late is None or client is None or at <= late or case.stage == "team":
        return ""
    if case.stage == "substitute":
        return await _to_team(unit, case, client, at) if at > very_late else ""
    owner = await unit.staff.by_id(case.caseworker_id)
    absence = await unit.absences.on_day(case.caseworker_id, at.astimezone(AMSTERDAM).date())
    named = absence.substitute_id if absence else await unit.absences.substitute_of(case.caseworker_id)
    substitute = await unit.staff.by_id(named) if named else None
    if substitute is None or not substitute.active or substitute.role != "caseworker":
        return await _to_team(unit, case, client, at)
    await unit.cases.move(case.id, "substitute", substitute.id, at)
    name = owner.name if owner else "?"
    if case.withdrawn_at is None:
        await tell(unit.inbox, client, "late", at, name=name, substitute=substitute.name, number=case.number)
    for whom in (case.caseworker_id, substitute.id):
        await unit.changes.add(whom, client.id)
    await tell_staff(unit, [substitute.id], "late", at, client=client.id, case=case.id, why="")
    return "substitute"


async def _to_team(unit: OwningTables, case: Case, client: Client, at: datetime) -> str:
    await unit.cases.move(case.id, "team", None, at)
    if case.withdrawn_at is None:
        await tell(unit.inbox, client, "team", at, number=case.number)
    for whom in {case.caseworker_id, case.helper_id or TEAM, TEAM}:
        await unit.changes.add(whom, client.id)
    await tell_team(unit, case, at)
    return "team"


async def _give_owner(unit: OwningTables, case: Case, at: datetime) -> None:
    client = await unit.clients.by_id(case.client_id)
    owner = await unit.staff.by_id(client.caseworker_id) if client else None
    if client is None:
        return
    if owner and owner.active and owner.role == "caseworker":
        await unit.cases.hand_over([client.id], owner.id, at)
        await notify(unit, client, "handed", at, case)
        return await unit.changes.add(owner.id, client.id)
    await _to_team(unit, case, client, at)


async def _absences(unit: OwningTables, at: datetime) -> None:
    today = at.astimezone(AMSTERDAM).date()
    for absence in await unit.absences.begun_untold(today):
        await _tell_away(unit, absence, at)
        await unit.absences.told(absence.id, at)
    for absence in await unit.absences.ended_untold(today):
        if await unit.absences.on_day(absence.staff_id, today) is None:  # or the next one has begun
            await _tell_back(unit, absence, at)
        await unit.absences.told_back(absence.id, at)


async def _tell_away(unit: OwningTables, absence: Absence, at: datetime) -> None:
    away, substitute = await unit.staff.by_id(absence.staff_id), await unit.staff.by_id(absence.substitute_id)
    if away is None or substitute is None:
        return
    days = {"first": absence.first_day.isoformat(), "last": absence.last_day.isoformat()}
    clients = await unit.clients.of_caseworker(away.id)
    await tell_staff(unit, [substitute.id], "away", at, name=away.name, number=str(len(clients)))
    for client in clients:
        await tell(unit.inbox, client, "away", at, name=away.name, substitute=substitute.name, **days)
        await unit.changes.add(substitute.id, client.id)


async def _tell_back(unit: OwningTables, absence: Absence, at: datetime) -> None:
    staff = await unit.staff.by_id(absence.staff_id)
    if staff and staff.active:
        for client in await unit.clients.of_caseworker(staff.id):
            await tell(unit.inbox, client, "back", at, name=staff.name)
