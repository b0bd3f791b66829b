"""The clocks of the bot: what looks again and again whether something is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


async def look_for_ever(name: str, look: Callable[[], Awaitable[int]], every: float, batch: int) -> None:
    """Look until cancelled, every so many seconds, and at once again after a full batch.

    A look that fails, because the database is away for a moment, is logged by `name` and done again.
    """
    while True:
        taken = 0
        try:
            taken = await look()
        except Exception:
            log.exception("look_failed name=%s", name)
        if taken < batch:
            await asyncio.sleep(every)
