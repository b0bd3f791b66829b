"""getUpdates: long polling with confirmation by offset."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from bot.playground.refusals import Refusal
from bot.playground.updates import Pending, Updates

_OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_SET = "Conflict: terminated by setWebhook request"
_LONGEST_SECONDS = 50
_SAME_OFFSET_SECONDS = 0.5


class Poll:
    """The one poll that may wait; a second one ends the first, as Telegram does."""

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._waiter: asyncio.Future[None] | None = None
        self._last = (-1, 0.0)

    def wake(self, pending: Pending) -> None:
        """An update came."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def end(self, reason: str = _WEBHOOK_SET) -> None:
        """Refuse the poll that waits."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(Refusal(409, reason))

    def release(self) -> None:
        """Let the poll that waits answer now (the playground stops)."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def fetch(self, offset: int, limit: int, seconds: int) -> list[dict[str, Any]]:
        """Confirm what is before `offset`, then give or await the next updates."""
        self.end(_OTHER_POLL)
        if offset:
            self._updates.confirm_below(offset)
        batch = self._updates.batch(self._limit(offset, limit))
        if batch or seconds <= 0:
            return batch
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiter = waiter
        try:
            await asyncio.wait_for(waiter, min(seconds, _LONGEST_SECONDS))
        except TimeoutError:
            return []
        return self._updates.batch(limit)

    def _limit(self, offset: int, limit: int) -> int:
        """One update when the same offset comes back at once: the batch may have been too large."""
        last_offset, last_time = self._last
        self._last = (offset, time.monotonic())
        hasty = offset == last_offset and time.monotonic() < last_time + _SAME_OFFSET_SECONDS
        return 1 if hasty else min(max(limit, 1), 100)
