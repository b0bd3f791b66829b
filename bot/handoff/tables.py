"""The tables of a unit that the desk's acts touch."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Protocol

from bot.clients.conversation import Conversations
from bot.handoff.absence import Absences
from bot.handoff.case import Cases
from bot.handoff.thread import Thread
from bot.work.queues import Outbox

Original = Literal["original_read", "original_asked", "original_objection"]
"""Why a file was opened as the client sent it."""

Seen = Literal["conversation", "file", "telegram"] | Original


class LooksToKeep(Protocol):
    """The part of bot/privacy/looks.py that the desk needs."""

    async def add(self, staff_id: str, client_id: str, what: Seen, at: datetime) -> None: ...


class ChangesToTell(Protocol):
    """The part of bot/unit.py's Changes that the desk needs."""

    async def add(self, caseworker_id: str, client_id: str) -> None: ...


class Tables(Protocol):
    """The tables of a unit that the desk's acts touch."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def thread(self) -> Thread: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def looks(self) -> LooksToKeep: ...
    @property
    def changes(self) -> ChangesToTell: ...
