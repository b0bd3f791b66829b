"""Who has a client's page open, by the Protocol of bot/handoff/presence.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.handoff.presence import STAYS
from bot.identifiers import new_id
from bot.storage.database import Transaction


class PresencesTable:
    """The table `presences`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def came(self, client_id: str, staff_id: str, at: datetime) -> bool:
        await self._transaction.execute(
            "DELETE FROM presences WHERE client_id = $1 AND seen_at <= $2", client_id, clock.text(at - STAYS)
        )
        here = await self._transaction.fetch("SELECT staff_id FROM presences WHERE client_id = $1", client_id)
        await self._transaction.execute(
            "INSERT INTO presences (id, client_id, staff_id, seen_at) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (client_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at",
            new_id(),
            client_id,
            staff_id,
            clock.text(at),
        )
        return bool(here) and staff_id not in {row["staff_id"] for row in here}

    async def others(self, client_id: str, staff_id: str, at: datetime) -> Sequence[str]:
        rows = await self._transaction.fetch(
            "SELECT staff.name FROM presences JOIN staff ON staff.id = presences.staff_id "
            "WHERE client_id = $1 AND staff_id <> $2 AND seen_at > $3 ORDER BY staff.name",
            client_id,
            staff_id,
            clock.text(at - STAYS),
        )
        return [row["name"] for row in rows]
