"""A member of staff writes: to which client, if to any, and what would go there. Nothing leaves from here.

The client is the one of the card that is answered, or of the topic. Every doubt means: sent to nobody, and said so.
"""

from __future__ import annotations

from bot.clients.client import Client
from bot.handoff import desk
from bot.handoff.access import sight_of
from bot.handoff.advice import advise
from bot.handoff.desk import ActRefused
from bot.handoff.staff import wording_replies as replies
from bot.messages import Button
from bot.reception.staff import closing
from bot.reception.staff.visit import StaffVisit, _


async def wrote(visit: StaffVisit, text: str) -> None:
    """A message of the member of staff."""
    incoming = visit.incoming
    card = await visit.unit.outbox.card(incoming.chat_id, incoming.answers) if incoming.answers else None
    thread = await visit.unit.staff_threads.by_topic(visit.staff.id, incoming.topic) if incoming.topic else None
    if card is not None and thread is not None and card.client_id != thread.client_id:
        return await visit.say(replies.two_clients(_), under=incoming.message_id)
    if card is not None and card.tag != "team":
        client_id = card.client_id
    elif thread is not None:
        client_id = thread.client_id
    else:
        return await visit.say(_to_nobody(visit), under=incoming.message_id)
    if incoming.attachment or incoming.unsupported or not text:
        return await visit.say(replies.only_text(_), under=incoming.message_id)
    client = await visit.unit.clients.by_id(client_id)
    if client is None:
        return await visit.say(replies.unknown_card(_), under=incoming.message_id)
    if card is not None and card.tag.startswith(closing.TAG):
        return await closing.close(visit, client, card.tag.removeprefix(closing.TAG), text)
    await _draft(visit, client, text)


def _to_nobody(visit: StaffVisit) -> str:
    if visit.incoming.answers:
        return replies.unknown_card(_)
    return replies.unknown_topic(_) if visit.incoming.topic else replies.stray(_, topics=visit.house.topics())


async def _draft(visit: StaffVisit, client: Client, text: str) -> None:
    """Keep the words until the button with the client's name is pressed, and show them."""
    message_id = visit.incoming.message_id
    assert message_id is not None
    try:
        words = await _allowed(visit, client, text)
    except ActRefused as refused:
        why = replies.not_sent(_, replies.refused(_, refused.why, client.name), "")
        return await visit.say(why.strip(), under=message_id)
    entries = await visit.unit.thread.of_client(client.id, 1)
    seen = entries[-1].id if entries else ""
    draft_id = await visit.unit.staff_drafts.add(visit.staff.id, client.id, words, message_id, seen, visit.at)
    await _preview(visit, client, draft_id, words)


async def edited(visit: StaffVisit) -> None:
    """The words were changed: what waits for its button changes too; what left stays as it is."""
    message_id = visit.incoming.message_id
    draft = await visit.unit.staff_drafts.by_message(visit.staff.id, message_id) if message_id else None
    client = await visit.unit.clients.by_id(draft.client_id) if draft else None
    if draft is None or client is None:
        return await visit.say(replies.changed_too_late(_), under=message_id)
    try:
        words = await _allowed(visit, client, visit.incoming.text)
    except ActRefused as refused:
        await visit.unit.staff_drafts.take(visit.staff.id, draft.id)
        why = replies.not_sent(_, replies.refused(_, refused.why, client.name), draft.words)
        return await visit.show(client, why, replaces=f"draft:{draft.id}", topic=visit.incoming.topic)
    await visit.unit.staff_drafts.change(draft, words)
    await _preview(visit, client, draft.id, words, again=True)


async def _allowed(visit: StaffVisit, client: Client, text: str) -> str:
    """The words, when this client may be written to by this person now; otherwise ActRefused."""
    words = desk.checked(text)
    await desk.allow(visit.unit, visit.staff, client, visit.at)
    if not client.reachable:
        raise ActRefused("unreachable")
    return words


async def _preview(visit: StaffVisit, client: Client, draft_id: str, words: str, *, again: bool = False) -> None:
    case = await visit.unit.cases.open_of_client(client.id)
    text = replies.preview(_, client.name, words, await _remarks(visit, client, words), closed=case is None)
    send = Button(replies.send_button(_, client.name), f"staff:send:{draft_id}")
    leave = Button(replies.do_not_send_button(_), f"staff:drop:{draft_id}")
    tag, incoming = f"draft:{draft_id}", visit.incoming
    await visit.show(
        client,
        text,
        [[send], [leave]],
        tag=tag,
        replaces=tag if again else None,
        topic=incoming.topic,
        under=incoming.message_id,
    )


async def _remarks(visit: StaffVisit, client: Client, words: str) -> list[str]:
    """Only what the desk asks about once more: a BSN, another client's name, an open place."""
    sight = await sight_of(visit.unit, visit.staff, visit.at)
    clients = await visit.unit.clients.of_caseworkers(sorted(sight.owners), sorted(sight.clients))
    others = [(one.name, one.number) for one in clients if one.id != client.id and one.name != client.name]
    return [replies.remark(_, one) for one in advise(words, others) if one.grave]
