"""The conversation with a client as the desk shows it: who said what, when, and whether it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Author = Literal["client", "bot", "staff", "note"]
Delivery = Literal["", "queued", "sent", "failed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One message, or a note that never leaves the desk (`note`).

    `earlier` holds older versions of an edited message, oldest first. `delivery` is
    what Telegram said: queued, sent (accepted), failed with `failure` as reason code. Until `leaves_at` a
    queued message can be withdrawn. `topic` is the slug of the library from which the bot answered.
    """

    id: str
    author: Author
    body: str
    at: datetime
    staff_name: str = ""
    file_id: str | None = None
    case_id: str | None = None
    earlier: tuple[str, ...] = ()
    delivery: Delivery = ""
    failure: str = ""
    topic: str = ""
    leaves_at: datetime | None = None


class Thread(Protocol):
    """What must be kept of conversations with linked clients."""

    async def add(
        self,
        client_id: str,
        author: Author,
        body: str,
        at: datetime,
        *,
        case_id: str | None = None,
        staff_id: str | None = None,
        file_id: str | None = None,
        message_id: int | None = None,
        topic: str | None = None,
    ) -> str: ...
    async def edited(self, client_id: str, message_id: int, body: str, at: datetime) -> bool:
        """Keep a new version of a client's message; False when the message is not known."""

    async def enclose(self, client_id: str, message_id: int, file_id: str) -> None:
        """The file that came with a client's message is kept now."""

    async def changed(self, client_id: str, entry_id: str, body: str) -> None:
        """Keep a new version of what a caseworker said, beside the old one."""

    async def of_client(self, client_id: str, limit: int = 200) -> Sequence[Entry]:
        """The newest entries, oldest first."""

    async def by_id(self, client_id: str, entry_id: str) -> Entry | None:
        """One entry of this client."""

    async def forget(self, client_id: str, entry_id: str) -> None:
        """Remove what was withdrawn before it left."""
