"""What the pages of a delivery say: shown to the client to confirm, or given to a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.income import fields, wording, wording_photos
from bot.income.paper import Paper
from bot.reception import checking, letters_papers, months, other_papers, people, several, spots
from bot.reception.visit import Visit

OPEN = ("collecting", "to_confirm")
"""The states in which a client can still add or change pages."""


async def shown(visit: Visit, paper: Paper, result: dict[str, Any]) -> None:
    """What the page or pages say: to confirm, or what they seem to be instead."""
    reading = result["reading"]
    if reading["kind"] == "payslip" and reading["payslips"]:
        if len(reading["payslips"]) > 1:
            return await several.of_delivery(visit, paper, reading["payslips"], result)
        known = {**paper.reading, **reading["payslips"][0], "seems": None, "letter": False}
        paper = await changed(visit, paper, "to_confirm", known)
        await spots.show(visit, paper, result.get("cut_outs", ()))
        return await checking.show(visit, paper)
    known = {**paper.reading, "seems": reading["reason"], **letters_papers.read_on(result)}
    if paper.reading.get("letter"):
        return await letters_papers.came_in(visit, await changed(visit, paper, "for_human", known))
    if reading["kind"] == "not_payslip":
        return await other_papers.what_is_it(visit, await changed(visit, paper, "to_confirm", known))
    await to_person(visit, paper)


async def read_together(visit: Visit) -> None:
    """The pages of a delivery were read as one payslip."""
    job: dict[str, Any] = visit.incoming.job
    client = visit.linked
    if client is None or job["asked"]["client"] != client.id:
        return
    visit.status = str(job["asked"]["status"])
    paper = await visit.unit.papers.by_id(str(job["asked"]["paper"]))
    if paper is None or paper.state not in OPEN:
        return
    if not job.get("ok") or job["reading"]["kind"] in ("refused", "encrypted"):
        return await to_person(visit, paper)
    await keep_pictures(visit, job)
    await visit.changed()
    pictures = [each["id"] for each in job.get("pictures", ())] or paper.reading.get("pictures", [])
    await shown(visit, replace(paper, reading={**paper.reading, "pictures": pictures}), job)


async def to_person(visit: Visit, paper: Paper) -> None:
    """A person reads it: the receipt, and the question about which month it is; of a letter the helper asks."""
    paper = await changed(visit, paper, "for_human", paper.reading)
    visit.conversation.draft.pop("delivery", None)
    if paper.reading.get("letter"):
        return await letters_papers.came_in(visit, paper)
    await months.received(visit, paper)
    await people.open_case(visit, "paper", wording.receipt_subject(visit.words, paper.number))
    then = wording_photos.person_reads_photo(visit.words, await visit.caseworker_name())
    await checking.receipt(visit, paper, then)
    if paper.month is None:
        letter, action = letters_papers.this_is_a_letter(visit, paper), f"paper:month:{paper.id}:"
        await months.ask_month(visit, wording.which_month(visit.words), action, [letter])


async def changed(visit: Visit, paper: Paper, state: Any, reading: dict[str, Any]) -> Paper:
    """The paper in another state; its month is the one of its reading, unless the client chose one."""
    month = paper.month or fields.benefit_month(reading)
    await visit.unit.papers.update(paper.id, state, reading, month, None)
    return replace(paper, state=state, reading=reading, month=month)


async def keep_pictures(visit: Visit, result: dict[str, Any]) -> None:
    """Note the stored pictures as files of this client, so that they have an end date."""
    client = visit.linked
    assert client is not None
    spots_of = (*result.get("cut_outs", ()), *result.get("hint", ()), *result.get("letter_spots", ()))
    for each in (*result.get("pictures", ()), *spots_of):
        if each["id"]:
            await visit.unit.files.add(each["id"], client.id, each["kind"], each["size"], each["sha256"], visit.at)
