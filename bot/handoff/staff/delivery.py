"""What becomes of messages to staff in Telegram (blocked, or the topic is gone), and of those that staff sent there."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.clients.client import Client
from bot.clients.staff_chats import StaffChats
from bot.errors import TOPIC_GONE
from bot.handoff.staff import wording_replies as wording
from bot.identifiers import new_id
from bot.language import SOURCE, translator
from bot.messages import FROM_STAFF, Reply
from bot.work.queues import Inbox, Outbox, Sent

SENT = "sent:"  # the tag of «Gaat over 10 seconden naar …»; the id of the entry follows


class DeliveryTables(Protocol):
    """The tables that are touched."""

    @property
    def staff_chats(self) -> StaffChats: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...


async def told_staff(unit: DeliveryTables, result: Sent, at: datetime) -> bool:
    """Whether this failed message was to a member of staff; what follows from it is done."""
    row = result.row
    chat = await unit.staff_chats.by_account(row.chat_id)
    if chat is None:
        return row.staff_id is not None
    if result.blocked:
        await unit.staff_chats.set_blocked(row.chat_id, at)
        await unit.outbox.give_up(row.chat_id, "blocked", at)
    elif result.failed == TOPIC_GONE:
        asked = {"what": TOPIC_GONE, "staff": chat.staff_id, "client": row.client_id or ""}
        await unit.inbox.put(f"staff:{new_id()}", row.chat_id, {"job": TOPIC_GONE, "asked": asked}, at)
    return True


async def told_sender(unit: DeliveryTables, client: Client, result: Sent, at: datetime) -> None:
    """Say under the words that were sent from Telegram whether they arrived."""
    tag = str(result.row.payload.get("tag") or "")
    accounts = [chat.account for chat in await unit.staff_chats.everybody()]
    if not tag.startswith(FROM_STAFF) or not accounts:
        return
    tag = f"{SENT}{tag.removeprefix(FROM_STAFF)}"
    shown = await unit.outbox.tagged(accounts, tag)
    if shown is not None:
        text = wording.arrived(translator(SOURCE), client.name, failed=bool(result.failed))
        reply = Reply(text, tag=tag, replaces=tag)
        await unit.outbox.put(shown.chat_id, reply, at, client_id=client.id, staff_id=shown.staff_id)
