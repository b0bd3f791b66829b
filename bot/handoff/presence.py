"""Who has a client's page open now, so that two people do not answer at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

STAYS = timedelta(seconds=90)  # an open page asks again every minute


class Presences(Protocol):
    """What must be kept of open pages, where every process sees it."""

    async def came(self, client_id: str, staff_id: str, at: datetime) -> bool:
        """Note that somebody has the page open; whether that is news to a colleague who is there already."""

    async def others(self, client_id: str, staff_id: str, at: datetime) -> Sequence[str]:
        """Names of the others who have it open."""
