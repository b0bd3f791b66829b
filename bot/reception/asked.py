"""Buttons under what a caseworker asks: they open the step that is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handoff import wording
from bot.income.delivery import Delivery, Page
from bot.income.paper import Paper
from bot.reception import welcome
from bot.reception.visit import Visit

LETTER_WITHIN = timedelta(hours=1)  # photos after the button are pages of the letter
_LETTER = "letter_wanted"


async def pressed(visit: Visit, rest: str) -> None:
    """«Stuur de brief» or «Stuur bladzijde 2 opnieuw»; an old button is answered kindly."""
    if not await welcome.must_be_linked(visit):
        return
    what, _, detail = rest.partition(":")
    if what == "letter":
        visit.conversation.end_step()
        visit.conversation.draft[_LETTER] = visit.at.isoformat()
        return await visit.say(wording.now_the_letter(visit.words, await visit.caseworker_name()))
    await _page_again(visit, detail)


def letter_wanted(visit: Visit) -> bool:
    """Whether the client has just said to send a letter, so that a photo without words is one."""
    since = visit.conversation.draft.get(_LETTER)
    return bool(since) and visit.at - datetime.fromisoformat(str(since)) <= LETTER_WITHIN


async def _page_again(visit: Visit, detail: str) -> None:
    """The next photo takes the place of this page; until it comes the paper stays as it is."""
    paper_id, _, number = detail.partition(":")
    paper, page = await visit.unit.papers.by_id(paper_id), int(number) if number.isdecimal() else 0
    own = paper is not None and paper.client_id == visit.linked_id and paper.state != "withdrawn"
    if paper is None or not own or not 1 <= page <= pages_of(paper):
        return await visit.say_with_menu(wording.page_is_settled(visit.words))
    delivery = _asked_for(paper, page)
    known = {**paper.reading, "delivery": delivery.to_json()}
    await visit.unit.papers.update(paper.id, paper.state, known, paper.month, paper.confirmed_at)
    visit.conversation.end_step()
    visit.conversation.draft["delivery"] = {
        "key": delivery.key, "seen": len(delivery.pages), "at": visit.at.isoformat(), "open": True, "again": True,
    }  # fmt: skip
    await visit.say(wording.now_the_page(visit.words, page))


def pages_of(paper: Paper) -> int:
    """How many photos a paper has of which one can be made again; none of a PDF or a letter."""
    return len((paper.reading.get("delivery") or {}).get("pages", ()))


def _asked_for(paper: Paper, number: int) -> Delivery:
    """The delivery in which this page, and no other, is to be replaced."""
    delivery = Delivery.from_json(paper.reading["delivery"])
    pages = [_marked(page, place == number) for place, page in enumerate(delivery.pages, 1)]
    return replace(delivery, pages=tuple(pages), asked_again=True)


def _marked(page: Page, wanted: bool) -> Page:
    if wanted:
        return replace(page, kind="unreadable")
    return page if page.readable else replace(page, kind="payslip")
