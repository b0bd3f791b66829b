"""Taking back what a caseworker said, as long as it has not left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff.case import Case
from bot.handoff.desk import ActRefused, allow
from bot.handoff.tables import Tables
from bot.handoff.thread import Entry

LOOK_BACK = 200  # entries


async def withdraw(unit: Tables, staff: Staff, client: Client, entry_id: str, at: datetime) -> str:
    """Take the message back; its words. ActRefused («left») when it has left, or was not said by this colleague.

    The client waits again as before, and a case that was opened for this message is gone.
    """
    await allow(unit, staff, client, at)
    if client.chat_id is not None:
        await unit.conversations.of_chat(client.chat_id)  # no worker handles this chat until we are done
    entries = await unit.thread.of_client(client.id, LOOK_BACK)
    said = next((entry for entry in entries if entry.id == entry_id and entry.author == "staff"), None)
    if said is None or said.staff_name != staff.name or not await unit.outbox.withdraw(entry_id):
        raise ActRefused("left")
    await unit.thread.forget(client.id, entry_id)
    if said.case_id:
        await _waits_again(unit, said, await unit.cases.by_id(said.case_id), entries)
    await unit.changes.add(client.caseworker_id, client.id)
    return said.body


async def _waits_again(unit: Tables, said: Entry, case: Case | None, entries: Sequence[Entry]) -> None:
    if case is None or case.state != "open":
        return
    rest = [entry for entry in entries if entry.id != said.id and entry.case_id == case.id]
    began_with_it = case.opened_at == said.at
    if began_with_it and not rest:
        return await unit.cases.forget(case.id)
    since = unanswered_since(rest, None if began_with_it else case.opened_at)
    if since is not None:
        await unit.cases.client_waits(case.id, since)


def unanswered_since(entries: Sequence[Entry], asked_at: datetime | None) -> datetime | None:
    """When the oldest message came that no caseworker has answered.

    `asked_at` is when the client asked, for when nobody has said anything yet; the question itself may stand
    outside the case, because it came before the case was opened.
    """
    staff = [place for place, entry in enumerate(entries) if entry.author == "staff"]
    after = entries[staff[-1] + 1 :] if staff else entries
    said = [entry.at for entry in after if entry.author == "client"]
    if not staff and asked_at is not None:
        return min([asked_at, *said])
    return min(said, default=None)
