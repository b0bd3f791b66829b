"""Aftercare, by the Protocol of bot/handoff/aftercare.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot import clock
from bot.handoff.aftercare import Aftercare
from bot.storage.database import Transaction
from bot.storage.gathering import places


class AftercareTable:
    """The table `aftercare`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_clients(self, client_ids: Sequence[str]) -> Mapping[str, Aftercare]:
        rows = await self._transaction.fetch(
            f"SELECT * FROM aftercare WHERE client_id IN ({places(client_ids)})",
            *client_ids,
        )
        found = [
            Aftercare(
                row["client_id"], date.fromisoformat(row["left_on"]), row["kind"], date.fromisoformat(row["next_on"])
            )
            for row in rows
        ]
        return {one.client_id: one for one in found}

    async def keep(self, aftercare: Aftercare, at: datetime) -> None:
        await self._transaction.execute(
            "INSERT INTO aftercare (client_id, left_on, kind, next_on, changed_at) VALUES ($1, $2, $3, $4, $5) "
            "ON CONFLICT (client_id) DO UPDATE SET left_on = excluded.left_on, kind = excluded.kind, "
            "next_on = excluded.next_on, changed_at = excluded.changed_at",
            aftercare.client_id,
            aftercare.left_on.isoformat(),
            aftercare.kind,
            aftercare.next_on.isoformat(),
            clock.text(at),
        )

    async def end(self, client_id: str) -> None:
        await self._transaction.execute("DELETE FROM aftercare WHERE client_id = $1", client_id)
