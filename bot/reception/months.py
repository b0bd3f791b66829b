"""Months: which one a paper belongs to, and «no income» in one tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.identifiers import spoken_number
from bot.income import fields, wording
from bot.income.paper import Paper
from bot.language import AMSTERDAM
from bot.messages import Button
from bot.reception import checking, welcome
from bot.reception.visit import Visit


async def ask_month(visit: Visit, question: str, action: str, more: Sequence[Button] = ()) -> None:
    """Ask for a month by buttons of `action`; `more` are buttons for who has something else."""
    _ = visit.words
    today = visit.at.astimezone(AMSTERDAM).date()
    rows = [[Button(_.month(m), f"{action}{m:%Y-%m}")] for m in fields.recent_months(today)]
    if action.startswith("paper:"):
        rows.append([Button(wording.other_month(_), f"{action}other")])
    rows += [[button] for button in more]
    await visit.say(question, rows)


async def month_chosen(visit: Visit, paper: Paper, detail: str) -> None:
    month = _month(detail)
    if month is None and paper.state == "to_confirm":
        return await checking.month_unknown(visit, paper)
    if month is None:
        return await visit.say_with_menu(wording.month_to_person(visit.words))
    if paper.state == "to_confirm":
        await visit.unit.papers.update(paper.id, "to_confirm", paper.reading, month, None)
        changed = await visit.unit.papers.by_id(paper.id)
        assert changed is not None
        return await (checking.confirm(visit, changed) if paper.month is None else checking.show(visit, changed))
    await visit.unit.papers.update(paper.id, paper.state, paper.reading, month, paper.confirmed_at)
    changed = await visit.unit.papers.by_id(paper.id)
    assert changed is not None
    await received(visit, changed)
    await visit.changed()
    pages = len(paper.reading.get("files", [1]))
    await checking.receipt(visit, changed, wording.next_person(visit.words, await visit.caseworker_name()), pages=pages)


async def received(visit: Visit, paper: Paper) -> None:
    """A paper that a person reads counts as received for its month, so that nobody asks for it again."""
    if paper.month is None:
        return
    known = await visit.unit.ledger.month(paper.client_id, paper.month)
    if known is None or known.state == "no_income":
        await visit.unit.ledger.set(paper.client_id, paper.month, "received", paper.number, paper.id, visit.at)


async def no_income(visit: Visit, detail: str) -> None:
    """«No income this month» in one tap more, with the same receipt."""
    if not await welcome.must_be_linked(visit):
        return
    client, month = visit.linked, _month(detail)
    assert client is not None
    if month is None:
        return await ask_month(visit, wording.which_month_no_income(visit.words), "noincome:")
    known = await visit.unit.ledger.month(client.id, month)
    if known and known.state == "no_income":
        again = wording.no_income_receipt(visit.words, known.number, known.changed_at, month)
        return await visit.say_with_menu(again)
    if known:
        return await visit.say_with_menu(wording.month_known(visit.words, month, known.number))
    number = spoken_number("GI")
    await visit.unit.ledger.set(client.id, month, "no_income", number, None, visit.at)
    await visit.changed()
    await visit.say_with_menu(wording.no_income_receipt(visit.words, number, visit.at, month))


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
