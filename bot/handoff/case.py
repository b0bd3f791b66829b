"""A case: a question that a person answers, with what led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Urgency = Literal["normal", "urgent"]
Reason = Literal["asked", "unanswered", "unclear", "crisis", "paper", "expired"]
CaseState = Literal["open", "closed"]


@dataclass(frozen=True, slots=True)
class Case:
    """One handoff. `waiting_since` is when the oldest unanswered message of the client came."""

    id: str
    number: str
    client_id: str
    caseworker_id: str
    state: CaseState
    urgency: Urgency
    reason: Reason
    subject: str
    opened_at: datetime
    waiting_since: datetime | None
    closed_at: datetime | None
    note: str


class Cases(Protocol):
    """What must be kept of cases."""

    async def open(
        self,
        client_id: str,
        caseworker_id: str,
        reason: Reason,
        subject: str,
        at: datetime,
        urgency: Urgency = "normal",
    ) -> Case: ...
    async def by_id(self, case_id: str) -> Case | None: ...
    async def open_of_client(self, client_id: str) -> Case | None: ...
    async def of_client(self, client_id: str) -> Sequence[Case]: ...
    async def open_of_caseworker(self, caseworker_id: str) -> Sequence[Case]:
        """Urgent ones first, then those waiting longest."""

    async def make_urgent(self, case_id: str) -> None: ...
    async def client_waits(self, case_id: str, since: datetime) -> None:
        """The client said something; an earlier unanswered message keeps its time."""

    async def answered(self, case_id: str) -> None: ...
    async def close(self, case_id: str, note: str, at: datetime) -> bool:
        """Whether this call closed it (and not another before)."""
