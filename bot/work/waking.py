"""A bell that wakes a loop when there is work, with a slow look around in case nobody rings."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung by whoever put work somewhere; a loop waits for it."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake the loop; ringing twice before it looks is once."""
        self._event.set()

    async def wait(self, seconds: float) -> None:
        """Until rung, at most `seconds`."""
        try:
            async with asyncio.timeout(max(seconds, 0.0)):
                await self._event.wait()
        except TimeoutError:
            return
        finally:
            self._event.clear()
