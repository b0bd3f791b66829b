"""A photo or file of a letter: kept for the caseworker, read, and talked about with the helper.

It is a letter when the client says so (the words under it, the button), or when it was read as one and the client
confirms that (`letters_read`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.answers.letters import wording, wording_read
from bot.answers.letters.starting import caption_says_letter
from bot.clients import wording as clients_wording
from bot.income import wording as income_wording
from bot.income import wording_refusals
from bot.income.paper import Paper, PaperKind
from bot.messages import Button
from bot.reception import asked, checking, letters, letters_read, months, people
from bot.reception.visit import Visit


async def meant(visit: Visit) -> bool:
    """Whether the client says that this photo or file is a letter; of an album one picture has the words."""
    album = visit.incoming.album
    seen = album is not None and _mark(visit) == visit.conversation.draft.get("letters")
    joins = seen or (album is not None and await _paper_of(visit, album) is not None)
    return joins or asked.letter_wanted(visit) or caption_says_letter(visit.incoming.text)


def _mark(visit: Visit) -> str | None:
    return visit.incoming.album and f"letter {visit.incoming.album}"


async def not_kept(visit: Visit) -> None:
    """Of somebody who is not linked no picture is kept; the helper asks, once for an album."""
    again = _mark(visit) is not None and visit.conversation.draft.get("letters") == _mark(visit)
    visit.conversation.draft["letters"] = _mark(visit)
    if not again:
        await letters.start(visit, wording.photo_not_kept(visit.words))


async def stored(visit: Visit, job: dict[str, Any]) -> bool:
    """Whether this was the file of a letter; photos go on with the other pages of their delivery."""
    payslip = job.get("ok") and job["reading"]["kind"] == "payslip"
    if not job["asked"].get("letter") or payslip:
        return False
    refused = _refused(visit, job)
    if refused:
        await visit.say(refused)
        await letters.start(visit)
        return True
    client, file = visit.linked, job["stored"]
    assert client is not None
    earlier = await visit.unit.papers.same_file(client.id, file["sha256"])
    if earlier:
        await visit.say(income_wording.same_file(visit.words, earlier.number, earlier.received_at))
        await letters.start(visit)
        return True
    if "delivery" in job["asked"]:
        return False
    await visit.unit.files.add(file["id"], client.id, file["kind"], file["size"], file["sha256"], visit.at)
    await _kept(visit, job)
    await visit.changed()
    return True


def is_meant(paper: Paper | None, result: Mapping[str, Any]) -> bool:
    """Whether the client said of a page of this delivery that it is a letter."""
    return bool(result["asked"].get("letter") or (paper and paper.reading.get("letter")))


def read_on(result: Mapping[str, Any]) -> dict[str, Any]:
    """What was read of a letter, to be kept with its paper: facts only, no text."""
    return {"letter_read": result.get("letter")}


def this_is_a_letter(visit: Visit, paper: Paper) -> Button:
    """The way to the helper, under a paper that is no payslip or was taken for one."""
    return Button(wording.this_is_a_letter_button(visit.words), f"letter:photo:{paper.id}")


async def came_in(visit: Visit, paper: Paper) -> None:
    """A letter is in: the caseworker sees it, the client has a receipt and hears what was read."""
    paper = await _for_caseworker(visit, paper)
    if not await letters_read.proposed(visit, paper):
        await letters.start(visit, wording_read.could_not_read(visit.words))


async def _for_caseworker(visit: Visit, paper: Paper, *, urgent: bool = False) -> Paper:
    """The paper as a letter that the caseworker sees; the client has the receipt. It has no month."""
    letter = replace(paper, state="for_human", month=None, reading={**paper.reading, "letter": True})
    await visit.unit.papers.update(letter.id, letter.state, letter.reading, None, None)
    visit.conversation.draft.pop("delivery", None)
    subject = wording.paper_subject(visit.words, paper.number)
    await people.open_case(visit, "paper", subject, "urgent" if urgent else "normal")
    await checking.receipt(visit, letter, wording.picture_kept(visit.words, await visit.caseworker_name()))
    await visit.changed()
    return letter


async def confirmed(visit: Visit, paper_id: str, *, urgent: bool) -> None:
    """The client confirmed what letter it is: from now on the caseworker sees it as one, once with a receipt."""
    paper = await _own(visit, paper_id)
    if paper is not None and paper.state == "to_confirm":
        await _for_caseworker(visit, paper, urgent=urgent)


async def is_letter(visit: Visit, paper_id: str) -> None:
    """«Dit is een brief» under a paper: the caseworker sees it as one, and the helper goes on."""
    paper = await _own(visit, paper_id)
    if paper is None:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    if paper.state == "to_confirm":
        return await came_in(visit, paper)
    known = {**paper.reading, "letter": True}
    await visit.unit.papers.update(paper.id, paper.state, known, paper.month, paper.confirmed_at)
    await visit.changed()
    if not await letters_read.proposed(visit, replace(paper, reading=known)):
        await letters.start(visit)


async def is_payslip(visit: Visit, paper_id: str) -> None:
    """«Nee, dit is mijn loonstrook»: it goes the way of a payslip that a person reads."""
    paper = await _own(visit, paper_id)
    if paper is None:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    visit.conversation.end_step()
    known = {name: value for name, value in paper.reading.items() if name not in ("letter", "letter_read")}
    await visit.unit.papers.update(paper.id, paper.state, known, paper.month, paper.confirmed_at)
    await visit.changed()
    if paper.state == "to_confirm":
        return await checking.pressed(visit, f"send:{paper.id}")
    await months.ask_month(visit, income_wording.which_month(visit.words), f"paper:month:{paper.id}:")


async def _own(visit: Visit, paper_id: str) -> Paper | None:
    paper = await visit.unit.papers.by_id(paper_id) if visit.linked else None
    own = paper is not None and visit.linked is not None and paper.client_id == visit.linked.id
    return paper if paper and own and paper.state != "withdrawn" else None


async def _kept(visit: Visit, job: dict[str, Any]) -> None:
    """Put a file in the client's papers; another one of an album joins the first."""
    client, file, album = visit.linked, job["stored"], job["asked"].get("album")
    assert client is not None
    pictures = [str(each["id"]) for each in job.get("pictures", ())]
    for each in (*job.get("pictures", ()), *job.get("letter_spots", ())):
        if each["id"]:
            await visit.unit.files.add(each["id"], client.id, each["kind"], each["size"], each["sha256"], visit.at)
    together = await _paper_of(visit, album) if album else None
    if together:
        return await _another_page(visit, together, file["id"], pictures)
    kind: PaperKind = "pdf" if file["kind"] == "pdf" else "photo"
    reading = {"letter": True, "album": album, "files": [file["id"]], "pictures": pictures, **read_on(job)}
    pages = max(len(pictures), 1)
    paper = await visit.unit.papers.add(
        client.id, kind, "for_human", pages, file["id"], file["sha256"], reading, visit.at
    )
    await came_in(visit, paper)


async def _another_page(visit: Visit, paper: Paper, file: str, pictures: list[str]) -> None:
    """The receipt counts on; the helper has begun already."""
    known = paper.reading
    files, pictures = [*known["files"], file], [*known.get("pictures", ()), *pictures]
    reading = {**known, "files": files, "pictures": pictures}
    await visit.unit.papers.update(paper.id, paper.state, reading, paper.month, paper.confirmed_at)
    then = wording.another_page(visit.words)
    await checking.receipt(visit, replace(paper, reading=reading), then, pages=len(files))


async def _paper_of(visit: Visit, album: object) -> Paper | None:
    client = visit.linked
    papers = await visit.unit.papers.of_client(client.id) if client else []
    found = (paper for paper in papers if paper.reading.get("letter") and paper.reading.get("album") == album)
    return next((paper for paper in found if paper.state != "withdrawn"), None)


def _refused(visit: Visit, job: dict[str, Any]) -> str:
    """Why the file could not be taken, or nothing."""
    if not job.get("ok"):
        return income_wording.fetch_failed(visit.words)
    reading = job["reading"]
    if reading["kind"] in ("refused", "encrypted"):
        return wording_refusals.refused(visit.words, reading["reason"] or "encrypted")
    return ""
