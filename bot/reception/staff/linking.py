"""Linking an account of Telegram to a member of staff, and unlinking it. One account has one role.

Who was first keeps the account: a client's account is never linked to staff, and an invitation does nothing in the
chat of a member of staff. Otherwise words for one person could be taken for words to another.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot import clock
from bot.clients.invitation import WRONG_CODES_ALLOWED, WRONG_CODES_WINDOW
from bot.clients.staff_chats import code_hash, code_in, unlink
from bot.handoff.staff import wording
from bot.messages import Incoming, Reply
from bot.reception.house import House
from bot.reception.staff.visit import StaffVisit, _
from bot.unit import Unit


def code_of(incoming: Incoming) -> str | None:
    """The code in a message that is one, or in «/start CODE»."""
    if incoming.kind != "message" or incoming.attachment:
        return None
    return code_in(incoming.text.strip().removeprefix("/start "))


async def try_code(house: House, unit: Unit, incoming: Incoming, code: str) -> None:
    """Link this account, or say in one sentence why not."""
    at = house.now()
    said = await _tried(unit, incoming.chat_id, code, at)
    await unit.outbox.put(incoming.chat_id, Reply(said, topic=incoming.topic), at)


async def _tried(unit: Unit, chat_id: int, code: str, at: datetime) -> str:
    conversation = await unit.conversations.of_chat(chat_id)
    if await unit.clients.by_chat(chat_id):
        return wording.is_a_client(_)
    since = clock.text(at - timedelta(seconds=WRONG_CODES_WINDOW.total_seconds()))
    conversation.wrong_codes = [moment for moment in conversation.wrong_codes if moment > since]
    if len(conversation.wrong_codes) >= WRONG_CODES_ALLOWED:
        return wording.too_often(_)
    staff_id = await unit.staff_chats.use_code(code_hash(code), at)
    staff = await unit.staff.by_id(staff_id) if staff_id else None
    if staff is None or not staff.active or staff.role != "caseworker":
        conversation.wrong_codes.append(clock.text(at))
        await unit.conversations.keep(conversation, at)
        return wording.wrong_code(_)
    await unlink(unit, staff, staff, at)  # an account that was linked before hears it
    await unit.staff_chats.link(staff.id, chat_id, at)
    await unit.staff_log.add(staff.id, staff.id, "telegram", at)
    await unit.conversations.forget(chat_id)
    return wording.linked(_, staff.name)


async def stop(visit: StaffVisit) -> None:
    """/stop: what is said after it is a stranger's."""
    await unlink(visit.unit, visit.staff, visit.staff, visit.at)


async def let_go(house: House, unit: Unit, chat_id: int, asked: dict[str, Any], *, said: bool) -> None:
    """The account was unlinked: the topics of clients go from it. `said`: unless it was linked again meanwhile."""
    for topic in asked["topics"]:
        await unit.jobs.put("drop_topic", chat_id, {"topic": topic}, house.now())
    if said:
        await unit.outbox.put(chat_id, Reply(wording.unlinked(_, asked["why"])), house.now())


async def reach(visit: StaffVisit) -> None:
    """The bot was blocked, or no longer."""
    blocked = visit.incoming.kind == "blocked"
    await visit.unit.staff_chats.set_blocked(visit.incoming.chat_id, visit.at if blocked else None)
    if blocked:
        return await visit.unit.outbox.give_up(visit.incoming.chat_id, "blocked", visit.at)
    await visit.say(wording.welcome_back(_))
