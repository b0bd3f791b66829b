"""What is kept of a member of staff and one client in Telegram: the topic, what lies unread, replies not sent yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

DRAFT_LASTS = timedelta(days=1)
TELL_AGAIN = timedelta(minutes=15)  # so long nothing new is said while a notice lies unread


@dataclass(frozen=True, slots=True)
class StaffThread:
    """One member of staff and one client. `told_at` is when the notice came that lies unread, if any."""

    client_id: str
    topic: int | None = None
    told_at: datetime | None = None

    def quiet(self, at: datetime) -> bool:
        """Whether a notice lies unread that is recent enough."""
        return self.told_at is not None and at - self.told_at < TELL_AGAIN


class StaffThreads(Protocol):
    """What must be kept of them."""

    async def of(self, staff_id: str, client_id: str) -> StaffThread: ...
    async def by_topic(self, staff_id: str, topic: int) -> StaffThread | None: ...
    async def told(self, staff_id: str, client_id: str, at: datetime | None) -> None:
        """A notice lies unread since then; None when it was read."""

    async def set_topic(self, staff_id: str, client_id: str, topic: int | None) -> None: ...


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """A reply that waits for its button. `seen` is the client's newest entry when it was written."""

    id: str
    client_id: str
    words: str
    message_id: int
    seen: str
    made_at: datetime


class StaffDrafts(Protocol):
    """What must be kept of replies that wait."""

    async def add(
        self, staff_id: str, client_id: str, words: str, message_id: int, seen: str, at: datetime
    ) -> str: ...
    async def by_message(self, staff_id: str, message_id: int) -> StaffDraft | None:
        """The draft that this message of the member of staff became."""

    async def change(self, draft: StaffDraft, words: str) -> None: ...
    async def take(self, staff_id: str, draft_id: str) -> StaffDraft | None:
        """The draft, which is gone by this; None when somebody took it before."""
