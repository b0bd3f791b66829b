"""Reads a whole caseload in a handful of questions to the database, however many clients there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.desk_app.chart import first_months
from bot.desk_app.morning import Row, row_of, sorted_rows
from bot.handoff.access import Sight, sight_of
from bot.handoff.case import Case
from bot.handoff.consult import Consult
from bot.income.fields import doubtful
from bot.income.paper import Paper
from bot.policy import Policy
from bot.unit import Unit

FRESH_FOR = timedelta(days=100)  # a payslip that was confirmed longer ago is no news any more


@dataclass(frozen=True, slots=True)
class Caseload:
    """What the first page shows. `team` are cases that anybody may take; `asked` are questions of colleagues."""

    rows: Sequence[Row]
    team: Sequence[tuple[Case, Client]]
    asked: Sequence[Consult]
    names: Mapping[str, str]  # staff id -> name
    seq: int

    def name(self, staff_id: str) -> str:
        """The name of a colleague; empty when there is none."""
        return self.names.get(staff_id, "")


async def read_caseload(unit: Unit, staff: Staff, policy: Policy, at: datetime) -> Caseload:
    """Everything that this caseworker may see now, in the order of urgency."""
    seq = await unit.changes.newest()
    names = {one.id: one.name for one in await unit.staff.all()}
    sight = await sight_of(unit, staff, at)
    clients = await unit.clients.of_caseworkers(sorted(sight.owners), sorted(sight.clients))
    rows = await _rows(unit, staff, clients, names, policy, at)
    team = await _team(unit, sight)
    return Caseload(sorted_rows(rows), team, await unit.consults.open_of(staff.id), names, seq)


async def _rows(
    unit: Unit, staff: Staff, clients: Sequence[Client], names: Mapping[str, str], policy: Policy, at: datetime
) -> list[Row]:
    ids = [client.id for client in clients]
    cases = _first_of_each(await unit.cases.open_of_clients(ids))
    papers = _by_client(await unit.papers.to_look_at(ids, at - FRESH_FOR))
    months = await unit.ledger.of_clients(ids, first_months(at)[0])
    failed = await unit.outbox.failed_of_clients(ids)
    aftercare = await unit.aftercare.of_clients(ids)
    return [
        row_of(
            client,
            cases.get(client.id),
            papers.get(client.id, ()),
            months.get(client.id, {}),
            policy,
            at,
            failed=failed.get(client.id, 0),
            aftercare=aftercare.get(client.id),
            owner="" if client.caseworker_id == staff.id else names.get(client.caseworker_id, "?"),
        )
        for client in clients
    ]


def _first_of_each(cases: Sequence[Case]) -> dict[str, Case]:
    """One case a client: a question goes before a paper, as on the client's own page."""
    found: dict[str, Case] = {}
    for case in sorted(cases, key=lambda one: one.reason == "paper"):
        found.setdefault(case.client_id, case)
    return found


def _by_client(papers: Sequence[Paper]) -> dict[str, list[tuple[Paper, bool]]]:
    found: dict[str, list[tuple[Paper, bool]]] = {}
    for paper in papers:
        found.setdefault(paper.client_id, []).append((paper, must_look(paper)))
    return found


def must_look(paper: Paper) -> bool:
    """Whether a person must look: it could not be read, the client asks for it, or a value is not certain."""
    return paper.state == "for_human" or any(doubtful(paper.reading, name) for name in _read(paper))


def _read(paper: Paper) -> Sequence[str]:
    confidence = paper.reading.get("confidence")
    return list(confidence) if isinstance(confidence, Mapping) else ()


async def _team(unit: Unit, sight: Sight) -> list[tuple[Case, Client]]:
    """Cases for the team of clients whom this caseworker does not see already; no page shows their names or words."""
    cases = await unit.cases.of_team()
    if not cases:
        return []
    clients = {one.id: one for one in await unit.clients.of_caseworkers((), [case.client_id for case in cases])}
    return [(case, clients[case.client_id]) for case in cases if not sight.sees(clients[case.client_id])]
