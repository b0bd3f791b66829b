"""The inbox worker: each open row is handled once, in order per chat, many chats at once.

A batch takes the oldest row of up to `BATCH` chats and handles all in ONE transaction, which
also holds all effects and replies. A crash repeats the batch or nothing. When one row fails, the
batch is undone and taken again with care: each row in a savepoint of its own, so that only what
fails is left. Handling changes nothing outside the transaction and never waits for a network or
a file: slow work is a job.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.clock import Clock
from bot.unit import Unit, Units
from bot.work.queues import InboxRow
from bot.work.waking import Bell

log = logging.getLogger(__name__)

BATCH = 32
IDLE_SECONDS = 0.5  # another replica may have put a row, or a back-off may be over
UNREADABLE_AGAIN_AFTER = timedelta(minutes=5)
RETRY_AFTER = (1, 5, 30, 120)  # seconds; after these tries the row is set aside

Handle = Callable[[Unit, InboxRow], Awaitable[None]]


class InboxWorker:
    """Handles what came in; `apologise` tells a client that something could not be handled."""

    def __init__(
        self, units: Units, handle: Handle, apologise: Handle, bell: Bell, after: Callable[[], None], now: Clock
    ) -> None:
        self._units = units
        self._handle = handle
        self._apologise = apologise
        self._bell = bell
        self._after = after
        self._now = now

    async def run(self) -> None:
        """Work until cancelled. A database that fails for a moment is asked again."""
        while True:
            try:
                handled = await self.work_once()
            except Exception:
                log.exception("inbox_batch_failed")
                handled = 0
                await self._bell.wait(1.0)
            if not handled:
                await self._bell.wait(IDLE_SECONDS)

    async def work_once(self) -> int:
        """Handle one batch; how many rows it took."""
        try:
            taken = await self._batch(careful=False)
        except Exception:
            log.warning("inbox_batch_taken_again")
            taken = await self._batch(careful=True)
        if taken:
            self._after()
        return taken

    async def _batch(self, *, careful: bool) -> int:
        async with self._units.writing() as unit:
            rows = await unit.inbox.claim(BATCH, self._now())
            if not rows:
                return 0
            await unit.expect([row.chat_id for row in rows])
            take = self._handled_alone if careful else self._handled
            done = [row.seq for row in rows if await take(unit, row)]
            await unit.inbox.done(done, self._now())
        return len(rows)

    async def _handled(self, unit: Unit, row: InboxRow) -> bool:
        if not row.readable:
            # Never set aside: it waits until its key is back in the ring, and holds up its own chat only.
            log.error("update_not_readable: put the key that is missing back in ENCRYPTION_KEYS")
            await unit.inbox.failed(row, self._now() + UNREADABLE_AGAIN_AFTER, "CannotDecrypt", self._now())
            return False
        await self._handle(unit, row)
        return True

    async def _handled_alone(self, unit: Unit, row: InboxRow) -> bool:
        try:
            async with unit.savepoint():
                return await self._handled(unit, row)
        except Exception as problem:
            log.exception("update_not_handled attempt=%d", row.attempts + 1)
            await self._failed(unit, row, type(problem).__name__)
            return False

    async def _failed(self, unit: Unit, row: InboxRow, error: str) -> None:
        now = self._now()
        if row.attempts < len(RETRY_AFTER):
            due = now + timedelta(seconds=RETRY_AFTER[row.attempts])
            await unit.inbox.failed(row, due, error, now)
            return
        await unit.inbox.failed(row, None, error, now)
        try:
            async with unit.savepoint():
                await self._apologise(unit, row)
        except Exception:
            log.exception("apology_failed")
