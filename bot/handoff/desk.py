"""What a caseworker does for a client: answer, note, close, look. Knows nothing of the web.

Every act checks that the caseworker may see the client now, and does all it does in the one
unit that it was given: what the desk shows as said is also on its way, or neither is.
What a caseworker says leaves after UNDO; until then it can be withdrawn (bot/handoff/undoing.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.errors import BotError
from bot.handoff.access import may_see
from bot.handoff.asking import Rows
from bot.handoff.case import Case
from bot.handoff.tables import Seen, Tables
from bot.handoff.thread import Entry
from bot.handoff.wording import case_closed, from_caseworker
from bot.handoff.wording_own import did_it_help, helped_no, helped_yes
from bot.language import translator
from bot.messages import FROM_STAFF, Button, Picture, Reply

MAX_CHARACTERS = 4000  # Telegram takes 4096 in one message; the rest is for the name line
SUBJECT_CHARACTERS = 120
FROM_DESK = "from_desk"  # the kind of a file that a caseworker sent
VOICE_FROM_DESK = "voice_from_desk"  # of sound, which can be heard in the conversation
SAME_WORDS_WITHIN = timedelta(minutes=2)  # a double click, not a second message
_NOTHING_MORE = Reply("")
UNDO = timedelta(seconds=10)  # between pressing the button and leaving

Why = Literal["empty", "too_long", "unreachable", "closed", "not_yours", "left", "whom", "days", "away", "page",
              "aftercare", "file", "fixed", "paper", "value", "taken", "service",
              "voice"]  # fmt: skip


class ActRefused(BotError):
    """The desk does not do this; `why` is a code, the sentence for it is in the desk's wording."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


async def reply(
    unit: Tables,
    staff: Staff,
    case: Case,
    client: Client,
    text: str,
    at: datetime,
    *,
    seen: str = "",
    buttons: Rows = (),
    enclosed: Picture | None = None,
) -> str:
    """Send the caseworker's words to the client; the id of the entry in the conversation.

    `seen` is the newest entry that was on the caseworker's screen: what the client said
    after it still waits for an answer. ActRefused when nothing was sent.
    """
    words = checked(text)
    await allow(unit, staff, client, at)
    chat_id = _chat_of(client)
    conversation = await unit.conversations.of_chat(chat_id)  # no worker handles this chat until we are done
    if case.state != "open":
        raise ActRefused("closed")
    if case.withdrawn_at and conversation.bot_may_answer:  # who is asked how it goes, answers the one who asks
        conversation.bot_may_answer = False
        await unit.conversations.keep(conversation, at)
    entries = await unit.thread.of_client(client.id, 50)
    said = None if enclosed else _just_said(entries, staff, words, at)
    if said is not None:
        return said.id
    more = Reply("", buttons=buttons, picture=enclosed)
    entry_id = await _say(unit, client, chat_id, words, at, case=case, staff=staff, more=more)
    await _answered(unit, case, entries, seen)
    await unit.changes.add(client.caseworker_id, client.id)
    return entry_id


async def start(
    unit: Tables,
    staff: Staff,
    client: Client,
    text: str,
    at: datetime,
    *,
    buttons: Rows = (),
    enclosed: Picture | None = None,
) -> Case:
    """Write to a client who asked nothing: opens a case (or takes the open one) and sends."""
    words = checked(text)
    await allow(unit, staff, client, at)
    await unit.conversations.of_chat(_chat_of(client))
    case = await unit.cases.open_of_client(client.id)
    if case is None:
        subject = " ".join(words.split())[:SUBJECT_CHARACTERS]
        case = await unit.cases.open(client.id, client.caseworker_id, "asked", subject, at)
    await reply(unit, staff, case, client, words, at, buttons=buttons, enclosed=enclosed)
    return case


async def note(unit: Tables, staff: Staff, case: Case | None, client: Client, text: str, at: datetime) -> str:
    """Keep a note for colleagues; nothing of it ever goes to the client."""
    words = checked(text)
    await allow(unit, staff, client, at)
    case_id = case.id if case else None
    entry_id = await unit.thread.add(client.id, "note", words, at, case_id=case_id, staff_id=staff.id)
    await unit.changes.add(client.caseworker_id, client.id)
    return entry_id


