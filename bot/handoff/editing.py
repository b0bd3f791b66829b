"""Changing what a caseworker said after it arrived: the client's phone shows the new words, the desk both versions."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff.desk import ActRefused, allow, checked, said_tag
from bot.handoff.tables import Tables
from bot.handoff.wording import from_caseworker
from bot.language import translator
from bot.messages import Reply

EDIT_WITHIN = timedelta(hours=48)  # after that a new message says more than an old one that changed


async def change(unit: Tables, staff: Staff, client: Client, entry_id: str, text: str, at: datetime) -> None:
    """Put new words in the place of a message; ActRefused («fixed») when it is not one's own or cannot change.

    A message in parts, or with a button, stays as it is: the client would lose the rest of it.
    """
    words = checked(text)
    await allow(unit, staff, client, at)
    if not client.reachable or client.chat_id is None:
        raise ActRefused("unreachable")
    await unit.conversations.of_chat(client.chat_id)  # no worker handles this chat until we are done
    said = await unit.thread.by_id(client.id, entry_id)
    mine = said is not None and said.author == "staff" and said.staff_name == staff.name
    if not mine or entry_id not in await unit.outbox.changeable(client.id, at - EDIT_WITHIN):
        raise ActRefused("fixed")
    tag = said_tag(entry_id)
    shown = Reply(from_caseworker(translator(client.language), staff.name, words), tag=tag, replaces=tag)
    await unit.thread.changed(client.id, entry_id, words)
    await unit.outbox.put(client.chat_id, shown, at, client_id=client.id, thread_id=entry_id)
    await unit.changes.add(client.caseworker_id, client.id)
