"""Every look of staff at a client is logged, and the client can read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

What = Literal["conversation", "file", "export"]


@dataclass(frozen=True, slots=True)
class Look:
    """One look: who, at what, when."""

    staff_name: str
    what: What
    at: datetime


class Looks(Protocol):
    """What must be kept of looks."""

    async def add(self, staff_id: str, client_id: str, what: What, at: datetime) -> None: ...
    async def of_client(self, client_id: str, limit: int = 20) -> Sequence[Look]:
        """The newest looks first."""
