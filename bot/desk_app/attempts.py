"""How often somebody may try to sign in: counted per address, in memory."""

from __future__ import annotations

from datetime import datetime, timedelta

ALLOWED = 10
WINDOW = timedelta(minutes=15)
ADDRESSES = 10_000  # more than this are not remembered, so that nobody can fill the memory


class Attempts:
    """Failed attempts per address within the window."""

    def __init__(self) -> None:
        self._failed: dict[str, list[datetime]] = {}

    def too_many(self, address: str, at: datetime) -> bool:
        """Whether this address must wait."""
        return len(self._recent(address, at)) >= ALLOWED

    def failed(self, address: str, at: datetime) -> None:
        """Count a failed attempt."""
        recent = [*self._recent(address, at), at][-ALLOWED:]
        self._failed.pop(address, None)
        self._failed[address] = recent
        while len(self._failed) > ADDRESSES:
            del self._failed[next(iter(self._failed))]

    def _recent(self, address: str, at: datetime) -> list[datetime]:
        return [moment for moment in self._failed.get(address, ()) if at - moment < WINDOW]
