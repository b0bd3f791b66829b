"""Papers: a file comes, is fetched and read by a job, and the client hears what it is."""

from __future__ import annotations

from typing import Any

from bot.income import wording, wording_refusals
from bot.income.paper import PaperKind
from bot.reception import delivered, deliveries, letters_papers, other_papers, several, welcome
from bot.reception.visit import Visit

LARGEST = 10_000_000  # bytes; larger files are refused before they are fetched
_REFUSED = ("refused", "encrypted")


async def file_came(visit: Visit) -> None:
    """Say that it is seen, not that it is received: that is only true after it is stored."""
    attachment = visit.incoming.attachment
    assert attachment is not None
    too_large = (attachment.size or 0) > LARGEST
    letter = not too_large and await letters_papers.meant(visit)
    if letter and not visit.linked:
        return await letters_papers.not_kept(visit)
    if not await welcome.must_be_linked(visit):
        return
    if too_large:
        return await visit.say_with_menu(wording_refusals.refused(visit.words, "too_large"))
    if deliveries.is_photo(attachment):
        return await deliveries.photo_came(visit, letter)
    album = visit.incoming.album
    status = f"busy:{visit.incoming.message_id}"
    asked = {"file": attachment.file_id, "album": album, "status": status, "client": visit.linked_id, "letter": letter}
    await visit.unit.jobs.put("paper", visit.incoming.chat_id, asked, visit.at)
    if not album or visit.conversation.draft.get("album") != album:
        visit.conversation.draft["album"] = album
        await visit.say(wording.busy(visit.words), tag=status)


async def job_finished(visit: Visit) -> None:
    """A file was stored and read, or could not be fetched."""
    job: dict[str, Any] = visit.incoming.job
    client = visit.linked
    if client is None or job["asked"]["client"] != client.id:
        return  # the account was joined to somebody else meanwhile; housekeeping removes the file
    visit.status = str(_dict(job["asked"])["status"])
    if await letters_papers.stored(visit, job):
        return
    why_not = await _not_taken(visit, job)
    if why_not:
        await visit.say_with_menu(why_not)
        return await deliveries.page_missed(visit, _dict(job["asked"]))
    stored, reading = _dict(job["stored"]), _dict(job["reading"])
    await visit.unit.files.add(stored["id"], client.id, stored["kind"], stored["size"], stored["sha256"], visit.at)
    await delivered.keep_pictures(visit, job)
    await visit.changed()
    asked = _dict(job["asked"])
    if reading["kind"] in _REFUSED:
        await _something_else(visit, stored, reading, job)
        await deliveries.page_missed(visit, asked)
    elif "delivery" in asked:
        await deliveries.page_came(visit, stored, job, asked)
    elif reading["kind"] == "payslip" and reading["payslips"] and stored["kind"] == "pdf":
        await several.of_file(visit, stored, reading["payslips"], job)
    elif reading["kind"] == "unreadable" or stored["kind"] == "photo":  # a scan is the same as a photo
        page = {**asked, "delivery": f"m{stored['id']}", "order": 0}
        await deliveries.page_came(visit, stored, job, page)
    else:
        await _something_else(visit, stored, reading, job)


async def _not_taken(visit: Visit, job: dict[str, Any]) -> str:
    """Why nothing of this file is kept, or nothing."""
    client = visit.linked
    assert client is not None
    if not job.get("ok"):
        return wording.fetch_failed(visit.words)
    earlier = await visit.unit.papers.same_file(client.id, str(job["stored"]["sha256"]))
    if earlier:
        return wording.same_file(visit.words, earlier.number, earlier.received_at)
    reason = str(job["reading"]["reason"])
    refused = job["reading"]["kind"] in _REFUSED and reason not in wording_refusals.FOR_A_PERSON
    return wording_refusals.refused(visit.words, reason) if refused else ""


async def _something_else(
    visit: Visit, stored: dict[str, Any], reading: dict[str, Any], result: dict[str, Any]
) -> None:
    """Advice, never refusal: if the client says «this is it», it goes to the human."""
    client = visit.linked
    assert client is not None
    pictures = [str(each["id"]) for each in result.get("pictures", ())]
    seems = {"seems": reading["reason"], "pictures": pictures, **letters_papers.read_on(result)}
    kind: PaperKind = "pdf" if stored["kind"] == "pdf" else "other"
    paper = await visit.unit.papers.add(
        client.id, kind, "to_confirm", max(len(pictures), 1), stored["id"], stored["sha256"], seems, visit.at
    )
    await other_papers.what_is_it(visit, paper)


def _dict(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
