"""Every look of staff at a client is logged, and the client can read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.clients.caseworker import Role

What = Literal[
    "conversation",
    "file",
    "telegram",
    "export",
    "payslips",
    "payslips_originals",
    "original_read",
    "original_asked",
    "original_objection",
]
"""`original_...`: a file as the client sent it, on which a BSN may stand, with the reason why it was opened."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look: who, at what, when, and in which role of bot/clients/caseworker.py that person is."""

    staff_name: str
    what: What
    at: datetime
    role: Role = "caseworker"


class Looks(Protocol):
    """What must be kept of looks."""

    async def add(self, staff_id: str, client_id: str, what: What, at: datetime) -> None: ...
    async def of_client(self, client_id: str, limit: int = 20) -> Sequence[Look]:
        """The newest looks first."""
