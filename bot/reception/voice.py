"""A voice message: only a person can listen to it, so it is kept and goes to the client's caseworker."""

from __future__ import annotations

from typing import Any

from bot.clients import wording as clients_wording
from bot.handoff import wording
from bot.income import wording as income_wording
from bot.income import wording_refusals
from bot.reception import people
from bot.reception.visit import Visit

KIND = "voice"  # of the job, and of the stored file
LARGEST = 10_000_000  # bytes; at the quality of Telegram more than half an hour


async def came(visit: Visit) -> None:
    """Say honestly that the bot cannot listen, and who will. Words of crisis in it are heard by that person only."""
    attachment, _ = visit.incoming.attachment, visit.words
    assert attachment is not None
    if visit.linked is None:
        return await visit.say_with_menu(clients_wording.unsupported(_))
    if (attachment.size or 0) > LARGEST:
        return await visit.say_with_menu(wording_refusals.refused(_, "too_large"))
    asked = {"file": attachment.file_id, "client": visit.linked_id, "message": visit.incoming.message_id}
    await visit.unit.jobs.put(KIND, visit.incoming.chat_id, asked, visit.at)
    if people.captures(visit):
        return await people.pass_on(visit)
    await visit.say(wording.a_person_listens(_, await visit.caseworker_name()))
    await people.open_case(visit, "asked", wording.voice_subject(_))


async def stored(visit: Visit) -> None:
    """The file is here: the desk shows it at the message that it came with."""
    job: dict[str, Any] = visit.incoming.job
    client, asked = visit.linked, job["asked"]
    if client is None or asked["client"] != client.id:
        return  # the account was joined to somebody else meanwhile; housekeeping removes the file
    file = job.get("stored")
    if not file:
        return await visit.say_with_menu(income_wording.fetch_failed(visit.words))
    await visit.unit.files.add(file["id"], client.id, KIND, file["size"], file["sha256"], visit.at)
    await visit.unit.thread.enclose(client.id, int(asked["message"]), file["id"])
    await visit.changed()
