"""What must be kept so that nothing is lost and nothing happens twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from bot.messages import Reply


@dataclass(frozen=True, slots=True)
class InboxRow:
    """Something that happened to a chat and is not handled yet. `payload` is as it came in.

    Without `readable` the key of the payload is not in the key ring (now).
    """

    seq: int
    chat_id: int
    payload: dict[str, Any]
    attempts: int
    received_at: datetime
    readable: bool = True


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message to send. `replaces` is the channel's id of the message that this one edits."""

    seq: int
    chat_id: int
    client_id: str | None
    payload: dict[str, Any]
    attempts: int
    replaces: int | None
    reason: str = ""  # why the last try did not settle it
    staff_id: str | None = None  # set for a message to a member of staff about this client


@dataclass(frozen=True, slots=True)
class Card:
    """A message to a member of staff: about which client it is, and its tag."""

    client_id: str
    tag: str


@dataclass(frozen=True, slots=True)
class Job:
    """Slow work, done outside any transaction."""

    id: str
    kind: str
    chat_id: int
    payload: dict[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What the channel said of one row: accepted (message id), failed for good (reason), or later (due)."""

    row: OutboxRow
    message_id: int | None = None
    failed: str = ""
    blocked: bool = False
    again_at: datetime | None = None
    reason: str = field(default="")


class Inbox(Protocol):
    """The durable inbox."""

    async def put(self, source: str, chat_id: int, payload: dict[str, Any], at: datetime) -> bool:
        """Keep something that happened; False when this source was kept before."""

    async def put_many(self, rows: Sequence[tuple[str, int, dict[str, Any]]], at: datetime) -> None:
        """Keep a batch of (source, chat id, payload); what was kept before is passed over."""

    async def claim(self, limit: int, at: datetime) -> Sequence[InboxRow]:
        """The oldest open row of each chat, held by this transaction."""

    async def done(self, seqs: Sequence[int], at: datetime) -> None: ...
    async def failed(self, row: InboxRow, due_at: datetime | None, error: str, at: datetime) -> None:
        """Try again at `due_at`, or set aside for good when that is None."""

    async def waiting(self) -> int:
        """How many rows are open."""

    async def dead(self) -> int:
        """How many rows were set aside for good."""


class Outbox(Protocol):
    """The durable outbox."""

    async def put(
        self,
        chat_id: int,
        reply: Reply,
        at: datetime,
        *,
        client_id: str | None = None,
        thread_id: str | None = None,
        due_at: datetime | None = None,
        staff_id: str | None = None,
    ) -> None: ...
    async def claim(self, limit: int, at: datetime, lease_until: datetime) -> Sequence[OutboxRow]:
        """The oldest unfinished row of each chat that may be sent now, marked as being sent."""

    async def finished(self, results: Sequence[Sent], at: datetime) -> None: ...
    async def give_up(self, chat_id: int, reason: str, at: datetime) -> None:
        """Fail everything that still waits for a chat that cannot be reached."""

    async def release(self) -> int:
        """After a start of the only process: rows that were being sent go back in the queue."""

    async def waiting(self) -> int: ...
    async def failed_of(self, client_id: str) -> int:
        """How many messages to a client failed for good, and nobody dealt with that yet."""

    async def failed_of_clients(self, client_ids: Sequence[str]) -> Mapping[str, int]:
        """The same for many; who has none is not in it."""

    async def settle(self, client_id: str, at: datetime) -> int:
        """Somebody dealt with what failed for this client, for example by calling; how many that were."""

    async def changeable(self, client_id: str, since: datetime) -> Set[str]:
        """Entries of the conversation said since then that arrived as one message without buttons."""

    async def withdraw(self, thread_id: str) -> bool:
        """Take back all parts of a message that has not left; False (and nothing changed) when any part has."""

    async def card(self, chat_id: int, message_id: int) -> Card | None:
        """What this message in the chat of a member of staff is about; None for every other message."""

    async def tagged(self, chat_ids: Sequence[int], tag: str) -> OutboxRow | None:
        """The newest message with this tag to a member of staff in one of these chats, without its payload."""

    async def next_due(self) -> datetime | None: ...


class Jobs(Protocol):
    """Durable jobs."""

    async def put(self, kind: str, chat_id: int, payload: dict[str, Any], at: datetime) -> str: ...
    async def claim(self, limit: int, at: datetime, lease_until: datetime) -> Sequence[Job]: ...
    async def done(self, job_id: str, at: datetime) -> None: ...
    async def failed(self, job: Job, due_at: datetime | None, error: str, at: datetime) -> None: ...
    async def release(self) -> int: ...
    async def waiting(self) -> int: ...


class Counts(Protocol):
    """Anonymous counts by day."""

    async def add(self, name: str, at: datetime) -> None: ...
    async def total(self, name: str) -> int: ...
    async def by_day(self, since: date, starts: Sequence[str]) -> list[tuple[str, str, int]]:
        """(day as ISO text, name, number) of the names that begin with one of `starts`, from `since` on."""
