"""One client: the conversation, the open question, the months and the papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from starlette.responses import Response

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.desk_app.advising import mark_of
from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.morning import Row, complete_months, row_of
from bot.desk_app.pages import not_found, page
from bot.desk_app.security import MICROPHONE, PERMISSIONS
from bot.desk_app.voice.recording import MOST_SECONDS
from bot.desk_app.when import month_before, month_of
from bot.handoff import desk as handoff
from bot.handoff.case import Case
from bot.handoff.consult import Consult
from bot.handoff.editing import EDIT_WITHIN
from bot.handoff.quick_texts import QuickText
from bot.handoff.thread import Entry
from bot.income.covered import COVERED, pictures, uncovered_originals
from bot.income.paper import LedgerMonth, Paper
from bot.language import SOURCE, translator
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
    kinds: Mapping[str, str]  # file id -> kind
    ledger: Sequence[LedgerMonth]
    papers: Sequence[Paper]
    failed: int
    seq: int
    row: Row
    titles: Mapping[str, str]  # topic -> its title
    colleagues: Sequence[Staff]  # who can be asked
    consults: Sequence[Consult]
    names: Mapping[str, str]  # staff id -> name
    others: Sequence[str]  # names of colleagues who have this page open
    quick: Sequence[tuple[QuickText, Mapping[str, str]]]  # each by language, with the client's facts filled in
    changeable: Set[str]  # own messages that can still get other words

    @property
    def checked(self) -> frozenset[str | None]:
        """Papers that somebody looked at."""
        return frozenset(one.paper_id for one in self.ledger if one.state == "checked")

    def pages(self, paper: Paper) -> Sequence[str]:
        """The id of the picture of each page, empty when there is none that may be shown."""
        return [one if self.kinds.get(one) == COVERED else "" for one in pictures(paper.reading)]

    def originals(self, paper: Paper) -> Sequence[str]:
        """The files of this paper that can only be seen as the client sent them."""
        return uncovered_originals(paper)

    def choices(self, paper: Paper, at: datetime) -> Sequence[date]:
        """Months that a payslip can be for: its own, and the last ones."""
        return sorted({month for month in (paper.month, month_of(at), *complete_months(at, 3)) if month}, reverse=True)

    @property
    def leaving(self) -> Sequence[Entry]:
        """Messages that can still be withdrawn, newest first; what was changed has left before."""
        said = [entry for entry in reversed(self.entries) if entry.author == "staff" and entry.leaves_at]
        return [entry for entry in said if not entry.earlier]


async def client_page(visit: Visit) -> Response:
    """GET /desk/klant/{client_id}; every view is logged."""
    async with visit.desk.units.writing() as unit:
        client = await own_client(unit, visit, visit.request.path_params["client_id"])
        if client is None:
            return not_found(session=visit.session)
        await _log_look(unit, visit, client)
        if await unit.presences.came(client.id, visit.staff.id, visit.at):
            await unit.changes.add(client.caseworker_id, client.id)  # who was here already sees it
        view = await read_view(unit, visit, client)
    asked = visit.request.query_params
    texts = next((texts for quick, texts in view.quick if quick.id == asked.get("tekst")), {})
    typed = texts.get(asked.get("taal", SOURCE), "")
    return show(visit, view, typed=typed, form="antwoord" if typed else "")


def show(visit: Visit, view: ClientView, status: int = 200, **problem: Any) -> Response:
    """The page, with what was typed and what was wrong with it after a refused form."""
    filled = {"wrong": "", "form": "", "typed": "", "notice": "", "advice": (), **problem}
    filled["field"] = visit.form.get("field", "")
    mark = mark_of(filled["typed"]) if filled["advice"] else ""
    filled["contacts"] = visit.desk.knowledge.contacts
    facts: dict[str, Any] = {"session": visit.session, "at": visit.at, "view": view, "mark": mark}
    facts["policy"], facts["most_seconds"] = visit.desk.policy, MOST_SECONDS
    shown = page("client.html", status, **facts, **filled)
    shown.headers[PERMISSIONS] = MICROPHONE
    return shown


async def read_view(unit: Unit, visit: Visit, client: Client) -> ClientView:
    """Read all parts of the page in one unit, so that they belong together."""
    seq = await unit.changes.newest()
    entries = await unit.thread.of_client(client.id, ENTRIES)
    papers = await unit.papers.of_client(client.id)
    ledger = await unit.ledger.of_client(client.id)
    case, failed = await unit.cases.open_of_client(client.id), await unit.outbox.failed_of(client.id)
    months = {one.month: one for one in ledger}
    everybody = await unit.staff.all()
    aftercare = (await unit.aftercare.of_clients([client.id])).get(client.id)
    row = row_of(client, case, (), months, visit.desk.policy, visit.at, failed=failed, aftercare=aftercare)
    return ClientView(
        client=client,
        case=case,
        closed=[case for case in await unit.cases.of_client(client.id) if case.state == "closed"],
        entries=entries,
        kinds=await unit.files.kinds(_shown_files(entries, papers)),
        ledger=ledger,
        papers=papers,
        failed=failed,
        seq=seq,
        row=row,
        titles=visit.desk.knowledge.titles(entry.topic for entry in entries),
        quick=_quick(visit, row),
        changeable=await unit.outbox.changeable(client.id, visit.at - EDIT_WITHIN),
        colleagues=[one for one in everybody if _can_be_asked(visit, one)],
        consults=await unit.consults.of_client(client.id),
        names={one.id: one.name for one in everybody},
        others=await unit.presences.others(client.id, visit.staff.id, visit.at),
    )


def _shown_files(entries: Sequence[Entry], papers: Sequence[Paper]) -> list[str]:
    found = [entry.file_id for entry in entries if entry.file_id]
    return [*found, *(one for paper in papers for one in pictures(paper.reading) if one)]


def _can_be_asked(visit: Visit, one: Staff) -> bool:
    return one.active and one.id != visit.staff.id and one.role in ("caseworker", "income_consultant")


def _quick(visit: Visit, row: Row) -> list[tuple[QuickText, Mapping[str, str]]]:
    """Dutch first, then the client's language; the month is the oldest that is missing, or the last that is over."""
    month = next(iter(row.missing), month_before(month_of(visit.at)))
    facts = {"name": row.client.name, "caseworker": visit.staff.name}
    spoken = {code: {**facts, "month": translator(code).month(month)} for code in (SOURCE, row.client.language)}
    return [
        (quick, {code: quick.filled(spoken[code], code) for code in spoken if code == SOURCE or code in quick.others})
        for quick in visit.desk.knowledge.quick_texts
    ]


async def _log_look(unit: Unit, visit: Visit, client: Client) -> None:
    """A page that redraws itself while it is open is one view, but a long one is logged again."""
    if REFRESH_HEADER in visit.request.headers:
        for earlier in await unit.looks.of_client(client.id):
            same = earlier.staff_name == visit.staff.name and earlier.what == "conversation"
            if same and visit.at - earlier.at < SAME_LOOK:
                return
    await handoff.look(unit, visit.staff, client, "conversation", visit.at)
