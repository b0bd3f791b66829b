"""Small acts of the morning: a failure was dealt with, a field corrected, a payslip looked at."""

from __future__ import annotations

from datetime import date

from starlette.responses import RedirectResponse, Response

from bot.clients.client import Client
from bot.desk_app.acts import do
from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.pages import PREFIX, not_found
from bot.handoff.case import Case
from bot.handoff.desk import ActRefused
from bot.income.correcting import CORRECTABLE, corrected
from bot.income.fields import typed
from bot.income.paper import Paper
from bot.unit import Unit


async def settle(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/afgehandeld: somebody called or wrote, so the failure is no work any more."""
    client_id = visit.request.path_params["client_id"]
    async with visit.desk.units.writing() as unit:
        client = await own_client(unit, visit, client_id)
        if client is None:
            return not_found(session=visit.session)
        await unit.outbox.settle(client.id, visit.at)
        await unit.changes.add(client.caseworker_id, client.id)
    return RedirectResponse(f"{PREFIX}/klant/{client_id}", 303)


async def correct(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/verbeter with `paper`, `field` and the right value as `text`.

    A month that was checked before is looked at again, and goes to the income consultant again.
    """
    paper_id, name = visit.form.get("paper", ""), visit.form.get("field", "")

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        paper = await unit.papers.by_id(paper_id)
        if paper is None or not _may_check(paper, client.id) or name not in CORRECTABLE:
            raise ActRefused("paper")
        value = typed(name, visit.form.get("text", ""))
        if value is None:
            raise ActRefused("value")
        reading = corrected(paper.reading, name, value, visit.staff.name, visit.at)
        await unit.papers.update(paper.id, paper.state, reading, paper.month, paper.confirmed_at)
        known = await unit.ledger.month(client.id, paper.month) if paper.month else None
        if known and known.state == "checked" and known.paper_id == paper.id:
            await unit.ledger.set(client.id, known.month, "confirmed", paper.number, paper.id, visit.at)
        await unit.changes.add(client.caseworker_id, client.id)
        return None

    return await do(visit, f"papier-{paper_id}", act)


async def looked_at(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/bekeken: the payslip was looked at, for the month that was chosen."""
    client_id = visit.request.path_params["client_id"]
    month = _month(visit.form.get("month", ""))
    async with visit.desk.units.writing() as unit:
        client = await own_client(unit, visit, client_id)
        paper = await unit.papers.by_id(visit.form.get("paper", "")) if client else None
        if client is None or paper is None or not _may_check(paper, client.id) or month is None:
            return not_found(session=visit.session)
        await _checked(unit, paper, month, visit)
        await unit.changes.add(client.caseworker_id, client.id)
    return RedirectResponse(f"{PREFIX}/klant/{client_id}#papier-{paper.id}", 303)


async def _checked(unit: Unit, paper: Paper, month: date, visit: Visit) -> None:
    await unit.papers.update(paper.id, "confirmed", paper.reading, month, paper.confirmed_at or visit.at)
    await unit.ledger.set(paper.client_id, month, "checked", paper.number, paper.id, visit.at)


def _may_check(paper: Paper, client_id: str) -> bool:
    return paper.client_id == client_id and paper.state in ("confirmed", "for_human")


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
