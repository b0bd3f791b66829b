"""Numbers that only go up, also over restarts.

They start from the clock in milliseconds, so that a playground that lost its state still
never hands out a number twice (unless it gave more than a thousand a second for its whole
life). The numbers stay far below 2**52, which JSON readers keep exact.
"""

from __future__ import annotations

import time

_EPOCH = 1_767_225_600  # 2026-01-01 UTC: shorter numbers


def clock_number() -> int:
    """Milliseconds since the start of 2026."""
    return int((time.time() - _EPOCH) * 1000)


class Counter:
    """Hands out consecutive numbers."""

    def __init__(self, last: int | None = None) -> None:
        self.last = max(clock_number(), last or 0)

    def next(self) -> int:
        """The next number."""
        self.last += 1
        return self.last
