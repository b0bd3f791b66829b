"""Slow work: claimed like everything else, done outside any transaction, its result an inbox row.

Because the result comes back through the chat's inbox, it is handled in order with what
the client says, and exactly once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from bot.unit import Units
from bot.work.queues import Job
from bot.work.waking import Bell

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
SLOTS = 4
RETRY_AFTER = (2, 10, 60, 300)  # seconds
IDLE_SECONDS = 1.0

Work = Callable[[Job], Awaitable[dict[str, Any]]]


class JobRunner:
    """Runs jobs of the kinds it knows, `SLOTS` at a time."""

    def __init__(self, units: Units, kinds: dict[str, Work], bell: Bell, after: Callable[[], None], now: Clock) -> None:
        self._units = units
        self._kinds = kinds
        self._bell = bell
        self._after = after
        self._now = now
        self._running: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            while True:
                await self._claim_what_fits()
                await self._bell.wait(IDLE_SECONDS)
        finally:
            for task in self._running:
                task.cancel()

    async def _claim_what_fits(self) -> None:
        free = SLOTS - len(self._running)
        if free <= 0:
            return
        try:
            async with self._units.writing() as unit:
                now = self._now()
                jobs = await unit.jobs.claim(free, now, now + LEASE)
        except Exception:
            log.exception("jobs_not_claimed")
            return
        for job in jobs:
            task = asyncio.create_task(self._do(job))
            self._running.add(task)
            task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._bell.ring()

    async def _do(self, job: Job) -> None:
        try:
            result = await self._kinds[job.kind](job)
        except Exception as problem:
            log.exception("job_failed kind=%s attempt=%d", job.kind, job.attempts)
            await self._failed(job, type(problem).__name__)
            return
        await self._report(job, {**result, "ok": True})

    async def _report(self, job: Job, result: dict[str, Any]) -> None:
        async with self._units.writing() as unit:
            await unit.jobs.done(job.id, self._now())
            await self._put_result(unit.inbox.put, job, result)
        self._after()

    async def _put_result(self, put: Callable[..., Awaitable[bool]], job: Job, result: dict[str, Any]) -> None:
        payload = {"job": job.kind, "asked": job.payload, **result}
        await put(f"job:{job.id}", job.chat_id, payload, self._now())

    async def _failed(self, job: Job, error: str) -> None:
        now = self._now()
        again = job.attempts <= len(RETRY_AFTER)
        due = now + timedelta(seconds=RETRY_AFTER[job.attempts - 1]) if again else None
        async with self._units.writing() as unit:
            await unit.jobs.failed(job, due, error, now)
            if due is None:
                await self._put_result(unit.inbox.put, job, {"ok": False})
        self._after()
