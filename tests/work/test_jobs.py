"""Slow work: retried, and reported to its chat whatever comes of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.storage.units import StorageUnits
from bot.work.jobs import LEASE, RETRY_AFTER, JobRunner
from bot.work.queues import Job
from bot.work.waking import Bell
from tests.databases import MovedClock
from tests.work.fakes import states, until


class Workshop:
    """A job runner that runs, and its one kind of work."""

    def __init__(self, units: StorageUnits, clock: MovedClock) -> None:
        self.units, self.clock, self.bell = units, clock, Bell()
        self.tries = 0
        self.failures = 0
        self.runner = JobRunner(units, {"paper": self._work}, self.bell, lambda: None, clock)

    async def _work(self, job: Job) -> dict[str, Any]:
        self.tries += 1
        if self.tries <= self.failures:
            raise OSError("a client's file")
        return {"read": job.payload["file"]}

    async def put(self) -> str:
        async with self.units.writing() as unit:
            job_id = await unit.jobs.put("paper", 1, {"file": "f"}, self.clock())
        self.bell.ring()
        return job_id

    async def settled(self, tries: int) -> None:
        async def true() -> bool:
            return self.tries >= tries and "running" not in [state for _, state, _ in await states(self.units, "jobs")]

        await until(true)

    async def results(self) -> list[dict[str, Any]]:
        async with self.units.writing() as unit:
            return [row.payload for row in await unit.inbox.claim(9, self.clock())]


@pytest.fixture
async def workshop(units: StorageUnits, clock: MovedClock) -> AsyncIterator[Workshop]:
    workshop = Workshop(units, clock)
    running = asyncio.create_task(workshop.runner.run())
    yield workshop
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_a_result_comes_back_through_the_inbox_of_its_chat(workshop: Workshop) -> None:
    """So it is handled in order, once."""
    await workshop.put()
    await workshop.settled(1)
    assert await workshop.results() == [{"job": "paper", "asked": {"file": "f"}, "read": "f", "ok": True}]
    assert await states(workshop.units, "jobs") == [(1, "done", 1)]


async def test_a_failure_is_tried_again_after_a_while(workshop: Workshop) -> None:
    """Not before, and the chat hears only of the end."""
    workshop.failures = 1
    await workshop.put()
    await workshop.settled(1)
    assert await workshop.results() == []
    assert await states(workshop.units, "jobs") == [(1, "open", 1)]
    workshop.clock.later(seconds=RETRY_AFTER[0])
    workshop.bell.ring()
    await workshop.settled(2)
    assert [result["ok"] for result in await workshop.results()] == [True]


async def test_after_the_tries_the_chat_hears_that_it_failed(workshop: Workshop) -> None:
    """`ok` is false, and nobody tries again."""
    workshop.failures = 99
    await workshop.put()
    for tries, seconds in enumerate((*RETRY_AFTER, 1), 1):
        await workshop.settled(tries)
        workshop.clock.later(seconds=seconds)
        workshop.bell.ring()
    assert await workshop.results() == [{"job": "paper", "asked": {"file": "f"}, "ok": False}]
    assert await states(workshop.units, "jobs") == [(1, "dead", len(RETRY_AFTER) + 1)]


async def test_a_job_of_a_process_that_died_is_taken_over(units: StorageUnits, clock: MovedClock) -> None:
    """When its lease is over, not before; or at once at a start of the only process."""
    async with units.writing() as unit:
        job_id = await unit.jobs.put("paper", 1, {}, clock())
        assert [job.id for job in await unit.jobs.claim(9, clock(), clock() + LEASE)] == [job_id]
        assert await unit.jobs.claim(9, clock(), clock() + LEASE) == []
        clock.later(seconds=LEASE.total_seconds())
        assert [job.attempts for job in await unit.jobs.claim(9, clock(), clock() + LEASE)] == [2]
        assert await unit.jobs.release() == 1
        assert [job.attempts for job in await unit.jobs.claim(9, clock(), clock() + LEASE)] == [3]
