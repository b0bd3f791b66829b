"""One client: the conversation, the open question, the months and the papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.pages import not_found, page
from bot.handoff import desk as handoff
from bot.handoff.case import Case
from bot.handoff.thread import Entry
from bot.income.paper import LedgerMonth, Paper
from bot.unit import Unit

ENTRIES = 200
REFRESH_HEADER = "x-desk-refresh"
SAME_LOOK = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class ClientView:
    """Everything that the page shows."""

    client: Client
    case: Case | None
    closed: Sequence[Case]
    entries: Sequence[Entry]
    kinds: dict[str, str]  # file id -> kind
    ledger: Sequence[LedgerMonth]
    papers: Sequence[Paper]
    failed: int
    seq: int


async def client_page(visit: Visit) -> Response:
    """GET /desk/klant/{client_id}; every view is logged."""
    async with visit.desk.units.writing() as unit:
        client = await own_client(unit, visit, visit.request.path_params["client_id"])
        if client is None:
            return not_found(session=visit.session)
        await _log_look(unit, visit, client)
        view = await read_view(unit, client)
    return show(visit, view)


def show(visit: Visit, view: ClientView, status: int = 200, **problem: Any) -> Response:
    """The page, with what was typed and what was wrong with it after a refused form."""
    filled = {"wrong": "", "wrong_form": "", "typed": "", **problem}
    return page("client.html", status, session=visit.session, at=visit.at, view=view, **filled)


async def read_view(unit: Unit, client: Client) -> ClientView:
    """Read all parts of the page in one unit, so that they belong together."""
    seq = await unit.changes.newest()
    entries = await unit.thread.of_client(client.id, ENTRIES)
    papers = await unit.papers.of_client(client.id)
    return ClientView(
        client=client,
        case=await unit.cases.open_of_client(client.id),
        closed=[case for case in await unit.cases.of_client(client.id) if case.state == "closed"],
        entries=entries,
        kinds=await _kinds(unit, entries),
        ledger=await unit.ledger.of_client(client.id),
        papers=papers,
        failed=await unit.outbox.failed_of(client.id),
        seq=seq,
    )


async def _kinds(unit: Unit, entries: Sequence[Entry]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for entry in entries:
        owner = await unit.files.owner(entry.file_id) if entry.file_id else None
        if entry.file_id and owner:
            kinds[entry.file_id] = owner[1]
    return kinds


async def _log_look(unit: Unit, visit: Visit, client: Client) -> None:
    """A page that redraws itself while it is open is one view, but a long one is logged again."""
    if REFRESH_HEADER in visit.request.headers:
        for earlier in await unit.looks.of_client(client.id):
            same = earlier.staff_name == visit.staff.name and earlier.what == "conversation"
            if same and visit.at - earlier.at < SAME_LOOK:
                return
    await handoff.look(unit, visit.staff, client, "conversation", visit.at)
