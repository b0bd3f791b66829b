"""A question to a colleague about a case: the client neither sees nor hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Consult:
    """Question and answer are notes in the client's thread; the colleague sees these two and nothing else."""

    id: str
    client_id: str
    case_id: str | None
    asked_by: str
    asked_of: str
    question_id: str
    answer_id: str | None
    asked_at: datetime
    answered_at: datetime | None


class Consults(Protocol):
    """What must be kept of questions to colleagues."""

    async def add(
        self, client_id: str, case_id: str | None, asked_by: str, asked_of: str, question_id: str, at: datetime
    ) -> Consult: ...
    async def by_id(self, consult_id: str) -> Consult | None: ...
    async def open_of(self, staff_id: str) -> Sequence[Consult]:
        """Questions that wait for this colleague, oldest first."""

    async def of_client(self, client_id: str) -> Sequence[Consult]:
        """All questions about a client, newest first."""

    async def answer(self, consult_id: str, answer_id: str, at: datetime) -> bool:
        """Whether this call answered it (and not another before)."""
