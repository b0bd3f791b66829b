"""The front desk: takes what happened in a chat and decides which room answers.

The order, and why:
0. The chat of a member of staff: nothing of it is a client's (bot/reception/staff/door.py).
1. A job that finished, a block, an edit: no answer is asked for.
2. Crisis words, always, also in the middle of a step and before consent.
3. Commands and buttons: the client chose.
4. A kind of message that we cannot use; a voice message (a person); a file (the income room).
5. A step that waits for this text.
6. An open case: the text is for the person, the bot keeps silent unless asked.
7. A letter that is pasted or told of (the letter helper); the answers.
"""

from __future__ import annotations

from datetime import datetime

from bot.clients import wording
from bot.handoff.staff.notices import notify
from bot.messages import Incoming
from bot.reception import (
    buttons,
    commands,
    crisis,
    delivered,
    letters,
    mydata,
    news,
    papers,
    people,
    questions,
    reminders,
    steps,
    voice,
    welcome,
)
from bot.reception.house import House
from bot.reception.staff import door
from bot.reception.visit import Visit, menu_action
from bot.unit import Unit

_JOBS = {
    "export": mydata.copy_ready,
    "reminder": reminders.due,
    "news": news.came,
    "pages": delivered.read_together,
    "voice": voice.stored,
}


async def receive(house: House, unit: Unit, incoming: Incoming) -> None:
    """Handle one thing that happened; all effects are in `unit`."""
    if await door.took(house, unit, incoming):
        return
    visit = await _open(house, unit, incoming, house.now())
    before = visit.conversation.as_dict()
    await _handle(visit)
    if visit.conversation.as_dict() != before:
        await unit.conversations.keep(visit.conversation, visit.at)


async def apologise(house: House, unit: Unit, incoming: Incoming) -> None:
    """Say honestly that this message could not be handled."""
    if await door.apologised(house, unit, incoming):
        return
    visit = await _open(house, unit, incoming, house.now())
    await visit.say_with_menu(wording.something_went_wrong(visit.words))
    await visit.count("update.set_aside")


async def _open(house: House, unit: Unit, incoming: Incoming, at: datetime) -> Visit:
    conversation = await unit.conversations.of_chat(incoming.chat_id)
    client = await unit.clients.by_chat(incoming.chat_id)
    visit = Visit(house, unit, incoming, conversation, client, at)
    if client:
        conversation.language = conversation.language or client.language
    if visit.linked and client:
        visit.case = await unit.cases.open_of_client(client.id)
    return visit


async def _handle(visit: Visit) -> None:
    kind = visit.incoming.kind
    if kind == "job":
        await _JOBS.get(str(visit.incoming.job.get("job")), papers.job_finished)(visit)
    elif kind in ("blocked", "unblocked"):
        await _membership(visit)
    elif kind == "edit":
        await people.edited(visit)
    elif kind == "press":
        await _alive(visit)
        await buttons.pressed(visit, visit.incoming.button or "")
    else:
        await _alive(visit)
        await _message(visit)


async def _message(visit: Visit) -> None:
    text = visit.incoming.text.strip()
    entry_wanted = not text.startswith("/") and menu_action(text, visit.language) is None
    if entry_wanted:
        await people.note_message(visit, for_person=not steps.answers_the_bot(visit, text))
    if text and await crisis.answered(visit, text) and not visit.incoming.attachment:
        return  # a file with crisis words under it is still taken
    if text.startswith("/"):
        return await commands.run(visit, text)
    if action := menu_action(text, visit.language):
        visit.conversation.end_step()
        return await buttons.pressed(visit, f"menu:{action}")
    if visit.incoming.unsupported:
        return await visit.say_with_menu(wording.unsupported(visit.words))
    if visit.incoming.attachment:
        heard = visit.incoming.attachment.kind == "voice"
        return await (voice.came(visit) if heard else papers.file_came(visit))
    if not text:
        return await visit.say_with_menu(wording.unsupported(visit.words))
    if await steps.took(visit, text):
        return None
    if people.captures(visit):
        return await people.pass_on(visit)
    first = visit.conversation.language is None and visit.client is None
    if not await letters.began(visit, text):
        await questions.answer(visit, text)
    if first:
        await welcome.introduce_quietly(visit)


async def _alive(visit: Visit) -> None:
    """The client can be reached again, and was in touch: retention counts from here."""
    client = visit.client
    if client is None:
        return
    if client.blocked_at:
        await visit.unit.clients.set_blocked(client.id, None)
    if (visit.at - client.last_contact_at).total_seconds() > 60:
        await visit.unit.clients.seen(client.id, visit.at)


async def _membership(visit: Visit) -> None:
    if visit.client is None:
        return
    blocked = visit.incoming.kind == "blocked"
    await visit.unit.clients.set_blocked(visit.client.id, visit.at if blocked else None)
    if blocked:
        await visit.unit.outbox.give_up(visit.incoming.chat_id, "blocked", visit.at)
        if await visit.unit.outbox.failed_of(visit.client.id):
            await notify(visit.unit, visit.client, "failed", visit.at, visit.case, why="blocked")
    await visit.changed()
