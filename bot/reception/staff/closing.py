"""Closing a case from Telegram: the button asks for a note, and the answer to that question closes."""

from __future__ import annotations

from bot.clients.client import Client
from bot.handoff import desk
from bot.handoff.desk import ActRefused
from bot.handoff.staff import wording_replies as replies
from bot.reception.staff.visit import StaffVisit, _

TAG = "close:"  # of the question for a note; the id of the case follows


async def ask(visit: StaffVisit, client: Client, case_id: str) -> None:
    """Ask for the note; the typing field opens as an answer."""
    case = await visit.unit.cases.by_id(case_id)
    if case is None or case.client_id != client.id or case.state != "open":
        return await visit.say(replies.refused(_, "closed", client.name))
    text = replies.write_note(_, case.number, client.name)
    await visit.show(client, text, tag=f"{TAG}{case.id}", topic=visit.incoming.topic, asks=True)


async def close(visit: StaffVisit, client: Client, case_id: str, note: str) -> None:
    """Close with this note, as the desk does."""
    case = await visit.unit.cases.by_id(case_id)
    try:
        if case is None or case.client_id != client.id:
            raise ActRefused("closed")
        if not await desk.close(visit.unit, visit.staff, case, client, note, visit.at):
            raise ActRefused("closed")
    except ActRefused as refused:
        return await visit.say(replies.refused(_, refused.why, client.name), under=visit.incoming.message_id)
    await visit.unit.staff_threads.told(visit.staff.id, client.id, None)
    await visit.show(client, replies.closed(_, case.number, client.name), topic=visit.incoming.topic)