async def close(unit: Tables, staff: Staff, case: Case, client: Client, text: str, at: datetime) -> bool:
    """Close the case with a note for colleagues and tell the client; False when it was closed before.

    A client who withdrew the question waits for nothing, and is told nothing.
    """
    words = checked(text)
    await allow(unit, staff, client, at)
    if not await unit.cases.close(case.id, words, at, "withdrawn" if case.withdrawn_at else "done"):
        return False
    if case.withdrawn_at is None and client.reachable and client.chat_id is not None:
        await _say_closed(unit, staff, case, client, client.chat_id, at)
    await unit.changes.add(client.caseworker_id, client.id)
    return True


async def _say_closed(unit: Tables, staff: Staff, case: Case, client: Client, chat_id: int, at: datetime) -> None:
    """The client hears that it is done, and is asked once whether it helped. A paper was no question."""
    _ = translator(client.language)
    sentence = case_closed(_, staff.name)
    if case.helped is not None or case.reason == "paper":
        await _say(unit, client, chat_id, sentence, at, case=case, staff=None)
        return
    yes, no = Button(helped_yes(_), f"helped:yes:{case.id}"), Button(helped_no(_), f"helped:no:{case.id}")
    text = f"{sentence}\n\n{did_it_help(_)}"
    await _say(unit, client, chat_id, text, at, case=case, staff=None, more=Reply("", buttons=((yes, no),)))
    conversation = await unit.conversations.of_chat(chat_id)
    conversation.asked = f"helped:{case.id}"  # «ja» and «nee» can be typed as well
    await unit.conversations.keep(conversation, at)


async def look(unit: Tables, staff: Staff, client: Client, what: Seen, at: datetime) -> None:
    """Log that a member of staff looked; the client can read this log."""
    await allow(unit, staff, client, at)
    await unit.looks.add(staff.id, client.id, what, at)


def checked(text: str) -> str:
    """The words as they are kept; ActRefused when there are none, or too many."""
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise ActRefused("empty")
    if len(words) > MAX_CHARACTERS:
        raise ActRefused("too_long")
    return words


async def allow(unit: Tables, staff: Staff, client: Client, at: datetime) -> None:
    """ActRefused unless this member of staff may see this client now."""
    if not await may_see(unit, staff, client, at):
        raise ActRefused("not_yours")


def said_tag(entry_id: str, *, alone: bool = True) -> str:
    """Names a message of a caseworker in its chat, to change it later; one with more than words has another name."""
    return f"{FROM_STAFF}{entry_id}{'' if alone else ':more'}"


def _chat_of(client: Client) -> int:
    if not client.reachable or client.chat_id is None:
        raise ActRefused("unreachable")
    return client.chat_id


def _just_said(entries: Sequence[Entry], staff: Staff, words: str, at: datetime) -> Entry | None:
    """The same words, said a moment ago and followed by nothing: somebody clicked twice."""
    last = entries[-1] if entries else None
    if last is None or last.author != "staff" or last.staff_name != staff.name or last.body != words:
        return None
    return last if at - last.at <= SAME_WORDS_WITHIN else None


async def _say(
    unit: Tables,
    client: Client,
    chat_id: int,
    words: str,
    at: datetime,
    *,
    case: Case,
    staff: Staff | None,
    more: Reply = _NOTHING_MORE,
) -> str:
    """Into the conversation and on its way, with buttons or a file; a caseworker's words get the name on the phone."""
    entry_id = await unit.thread.add(
        client.id,
        "staff" if staff else "bot",
        words,
        at,
        case_id=case.id,
        staff_id=staff.id if staff else None,
        file_id=more.picture.file_id if more.picture else None,
    )
    shown = from_caseworker(translator(client.language), staff.name, words) if staff else words
    message = replace(more, text=shown, tag=said_tag(entry_id, alone=more == _NOTHING_MORE))
    # All that the desk says waits equally long, so that it leaves in the order in which it was said.
    await unit.outbox.put(chat_id, message, at, client_id=client.id, thread_id=entry_id, due_at=at + UNDO)
    return entry_id


async def _answered(unit: Tables, case: Case, entries: Sequence[Entry], seen: str) -> None:
    await unit.cases.answered(case.id)
    ids = [entry.id for entry in entries]
    if seen not in ids:
        return
    unseen = [entry for entry in entries[ids.index(seen) + 1 :] if entry.author == "client"]
    if unseen:
        await unit.cases.client_waits(case.id, unseen[0].at)
