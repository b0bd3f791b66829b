"""Messages that caseworkers began leave when their moment has come, each once.

A posting is a row that waits in the database, so it survives any restart. Each leaves in a transaction of its own:
one that fails holds up no other, and is tried again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from bot.handoff.posting import post
from bot.policy import Policy
from bot.unit import Units
from bot.work.looking import look_for_ever

log = logging.getLogger(__name__)

LOOK_EVERY = 15.0  # seconds
BATCH = 50
AGAIN_AFTER = timedelta(minutes=5)


class MailingClock:
    """Looks whether a message must leave."""

    def __init__(self, units: Units, policy: Policy, after: Callable[[], None], now: Clock) -> None:
        self._units = units
        self._policy = policy
        self._after = after
        self._now = now

    async def run(self) -> None:
        """Look until cancelled; a database that fails for a moment is asked again."""
        await look_for_ever("mailing", self.look, LOOK_EVERY, BATCH)

    async def look(self) -> int:
        """Take one batch; how many were looked at."""
        async with self._units.reading() as unit:
            due = await unit.mailings.due(self._now(), BATCH)
        for posting_id in due:
            await self._one(posting_id)
        return len(due)

    async def _one(self, posting_id: str) -> None:
        try:
            async with self._units.writing() as unit:
                left = await post(unit, posting_id, self._policy, self._now())
        except Exception:
            log.exception("message_not_sent")
            async with self._units.writing() as unit:
                await unit.mailings.postpone(posting_id, self._now() + AGAIN_AFTER)
            return
        if left:
            self._after()
