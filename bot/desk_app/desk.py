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
from bot.desk_app.knowledge import Knowledge
from bot.desk_app.openid.provider import Provider
from bot.desk_app.speaking import desk_words
from bot.language import Translator
from bot.policy import Policy
from bot.unit import Units


class FilesReader(Protocol):
    """Reads and keeps files."""

    async def read(self, file_id: str) -> bytes:
        """The content; FileNotFoundError when it was erased."""

    async def keep(self, file_id: str, content: bytes) -> None:
        """Store a file for good."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts behind the pages. `signal` wakes the sender after something was put in the outbox."""

    units: Units
    files: FilesReader
    clock: Clock
    signal: Callable[[], None]
    feed: Feed
    attempts: Attempts
    policy: Policy
    knowledge: Knowledge
    provider: Provider | None = None  # with which staff sign in; None: with one-time links only
    login_links: bool = True  # whether a link signs in, and does not only join an account
    https: bool = False  # whether the desk is always reached over https, whatever the request says
    telegram: Callable[[], str] | None = None  # the bot's name there; None: staff cannot link an account
    url: str = ""  # under which staff reach the desk; without it the address of the request counts

    def address(self, request: Request) -> str:
        """The address of this desk for people, up to «/desk»."""
        scheme = "https" if self.https else request.url.scheme
        return self.url or f"{scheme}://{request.url.netloc}"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody who is signed in; `form` is filled for a checked POST, `upload` is its file."""

    request: Request
    desk: Desk
    session: Session
    at: datetime
    form: dict[str, str] = field(default_factory=dict)
    upload: bytes = b""

    @property
    def words(self) -> Translator:
        """The sentences in the language of who is signed in."""
        return desk_words(self.session.language)

    @property
    def staff(self) -> Staff:
        """Who is signed in."""
        return self.session.staff


def desk_of(request: Request) -> Desk:
    """The desk that this request belongs to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk
