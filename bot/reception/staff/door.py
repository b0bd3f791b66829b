"""The door for staff: takes what happened in the chat of a member of staff, so that a room for clients never gets it.

Only a message that answers a card, or that stands in the topic of a client, is about that client.
"""

from __future__ import annotations

from bot.clients.staff_chats import code_in
from bot.handoff.staff import wording
from bot.handoff.staff.notices import JOB
from bot.messages import Incoming
from bot.reception.house import House
from bot.reception.staff import linking, notices, pressing, replying
from bot.reception.staff.visit import StaffVisit, _
from bot.unit import Unit

TOPIC_JOB, TOPIC_GONE_JOB, DROP_TOPIC_JOB = "topic", "topic_gone", "drop_topic"
STOP = ("/stop", "ontkoppel")


async def took(house: House, unit: Unit, incoming: Incoming) -> bool:
    """Whether this was for staff, and is done."""
    job = incoming.job.get("job")
    if job in _JOBS:
        await _job(house, unit, incoming)
    if job in _JOBS or job == DROP_TOPIC_JOB:  # nobody waits for that one
        return True
    if not house.staff_in_telegram:
        return False
    visit = await _visit(house, unit, incoming)
    code = linking.code_of(incoming)
    if visit is None and code:
        await linking.try_code(house, unit, incoming, code)
    elif visit is not None:
        await _handle(visit)
    return visit is not None or code is not None


async def apologised(house: House, unit: Unit, incoming: Incoming) -> bool:
    """Say to a member of staff that something could not be handled; False for everybody else."""
    visit = await _visit(house, unit, incoming) if house.staff_in_telegram else None
    if visit is not None:
        await visit.say(wording.something_went_wrong(_))
    return visit is not None


async def _visit(house: House, unit: Unit, incoming: Incoming) -> StaffVisit | None:
    chat = await unit.staff_chats.by_account(incoming.chat_id)
    staff = await unit.staff.by_id(chat.staff_id) if chat else None
    return StaffVisit(house, unit, incoming, staff, house.now()) if staff else None


async def _job(house: House, unit: Unit, incoming: Incoming) -> None:
    visit = await _visit(house, unit, incoming)
    asked = incoming.job["asked"]
    assert isinstance(asked, dict)
    if asked["what"] == "unlinked":
        await linking.let_go(house, unit, incoming.chat_id, asked, said=visit is None)
    elif house.staff_in_telegram and visit is not None and visit.staff.id == asked["staff"]:
        await _JOBS[str(incoming.job["job"])](visit, asked)


_JOBS = {JOB: notices.came, TOPIC_JOB: notices.topic_made, TOPIC_GONE_JOB: notices.topic_gone}


async def _handle(visit: StaffVisit) -> None:
    match visit.incoming.kind:
        case "press":
            await pressing.pressed(visit, visit.incoming.button or "")
        case "edit":
            await replying.edited(visit)
        case "message":
            await _message(visit)
        case "blocked" | "unblocked":
            await linking.reach(visit)


async def _message(visit: StaffVisit) -> None:
    text = visit.incoming.text.strip()
    if text.lower() in STOP and visit.incoming.answers is None:
        return await linking.stop(visit)
    if code_in(text.removeprefix("/start ")):
        return await visit.say(wording.linked_already(_, visit.staff.name))
    if text.startswith("/start "):
        return await visit.say(wording.is_staff(_))
    if text.startswith("/"):
        return await visit.say(wording.how_it_works(_, visit.staff.name, topics=visit.house.topics()))
    await replying.wrote(visit, text)
