"""The buttons under a card. The client is the one of the message that was pressed, and rights are checked again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.clients.client import Client
from bot.handoff import desk, owning
from bot.handoff.desk import ActRefused
from bot.handoff.staff import wording
from bot.handoff.staff import wording_replies as replies
from bot.handoff.staff.delivery import SENT
from bot.handoff.staff.kept import DRAFT_LASTS, StaffDraft
from bot.handoff.staff.notices import tell_staff
from bot.handoff.staff.unread import shown, unread
from bot.handoff.undoing import withdraw
from bot.messages import Button
from bot.reception.staff import closing
from bot.reception.staff.visit import StaffVisit, _

Press = Callable[[StaffVisit, Client, str], Awaitable[None]]
LOOK_BACK = 50  # entries


async def pressed(visit: StaffVisit, action: str) -> None:
    """Do what the button says, for the client of this very message."""
    incoming = visit.incoming
    card = await visit.unit.outbox.card(incoming.chat_id, incoming.message_id) if incoming.message_id else None
    client = await visit.unit.clients.by_id(card.client_id) if card else None
    head, _unused, rest = action.removeprefix("staff:").partition(":")
    act = _ACTS.get(head) if action.startswith("staff:") else None
    if client is None or act is None:
        return await visit.say(wording.old_button(_))
    try:
        await act(visit, client, rest)
    except ActRefused as refused:
        await visit.say(replies.not_sent(_, replies.refused(_, refused.why, client.name), "").strip())


async def _read(visit: StaffVisit, client: Client, rest: str) -> None:
    """Show what waits for an answer. This is a look: the client can read that it happened."""
    await desk.look(visit.unit, visit.staff, client, "telegram", visit.at)
    await visit.unit.staff_threads.told(visit.staff.id, client.id, None)
    entries = unread(await visit.unit.thread.of_client(client.id, LOOK_BACK))
    text = replies.said(_, client.name, [(entry.at, shown(entry)) for entry in entries])
    await visit.show(client, text, [visit.desk_button(client)], topic=visit.incoming.topic)


async def _send(visit: StaffVisit, client: Client, draft_id: str) -> None:
    draft = await _taken(visit, client, draft_id)
    if draft is None:
        return await visit.say(replies.draft_gone(_))
    tag = f"draft:{draft_id}"
    try:
        entry_id = await _said(visit, client, draft)
    except ActRefused as refused:
        why = replies.refused(_, refused.why, client.name)
        said = replies.not_sent(_, why, draft.words)
        return await visit.show(client, said, tag=tag, replaces=tag, topic=visit.incoming.topic)
    await visit.unit.staff_threads.told(visit.staff.id, client.id, None)
    text = replies.leaving(_, client.name, int(desk.UNDO.total_seconds()), draft.words)
    back = Button(replies.back_button(_), f"staff:back:{entry_id}")
    await visit.show(client, text, [[back]], tag=f"{SENT}{entry_id}", replaces=tag, topic=visit.incoming.topic)


async def _taken(visit: StaffVisit, client: Client, draft_id: str) -> StaffDraft | None:
    draft = await visit.unit.staff_drafts.take(visit.staff.id, draft_id)
    good = draft is not None and draft.client_id == client.id and visit.at - draft.made_at < DRAFT_LASTS
    return draft if good else None


async def _said(visit: StaffVisit, client: Client, draft: StaffDraft) -> str:
    """As at the desk: an answer in the open case, or the beginning of a new one. The id of the entry."""
    unit, staff, at = visit.unit, visit.staff, visit.at
    case = await unit.cases.open_of_client(client.id)
    if case is None:
        case = await desk.start(unit, staff, client, draft.words, at)
        return (await unit.thread.of_client(client.id, 1))[-1].id
    return await desk.reply(unit, staff, case, client, draft.words, at, seen=draft.seen)


async def _drop(visit: StaffVisit, client: Client, draft_id: str) -> None:
    draft = await _taken(visit, client, draft_id)
    if draft is None:
        return await visit.say(replies.draft_gone(_))
    tag = f"draft:{draft_id}"
    await visit.show(client, replies.cancelled(_, draft.words), tag=tag, replaces=tag, topic=visit.incoming.topic)


async def _back(visit: StaffVisit, client: Client, entry_id: str) -> None:
    words = await withdraw(visit.unit, visit.staff, client, entry_id, visit.at)
    text = replies.taken_back(_, words)
    await visit.show(client, text, replaces=f"{SENT}{entry_id}", topic=visit.incoming.topic)


async def _take(visit: StaffVisit, client: Client, case_id: str) -> None:
    case = await owning.take(visit.unit, visit.staff, case_id, visit.at)
    await tell_staff(visit.unit, [visit.staff.id], "taken", visit.at, client=client.id, case=case.id, why="")


_ACTS: dict[str, Press] = {
    "read": _read,
    "send": _send,
    "drop": _drop,
    "back": _back,
    "close": closing.ask,
    "take": _take,
}
