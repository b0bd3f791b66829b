"""Staff: who works at the desk, and in which role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, get_args

Role = Literal["caseworker", "income_consultant", "editor", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Staff:
    """One member of staff; the name is what clients see."""

    id: str
    name: str
    role: Role
    active: bool


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser; `csrf` must come back with every form."""

    staff: Staff
    csrf: str
    expires_at: datetime


class StaffList(Protocol):
    """What must be kept of staff, their login links and sessions."""

    async def add(self, name: str, role: Role, at: datetime) -> Staff: ...
    async def by_id(self, staff_id: str) -> Staff | None: ...
    async def by_name(self, name: str) -> Staff | None: ...
    async def all(self) -> Sequence[Staff]: ...
    async def make_login_link(self, staff_id: str, expires_at: datetime) -> str:
        """A token that signs in once; only its hash is kept."""

    async def use_login_link(self, token: str, at: datetime, session_until: datetime) -> tuple[str, Session] | None:
        """Trade the token for a session (its secret and itself); None when used, expired or unknown."""

    async def session(self, secret: str, at: datetime) -> Session | None: ...
    async def end_session(self, secret: str) -> None: ...
    async def end_all_sessions(self, staff_id: str) -> None: ...
