"""What every page of the desk needs, and one visit to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from starlette.requests import Request

from bot.clients.caseworker import Session, Staff
from bot.clock import Clock
from bot.desk_app.attempts import Attempts
from bot.desk_app.feed import Feed
from bot.unit import Units


class FilesReader(Protocol):
    """Reads a stored file."""

    async def read(self, file_id: str) -> bytes:
        """The content; FileNotFoundError when it was erased."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts behind the pages. `signal` wakes the sender after something was put in the outbox."""

    units: Units
    files: FilesReader
    clock: Clock
    signal: Callable[[], None]
    feed: Feed
    attempts: Attempts
    https: bool = False  # whether the desk is always reached over https, whatever the request says


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody who is signed in; `form` is filled for a checked POST."""

    request: Request
    desk: Desk
    session: Session
    at: datetime
    form: dict[str, str] = field(default_factory=dict)

    @property
    def staff(self) -> Staff:
        """Who is signed in."""
        return self.session.staff


def desk_of(request: Request) -> Desk:
    """The desk that this request belongs to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk
