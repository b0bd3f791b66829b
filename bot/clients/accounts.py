"""Which account of the municipality's sign-in belongs to which member of staff, and what was done to staff."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.clients.caseworker import Staff

Done = Literal[
    "added",
    "role",
    "left",
    "back",
    "link",
    "joined",
    "parted",
    "consultant",
    "signed_out",
    "caseload",
    "telegram",
    "telegram_off",
]


def account_hash(issuer: str, subject: str) -> str:
    """What is kept of an account: the same person at the same provider, and nothing to read."""
    return hashlib.sha256(f"{issuer.rstrip('/')}\n{subject}".encode()).hexdigest()


class Accounts(Protocol):
    """What must be kept of accounts."""

    async def join(self, hashed: str, staff_id: str, at: datetime) -> bool:
        """Let this account sign in as this person, instead of an earlier one; False when it is somebody else's."""

    async def staff_of(self, hashed: str) -> Staff | None:
        """Who signs in with this account, also when they left."""

    async def part(self, staff_id: str) -> None:
        """No account signs in as this person any more."""

    async def joined(self) -> Mapping[str, datetime]:
        """Since when an account is joined, by staff id."""


@dataclass(frozen=True, slots=True)
class StaffEvent:
    """One line of the log; `actor` is empty for the command line, `detail` a role where there is one."""

    at: datetime
    actor: str
    staff: str
    what: Done
    detail: str = ""


class StaffLog(Protocol):
    """What must be kept of changes to the list of staff."""

    async def add(self, actor_id: str | None, staff_id: str, what: Done, at: datetime, detail: str = "") -> None: ...
    async def newest(self, limit: int = 50) -> Sequence[StaffEvent]: ...
