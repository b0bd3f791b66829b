"""The first page: who waits for an answer, and the caseworker's own clients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.desk import Visit
from bot.desk_app.pages import page
from bot.desk_app.when import month_before, month_of
from bot.handoff.case import Case
from bot.handoff.desk import may_see
from bot.income.paper import LedgerMonth
from bot.unit import Unit


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One own client as the list shows it: the months are this one and the one before."""

    client: Client
    failed: int
    this_month: LedgerMonth | None
    last_month: LedgerMonth | None


async def case_list(visit: Visit) -> Response:
    """GET /desk/ (each role sees its own first page)"""
    if visit.staff.role == "administrator":
        async with visit.desk.units.reading() as unit:
            return page("staff.html", session=visit.session, staff=await unit.staff.all())
    if visit.staff.role != "caseworker":
        return page("nothing_here.html", session=visit.session)
    async with visit.desk.units.reading() as unit:
        seq = await unit.changes.newest()
        rows = await _rows(unit, visit)
        cases = await unit.cases.open_of_caseworker(visit.staff.id)
    waiting = _with_clients(cases, rows)
    month = month_of(visit.at)
    return page(
        "list.html",
        session=visit.session,
        seq=seq,
        at=visit.at,
        waiting=waiting,
        rows=sorted(rows, key=lambda row: row.client.name.casefold()),
        this_month=month,
        last_month=month_before(month),
    )


async def _rows(unit: Unit, visit: Visit) -> list[ClientRow]:
    month = month_of(visit.at)
    return [
        ClientRow(
            client,
            await unit.outbox.failed_of(client.id),
            await unit.ledger.month(client.id, month),
            await unit.ledger.month(client.id, month_before(month)),
        )
        for client in await unit.clients.of_caseworker(visit.staff.id)
        if may_see(visit.staff, client)
    ]


def _with_clients(cases: Sequence[Case], rows: list[ClientRow]) -> list[tuple[Case, ClientRow]]:
    """The cases in their order, each with its client; the order is the table's (urgent, then longest)."""
    by_id = {row.client.id: row for row in rows}
    return [(case, by_id[case.client_id]) for case in cases if case.client_id in by_id]
