"""A message that a caseworker begins: to one client or to a selection, with what became of it for each client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.handoff.thread import Delivery

PostingState = Literal["waiting", "sent", "left_out", "cancelled"]
LeftOut = Literal["", "invited", "stopped", "blocked", "no_consent", "not_yours", "late"]
Ask = Literal["", "payslip", "letter", "no_income"]  # the step that a button under the message opens


@dataclass(frozen=True, slots=True)
class Mailing:
    """One act of a caseworker. `due_at` is when it was meant to leave; each client has a moment of its own."""

    id: str
    staff_id: str
    ask: Ask
    due_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Posting:
    """The message to one client, with the client's facts filled in.

    `due_at` is when it leaves: later than asked for when hours are quiet or the client heard enough that day.
    `delivery` and `failure` are what the channel said of it, once it is sent.
    """

    id: str
    mailing_id: str
    client_id: str
    body: str
    state: PostingState
    reason: LeftOut
    due_at: datetime
    sent_at: datetime | None = None
    delivery: Delivery = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """One client in a plan: the words and the moment, or why this client is left out."""

    client_id: str
    body: str
    due_at: datetime
    reason: LeftOut = ""


class Mailings(Protocol):
    """What must be kept of messages that caseworkers begin."""

    async def add(self, mailing: Mailing, plan: Sequence[Planned]) -> bool:
        """Keep it with a row for each client; False (and nothing kept) when this id was kept before."""

    async def by_id(self, mailing_id: str) -> Mailing | None: ...
    async def of_staff(self, staff_id: str, limit: int = 50) -> Sequence[Mailing]:
        """The newest first."""

    async def postings(self, mailing_id: str) -> Sequence[Posting]: ...
    async def counts(self, mailing_ids: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """How many postings there are by mailing and state."""

    async def posting(self, posting_id: str) -> Posting | None: ...
    async def due(self, at: datetime, limit: int) -> Sequence[str]:
        """Ids of postings that wait and whose moment has come, the oldest first."""

    async def moments(self, client_ids: Sequence[str], since: datetime) -> Mapping[str, Sequence[datetime]]:
        """When a message to each client left, or will leave, from `since` on."""

    async def sent(self, posting_id: str, thread_id: str, at: datetime) -> bool:
        """Whether this call took it (and not another before, or a cancellation)."""

    async def leave_out(self, posting_id: str, reason: LeftOut) -> None: ...
    async def postpone(self, posting_id: str, due_at: datetime) -> None: ...
    async def cancel(self, mailing_id: str) -> int:
        """Take back what has not left; how many that were."""
