"""Payslips that came in one file or album: each is a paper of its own, and they are confirmed one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.income import fields, several, wording
from bot.income.delivery import Delivery
from bot.income.paper import Paper
from bot.reception import checking, spots
from bot.reception.visit import Visit

Payslips = Sequence[dict[str, Any]]


async def of_file(visit: Visit, stored: dict[str, Any], payslips: Payslips, result: dict[str, Any]) -> None:
    """The payslips of one PDF; each is shown on the desk with its own pages."""
    client = visit.linked
    assert client is not None
    pictures = [str(each["id"]) for each in result.get("pictures", ())]
    papers = []
    for number, numbers in enumerate(several.shares(payslips, len(pictures))):
        reading = _reading(payslips, number, stored["id"], result)
        shown = {"pictures": [pictures[page - 1] for page in numbers if page <= len(pictures)]}
        month = fields.benefit_month(payslips[number])
        papers.append(
            await visit.unit.papers.add(
                client.id, "pdf", "to_confirm", len(numbers), stored["id"], stored["sha256"], reading | shown,
                visit.at, month,
            )
        )  # fmt: skip
    if len(papers) > 1:
        await visit.say(wording.several(visit.words, len(papers)))
    await _show(visit, papers[0])


async def of_delivery(visit: Visit, paper: Paper, payslips: Payslips, result: dict[str, Any]) -> None:
    """The payslips on the photos of one delivery; the first keeps its number, and each its own photos."""
    visit.conversation.draft.pop("delivery", None)  # a photo that comes now is of something else
    delivery = Delivery.from_json(paper.reading["delivery"])
    pictures, papers = list(paper.reading.get("pictures", ())), []
    for number, numbers in enumerate(several.shares(payslips, len(pictures))):
        own = several.part_of(delivery, numbers, number + 1)
        reading = _reading(payslips, number, delivery.key, result)
        reading |= {"delivery": own.to_json(), "files": own.files, "pictures": [pictures[page - 1] for page in numbers]}
        papers.append(await _kept(visit, None if number else paper, own, reading))
    await visit.say(wording.several_photos(visit.words, len(papers)))
    await _show(visit, papers[0])


async def _kept(visit: Visit, paper: Paper | None, own: Delivery, reading: dict[str, Any]) -> Paper:
    client, month, first = visit.linked, fields.benefit_month(reading), own.pages[0]
    assert client is not None
    if paper is None:
        return await visit.unit.papers.add(
            client.id, "photo", "to_confirm", len(own.pages), first.file, first.sha256, reading, visit.at, month
        )
    await visit.unit.papers.update(paper.id, "to_confirm", reading, month, None)
    return replace(paper, state="to_confirm", reading=reading, month=month)


def _reading(payslips: Payslips, number: int, key: str, result: dict[str, Any]) -> dict[str, Any]:
    """What is kept of one of them; its cut-outs wait with it until it is shown."""
    spots_of = [each for each in result.get("cut_outs", ()) if each["payslip"] == number]
    known = {**payslips[number], "spots": spots_of}
    return known | ({"turn": several.turn(key, number + 1, len(payslips))} if len(payslips) > 1 else {})


async def next_one(visit: Visit, done: Paper) -> None:
    """When one is confirmed, thrown away or given to a person, the next that waits is shown."""
    following = several.next_in_turn(await visit.unit.papers.of_client(done.client_id), done)
    if following:
        await _show(visit, following)


async def _show(visit: Visit, paper: Paper) -> None:
    await spots.show(visit, paper, paper.reading.get("spots", ()))
    await checking.show(visit, paper)
