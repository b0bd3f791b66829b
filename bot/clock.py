"""What time it is, so that a test can say so. Always UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def text(moment: datetime) -> str:
    """A moment as it is stored: UTC, ISO 8601 with microseconds, always equally long."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def parse(stored: str) -> datetime:
    """The moment behind a stored text."""
    return datetime.fromisoformat(stored)
