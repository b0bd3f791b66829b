"""A paper that a client sent: what it is, whether it was confirmed, and its receipt number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol

PaperKind = Literal["pdf", "photo", "other"]
"""«other»: a file that the bot cannot open, such as one of Word; a person may."""
PaperState = Literal["collecting", "to_confirm", "confirmed", "for_human", "withdrawn"]
MonthState = Literal["received", "confirmed", "no_income", "checked"]


@dataclass(frozen=True, slots=True)
class Paper:
    """One delivery. `reading` is what was read and what the client corrected (field -> value)."""

    id: str
    number: str
    client_id: str
    kind: PaperKind
    state: PaperState
    month: date | None
    pages: int
    file_id: str
    sha256: str
    reading: dict[str, Any]
    received_at: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class LedgerMonth:
    """What is known of one benefit month. `month` is its first day."""

    month: date
    state: MonthState
    number: str
    paper_id: str | None
    changed_at: datetime


class Papers(Protocol):
    """What must be kept of papers."""

    async def add(
        self,
        client_id: str,
        kind: PaperKind,
        state: PaperState,
        pages: int,
        file_id: str,
        sha256: str,
        reading: dict[str, Any],
        at: datetime,
        month: date | None = None,
    ) -> Paper: ...
    async def by_id(self, paper_id: str) -> Paper | None: ...
    async def same_file(self, client_id: str, sha256: str) -> Paper | None:
        """An earlier paper of this client with the same bytes that still counts."""

    async def of_client(self, client_id: str) -> Sequence[Paper]: ...
    async def to_look_at(self, client_ids: Sequence[str], since: datetime) -> Sequence[Paper]:
        """Papers of these clients for a person, and those confirmed since then of a month not looked at yet."""

    async def update(
        self,
        paper_id: str,
        state: PaperState,
        reading: dict[str, Any],
        month: date | None,
        confirmed_at: datetime | None,
    ) -> None: ...


class Ledger(Protocol):
    """What must be kept of months."""

    async def of_client(self, client_id: str) -> Sequence[LedgerMonth]:
        """Newest month first."""

    async def of_clients(self, client_ids: Sequence[str], since: date) -> Mapping[str, Mapping[date, LedgerMonth]]:
        """Client id -> month -> what is known of it, from the month `since` on."""

    async def month(self, client_id: str, month: date) -> LedgerMonth | None: ...
    async def set(
        self, client_id: str, month: date, state: MonthState, number: str, paper_id: str | None, at: datetime
    ) -> None: ...


class Files(Protocol):
    """What must be known of stored files; the bytes themselves are outside the database."""

    async def add(self, file_id: str, client_id: str, kind: str, size: int, sha256: str, at: datetime) -> None: ...
    async def owner(self, file_id: str) -> tuple[str, str] | None:
        """(client id, kind) of a file."""

    async def kinds(self, file_ids: Sequence[str]) -> Mapping[str, str]:
        """File id -> kind, of those that are kept."""
