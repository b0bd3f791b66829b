"""The small tables: looks, counts and changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot import clock
from bot.identifiers import new_id
from bot.privacy.looks import Look, What
from bot.storage.database import Transaction
from bot.storage.gathering import GatheringTransaction


class LooksTable:
    """The table `access_log`, by the Protocol of bot/privacy/looks.py."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, staff_id: str, client_id: str, what: What, at: datetime) -> None:
        await self._transaction.execute(
            "INSERT INTO access_log (id, staff_id, client_id, what, at) VALUES ($1, $2, $3, $4, $5)",
            new_id(),
            staff_id,
            client_id,
            what,
            clock.text(at),
        )

    async def of_client(self, client_id: str, limit: int = 20) -> Sequence[Look]:
        rows = await self._transaction.fetch(
            "SELECT staff.name, staff.role, access_log.what, access_log.at FROM access_log "
            "JOIN staff ON staff.id = access_log.staff_id WHERE access_log.client_id = $1 "
            "ORDER BY access_log.at DESC LIMIT $2",
            client_id,
            limit,
        )
        return [Look(row["name"], row["what"], clock.parse(row["at"]), row["role"]) for row in rows]


class CountsTable:
    """The table `counts`: anonymous, by day."""

    def __init__(self, transaction: GatheringTransaction) -> None:
        self._transaction = transaction

    async def add(self, name: str, at: datetime) -> None:
        self._transaction.later(
            "INSERT INTO counts (day, name, number) VALUES ($1, $2, 1) "
            "ON CONFLICT (day, name) DO UPDATE SET number = counts.number + 1",
            at.date().isoformat(),
            name,
        )

    async def total(self, name: str) -> int:
        row = await self._transaction.fetchrow(
            "SELECT COALESCE(SUM(number), 0) AS total FROM counts WHERE name = $1", name
        )
        return int(row["total"]) if row else 0

    async def by_day(self, since: date, starts: Sequence[str]) -> list[tuple[str, str, int]]:
        rows = await self._transaction.fetch(
            "SELECT day, name, number FROM counts WHERE day >= $1 ORDER BY day, name", since.isoformat()
        )
        return [
            (str(row["day"]), row["name"], int(row["number"])) for row in rows if row["name"].startswith(tuple(starts))
        ]


class ChangesTable:
    """The table `changes`: what the open desks must redraw."""

    def __init__(self, transaction: GatheringTransaction, at: str) -> None:
        self._transaction = transaction
        self._at = at

    async def add(self, caseworker_id: str, client_id: str) -> None:
        self._transaction.later(
            "INSERT INTO changes (caseworker_id, client_id, at) VALUES ($1, $2, $3)",
            caseworker_id,
            client_id,
            self._at,
        )

    async def since(self, seq: int) -> list[tuple[int, str, str]]:
        rows = await self._transaction.fetch(
            "SELECT seq, caseworker_id, client_id FROM changes WHERE seq > $1 ORDER BY seq LIMIT 500", seq
        )
        return [(row["seq"], row["caseworker_id"], row["client_id"]) for row in rows]

    async def newest(self) -> int:
        row = await self._transaction.fetchrow("SELECT COALESCE(MAX(seq), 0) AS newest FROM changes")
        return int(row["newest"]) if row else 0
