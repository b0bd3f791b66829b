"""Staff: who works at the desk, and in which role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, get_args

Role = Literal["caseworker", "income_consultant", "editor", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
How = Literal["link", "account"]  # what a session began with

SESSION_LASTS = timedelta(hours=10)  # however busy: once a working day
SESSION_IDLE = timedelta(hours=2)  # without anybody at the screen


@dataclass(frozen=True, slots=True)
class Staff:
    """One member of staff; the name is what clients see.

    `consultant_id` is who settles the wages of this caseworker's clients. `language` is
    what was chosen for the desk, empty when nothing was; clients never notice.
    """

    id: str
    name: str
    role: Role
    active: bool
    consultant_id: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser; `csrf` must come back with every form. `seen_at` is when it was last used.

    `language` is the one in which its pages are shown.
    """

    staff: Staff
    csrf: str
    expires_at: datetime
    seen_at: datetime
    how: How = "link"
    language: str = "nl"


class StaffList(Protocol):
    """What must be kept of staff, their login links and sessions."""

    async def add(self, name: str, role: Role, at: datetime) -> Staff: ...
    async def by_id(self, staff_id: str) -> Staff | None: ...
    async def by_name(self, name: str) -> Staff | None: ...
    async def all(self) -> Sequence[Staff]: ...
    async def set_role(self, staff_id: str, role: Role) -> None: ...
    async def set_active(self, staff_id: str, active: bool) -> None:
        """Who left keeps the name that clients saw; links stop working, sessions end."""

    async def set_consultant(self, staff_id: str, consultant_id: str | None) -> None: ...
    async def set_language(self, staff_id: str, language: str) -> None: ...
    async def make_login_link(self, staff_id: str, expires_at: datetime) -> str:
        """A token that signs in once; only its hash is kept."""

    async def use_login_link(self, token: str, at: datetime) -> Staff | None:
        """Who the token is for, and use it up; None when used, expired or unknown."""

    async def begin_session(self, staff: Staff, at: datetime, how: How, sid_hash: str | None = None) -> str:
        """A new session for SESSION_LASTS; its secret, of which only a hash is kept."""

    async def session(self, secret: str, at: datetime) -> Session | None:
        """The session behind the secret; None when it is over, or nobody used it for SESSION_IDLE."""

    async def used(self, secret: str, at: datetime) -> None:
        """Somebody did something in this session."""

    async def sessions_of(self, staff_id: str, at: datetime) -> Sequence[Session]:
        """All open sessions of one person, the one used last first."""

    async def end_session(self, secret: str) -> None: ...
    async def end_all_sessions(self, staff_id: str) -> int:
        """Sign out everywhere; how many sessions ended."""

    async def end_sessions_of_sid(self, sid_hash: str) -> int:
        """The provider ended its own session: end ours."""
