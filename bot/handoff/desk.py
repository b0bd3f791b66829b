"""What a caseworker does for a client: answer, note, close, look. Knows nothing of the web.

Every act checks that the client is the caseworker's own, and does all it does in the one
unit that it was given: what the desk shows as said is also on its way, or neither is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, Protocol

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.clients.conversation import Conversations
from bot.errors import BotError
from bot.handoff.case import Case, Cases
from bot.handoff.thread import Entry, Thread
from bot.handoff.wording import case_closed, from_caseworker
from bot.language import translator
from bot.messages import FROM_STAFF, Reply
from bot.work.queues import Outbox

MAX_CHARACTERS = 4000  # Telegram takes 4096 in one message; the rest is for the name line
SUBJECT_CHARACTERS = 120
SAME_WORDS_WITHIN = timedelta(minutes=2)  # a double click, not a second message

Why = Literal["empty", "too_long", "unreachable", "closed", "not_yours"]
Seen = Literal["conversation", "file"]


class ActRefused(BotError):
    """The desk does not do this; `why` is a code, the sentence for it is in the desk's wording."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


class LooksToKeep(Protocol):
    """The part of bot/privacy/looks.py that the desk needs."""

    async def add(self, staff_id: str, client_id: str, what: Seen, at: datetime) -> None: ...


class ChangesToTell(Protocol):
    """The part of bot/unit.py's Changes that the desk needs."""

    async def add(self, caseworker_id: str, client_id: str) -> None: ...


class Tables(Protocol):
    """The tables of a unit that the desk's acts touch."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def thread(self) -> Thread: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def looks(self) -> LooksToKeep: ...
    @property
    def changes(self) -> ChangesToTell: ...


def may_see(staff: Staff, client: Client) -> bool:
    """Whether this member of staff may see this client: the own caseworker, nobody else."""
    return staff.active and staff.role == "caseworker" and client.caseworker_id == staff.id


async def reply(
    unit: Tables, staff: Staff, case: Case, client: Client, text: str, at: datetime, *, seen: str = ""
) -> str:
    """Send the caseworker's words to the client; the id of the entry in the conversation.

    `seen` is the newest entry that was on the caseworker's screen: what the client said
    after it still waits for an answer. ActRefused when nothing was sent.
    """
    words = _checked(text)
    _own(staff, client)
    chat_id = _chat_of(client)
    await unit.conversations.of_chat(chat_id)  # no worker handles this chat until we are done
    if case.state != "open":
        raise ActRefused("closed")
    entries = await unit.thread.of_client(client.id, 50)
    said = _just_said(entries, staff, words, at)
    if said is not None:
        return said.id
    entry_id = await _say(unit, client, chat_id, words, at, case=case, staff=staff)
    await _answered(unit, case, entries, seen)
    await unit.changes.add(client.caseworker_id, client.id)
    return entry_id


async def start(unit: Tables, staff: Staff, client: Client, text: str, at: datetime) -> Case:
    """Write to a client who asked nothing: opens a case (or takes the open one) and sends."""
    words = _checked(text)
    _own(staff, client)
    await unit.conversations.of_chat(_chat_of(client))
    case = await unit.cases.open_of_client(client.id)
    if case is None:
        subject = " ".join(words.split())[:SUBJECT_CHARACTERS]
        case = await unit.cases.open(client.id, client.caseworker_id, "asked", subject, at)
    await reply(unit, staff, case, client, words, at)
    return case


async def note(unit: Tables, staff: Staff, case: Case | None, client: Client, text: str, at: datetime) -> str:
    """Keep a note for colleagues; nothing of it ever goes to the client."""
    words = _checked(text)
    _own(staff, client)
    case_id = case.id if case else None
    entry_id = await unit.thread.add(client.id, "note", words, at, case_id=case_id, staff_id=staff.id)
    await unit.changes.add(client.caseworker_id, client.id)
    return entry_id


async def close(unit: Tables, staff: Staff, case: Case, client: Client, text: str, at: datetime) -> bool:
    """Close the case with a note for colleagues and tell the client; False when it was closed before."""
    words = _checked(text)
    _own(staff, client)
    if not await unit.cases.close(case.id, words, at):
        return False
    if client.reachable and client.chat_id is not None:
        sentence = case_closed(translator(client.language), staff.name)
        await _say(unit, client, client.chat_id, sentence, at, case=case, staff=None)
    await unit.changes.add(client.caseworker_id, client.id)
    return True


async def look(unit: Tables, staff: Staff, client: Client, what: Seen, at: datetime) -> None:
    """Log that a member of staff looked; the client can read this log."""
    _own(staff, client)
    await unit.looks.add(staff.id, client.id, what, at)


def _checked(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise ActRefused("empty")
    if len(words) > MAX_CHARACTERS:
        raise ActRefused("too_long")
    return words


def _own(staff: Staff, client: Client) -> None:
    if not may_see(staff, client):
        raise ActRefused("not_yours")


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
    unit: Tables, client: Client, chat_id: int, words: str, at: datetime, *, case: Case, staff: Staff | None
) -> str:
    """Into the conversation and on its way; a caseworker's words get the name line on the phone."""
    entry_id = await unit.thread.add(
        client.id,
        "staff" if staff else "bot",
        words,
        at,
        case_id=case.id,
        staff_id=staff.id if staff else None,
    )
    shown = from_caseworker(translator(client.language), staff.name, words) if staff else words
    message = Reply(shown, tag=f"{FROM_STAFF}{entry_id}")
    await unit.outbox.put(chat_id, message, at, client_id=client.id, thread_id=entry_id)
    return entry_id


async def _answered(unit: Tables, case: Case, entries: Sequence[Entry], seen: str) -> None:
    await unit.cases.answered(case.id)
    ids = [entry.id for entry in entries]
    if seen not in ids:
        return
    unseen = [entry for entry in entries[ids.index(seen) + 1 :] if entry.author == "client"]
    if unseen:
        await unit.cases.client_waits(case.id, unseen[0].at)
