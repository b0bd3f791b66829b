"""A case: a question that a person answers, with what led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Urgency = Literal["normal", "urgent"]
Reason = Literal["asked", "unanswered", "unclear", "crisis", "paper", "expired", "letter"]
CaseState = Literal["open", "closed"]
Stage = Literal["own", "substitute", "team"]
Outcome = Literal["done", "withdrawn"]
Helped = Literal["yes", "no"]

TEAM = "team"  # in the place of a caseworker's id: a change that the lists of all caseworkers show


@dataclass(frozen=True, slots=True)
class Case:
    """One handoff. `waiting_since` is when the oldest unanswered message of the client came.

    `stage` says who must act. `helper_id` is the colleague who answers in the caseworker's place and who may
    therefore see this client as long as the case is open. `outcome` and `helped` are known after closing.
    `withdrawn_at` is when the client withdrew an urgent question: it stays open until a person has looked.
    """

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
    stage: Stage = "own"
    helper_id: str | None = None
    outcome: Outcome | None = None
    helped: Helped | None = None
    withdrawn_at: datetime | None = None

    @property
    def only_looked_at(self) -> bool:
        """Whether the client withdrew it and said nothing since: a person looks, but nobody waits for an answer."""
        return self.withdrawn_at is not None and (self.waiting_since or self.withdrawn_at) <= self.withdrawn_at


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
    async def close(self, case_id: str, note: str, at: datetime, outcome: Outcome = "done") -> bool:
        """Whether this call closed it (and not another before)."""

    async def withdraw(self, case_id: str, at: datetime) -> None:
        """The client withdrew an urgent question; it stays open, for a person to look at from `at` on."""

    async def reopen(self, case_id: str, at: datetime) -> bool:
        """The client goes on with a closed or withdrawn question, waiting from `at`; False when it was open."""

    async def forget(self, case_id: str) -> None:
        """Remove a case that was opened for a message which never left."""

    async def set_helped(self, case_id: str, helped: Helped) -> bool:
        """Keep what the client said; False when that was kept before."""

    async def open_of_clients(self, client_ids: Sequence[str]) -> Sequence[Case]:
        """Open cases of these clients, in the order of `open_of_caseworker`."""

    async def helped_by(self, staff_id: str) -> Sequence[Case]:
        """Open cases of others that this colleague answers."""

    async def of_team(self) -> Sequence[Case]:
        """Open cases that nobody answered in time and that any caseworker may take."""

    async def waiting_before(self, moment: datetime) -> Sequence[Case]:
        """Open cases whose client waits since before `moment`."""

    async def without_owner(self) -> Sequence[Case]:
        """Open cases whose caseworker left, is no caseworker, or is not the client's, and that nobody helps with."""

    async def move(self, case_id: str, stage: Stage, helper_id: str | None, at: datetime) -> None:
        """Who must act from now on."""

    async def hand_over(self, client_ids: Sequence[str], caseworker_id: str, at: datetime) -> None:
        """The open cases of these clients become this caseworker's own."""
