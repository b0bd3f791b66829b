"""Tells the open pages that something changed: one look a second for all pages together.

A change may become visible later than one with a higher number (two transactions of
PostgreSQL that overlap), so each look goes back a little and passes over what it knows.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.handoff.access import Sight
from bot.handoff.case import TEAM
from bot.unit import Units

LOOK_BACK = 20
_log = logging.getLogger(__name__)

Change = tuple[int, str]  # (number, client id, or TEAM when the client is not the listener's to know)


class Listener(asyncio.Queue["Change | None"]):
    """One open page; None in it means that the feed was closed. `sight` is renewed by who listens."""

    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self.sight = sight


def told(sight: Sight, owner: str, client_id: str) -> str | None:
    """What somebody with this sight hears of a change: the client's id, TEAM, or nothing."""
    if owner in sight.owners or client_id in sight.clients:
        return client_id
    return TEAM if owner == TEAM and sight.owners else None


class Feed:
    """Shares one poller among all listeners of this process."""

    def __init__(self, units: Units, pause: float = 1.0) -> None:
        self._units = units
        self._pause = pause
        self._listeners: set[Listener] = set()
        self._task: asyncio.Task[None] | None = None
        self._newest = 0
        self._known: set[int] = set()

    @asynccontextmanager
    async def listen(self, sight: Sight) -> AsyncIterator[Listener]:
        """A queue with the changes that somebody with this sight may hear of, from now on."""
        listener = Listener(sight)
        if self._task is None or self._task.done():
            await self._begin()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
            if not self._listeners:
                await self._stop()

    async def close(self) -> None:
        """End all open pages' streams, for a quick stop of the server."""
        for listener in self._listeners:
            listener.put_nowait(None)
        await self._stop()

    async def look(self) -> None:
        """Read what changed and tell those whom it concerns."""
        async with self._units.reading() as unit:
            changes = await unit.changes.since(max(0, self._newest - LOOK_BACK))
        for seq, caseworker_id, client_id in changes:
            if seq not in self._known:
                self._tell(seq, caseworker_id, client_id)
        self._newest = max([self._newest, *(seq for seq, _, _ in changes)])
        self._known = {seq for seq, _, _ in changes if seq > self._newest - LOOK_BACK}

    def _tell(self, seq: int, caseworker_id: str, client_id: str) -> None:
        for listener in self._listeners:
            about = told(listener.sight, caseworker_id, client_id)
            if about is not None:
                listener.put_nowait((seq, about))

    async def _begin(self) -> None:
        async with self._units.reading() as unit:
            self._newest = await unit.changes.newest()
            known = await unit.changes.since(max(0, self._newest - LOOK_BACK))
        self._known = {seq for seq, _, _ in known}
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._pause)
            try:
                await self.look()
            except Exception as problem:  # the next look may succeed; pages keep working without
                _log.warning("The desk's feed could not look for changes: %s", type(problem).__name__)

    async def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
