"""Looks every few minutes whether somebody waits too long, has nobody, or must hear of an absence."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.clock import Clock
from bot.handoff.watching import watch
from bot.policy import Policy
from bot.unit import Units

log = logging.getLogger(__name__)

LOOK_EVERY = 300.0  # seconds; promises are about days


class WatchClock:
    """Looks in one transaction each time: what is told has moved, and what has moved is told."""

    def __init__(self, units: Units, policy: Policy, after: Callable[[], None], now: Clock) -> None:
        self._units = units
        self._policy = policy
        self._after = after
        self._now = now

    async def run(self) -> None:
        """Look until cancelled; a database that fails for a moment is asked again."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("watch_failed")
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> dict[str, int]:
        """Look once; what `watch` found."""
        async with self._units.writing() as unit:
            found = await watch(unit, self._policy, self._now())
        if any(found.values()):
            log.warning(
                "cases moved substitute=%d team=%d without_owner=%d",
                found["substitute"],
                found["team"],
                found["without_owner"],
            )
        self._after()
        return found
