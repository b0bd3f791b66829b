"""Papers: a file comes, is fetched and read by a job, and the client hears what it is."""

from __future__ import annotations

from typing import Any

from bot.income import fields, wording, wording_refusals
from bot.income.paper import Paper, PaperKind
from bot.messages import Button
from bot.reception import checking, months, people, welcome
from bot.reception.visit import Visit

LARGEST = 10_000_000  # bytes; larger files are refused before they are fetched


async def file_came(visit: Visit) -> None:
    """Say that it is seen, not that it is received: that is only true after it is stored."""
    attachment = visit.incoming.attachment
    assert attachment is not None
    if not await welcome.must_be_linked(visit):
        return
    if attachment.size and attachment.size > LARGEST:
        return await visit.say_with_menu(wording_refusals.refused(visit.words, "too_large"))
    status = f"busy:{visit.incoming.message_id}"
    asked = {"file": attachment.file_id, "album": visit.incoming.album, "status": status}
    await visit.unit.jobs.put("paper", visit.incoming.chat_id, {**asked, "client": visit.linked_id}, visit.at)
    if not visit.incoming.album or visit.conversation.draft.get("album") != visit.incoming.album:
        visit.conversation.draft["album"] = visit.incoming.album
        await visit.say(wording.busy(visit.words), tag=status)


async def job_finished(visit: Visit) -> None:
    """A file was stored and read, or could not be fetched."""
    job = visit.incoming.job
    client = visit.linked
    if client is None or job["asked"]["client"] != client.id:  # type: ignore[index]
        return  # the account was joined to somebody else meanwhile; housekeeping removes the file
    visit.status = str(_dict(job["asked"])["status"])
    if not job.get("ok"):
        return await visit.say_with_menu(wording.fetch_failed(visit.words))
    stored, reading = _dict(job["stored"]), _dict(job["reading"])
    earlier = await visit.unit.papers.same_file(client.id, stored["sha256"])
    if earlier:
        return await visit.say_with_menu(wording.same_file(visit.words, earlier.number, earlier.received_at))
    if reading["kind"] == "refused" or reading["kind"] == "encrypted":
        return await visit.say_with_menu(wording_refusals.refused(visit.words, reading["reason"] or "encrypted"))
    await visit.unit.files.add(stored["id"], client.id, stored["kind"], stored["size"], stored["sha256"], visit.at)
    await visit.changed()
    if reading["kind"] == "payslip" and reading["payslips"]:
        await _payslips(visit, stored, reading["payslips"])
    elif reading["kind"] == "unreadable":
        await _photo(visit, stored, job)
    else:
        await _something_else(visit, stored, reading)


async def _payslips(visit: Visit, stored: dict[str, Any], payslips: list[dict[str, Any]]) -> None:
    if len(payslips) > 1:
        await visit.say(wording.several(visit.words, len(payslips)))
    client = visit.linked
    assert client is not None
    for payslip in payslips:
        paper = await visit.unit.papers.add(
            client.id,
            "pdf",
            "to_confirm",
            len(payslip.get("pages") or [1]),
            stored["id"],
            stored["sha256"],
            payslip,
            visit.at,
            fields.benefit_month(payslip),
        )
        await checking.show(visit, paper)


async def _photo(visit: Visit, stored: dict[str, Any], job: dict[str, object]) -> None:
    """A photo is read by a person; photos of one album are pages of one paper."""
    client = visit.linked
    assert client is not None
    album = _dict(job["asked"]).get("album")
    together = await _album_paper(visit, album) if album else None
    if together:
        pages = [*together.reading.get("files", []), stored["id"]]
        reading = {**together.reading, "files": pages}
        await visit.unit.papers.update(together.id, "for_human", reading, together.month, None)
        return await checking.receipt(visit, together, wording.page_added(visit.words), pages=len(pages))
    kind: PaperKind = "pdf" if stored["kind"] == "pdf" else "photo"
    reading = {"album": album, "files": [stored["id"]]}
    paper = await visit.unit.papers.add(
        client.id, kind, "for_human", 1, stored["id"], stored["sha256"], reading, visit.at
    )
    await people.open_case(visit, "paper", wording.receipt_subject(visit.words, paper.number))
    await checking.receipt(visit, paper, wording.next_photo(visit.words, await visit.caseworker_name()))
    await months.ask_month(visit, wording.which_month(visit.words), f"paper:month:{paper.id}:")


async def _album_paper(visit: Visit, album: object) -> Paper | None:
    client = visit.linked
    assert client is not None
    papers = await visit.unit.papers.of_client(client.id)
    return next((paper for paper in papers if paper.reading.get("album") == album), None)


async def _something_else(visit: Visit, stored: dict[str, Any], reading: dict[str, Any]) -> None:
    """Advice, never refusal: if the client says «this is it», it goes to the human."""
    client = visit.linked
    assert client is not None
    _ = visit.words
    paper = await visit.unit.papers.add(
        client.id, "pdf", "to_confirm", 1, stored["id"], stored["sha256"], {"seems": reading["reason"]}, visit.at
    )
    text = f"{wording_refusals.looks_like(_, reading['reason'] or '')}\n\n{wording.send_anyway_question(_)}"
    send = Button(wording.send_anyway(_), f"paper:send:{paper.id}")
    drop = Button(wording.do_not_send(_), f"paper:drop:{paper.id}")
    await visit.say(text, [[send], [drop]])


def _dict(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
