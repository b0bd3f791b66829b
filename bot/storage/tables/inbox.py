"""The durable inbox, by the Protocol of bot/work/queues.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot import clock
from bot.errors import CannotDecrypt
from bot.storage.database import Database, Row, Transaction
from bot.storage.encryption import KeyRing
from bot.work.queues import InboxRow

# The oldest open row of each chat. While another transaction holds that row, the chat
# has no row to offer: so one chat is handled by one worker, in order, in any number
# of processes, and a crash gives the row back by itself.
_CLAIM = """
SELECT seq, source, chat_id, payload, attempts, received_at FROM inbox
WHERE seq IN (SELECT MIN(seq) FROM inbox WHERE state = 'open' GROUP BY chat_id)
  AND state = 'open' AND due_at <= $1
ORDER BY seq LIMIT $2"""

_PUT = """
INSERT INTO inbox (source, chat_id, payload, due_at, received_at) VALUES ($1, $2, $3, $4, $4)
ON CONFLICT (source) DO NOTHING"""


class InboxTable:
    """The table `inbox`."""

    def __init__(self, transaction: Transaction, keys: KeyRing, database: Database) -> None:
        self._transaction = transaction
        self._keys = keys
        self._claim = database.lock_rows(_CLAIM)

    async def put(self, source: str, chat_id: int, payload: dict[str, Any], at: datetime) -> bool:
        return await self._transaction.execute(_PUT, *self._row(source, chat_id, payload, at)) == 1

    async def put_many(self, rows: Sequence[tuple[str, int, dict[str, Any]]], at: datetime) -> None:
        await self._transaction.executemany(_PUT, [self._row(*row, at) for row in rows])

    def _row(self, source: str, chat_id: int, payload: dict[str, Any], at: datetime) -> tuple[Any, ...]:
        return source, chat_id, self._keys.seal_json(payload, f"inbox:{source}"), clock.text(at)

    async def claim(self, limit: int, at: datetime) -> Sequence[InboxRow]:
        rows = await self._transaction.fetch(self._claim, clock.text(at), limit)
        return [self._claimed(row) for row in rows]

    def _claimed(self, row: Row) -> InboxRow:
        try:
            payload, readable = self._keys.open_json(row["payload"], f"inbox:{row['source']}"), True
        except CannotDecrypt:
            payload, readable = {}, False
        received_at = clock.parse(row["received_at"])
        return InboxRow(row["seq"], row["chat_id"], payload, row["attempts"], received_at, readable)

    async def done(self, seqs: Sequence[int], at: datetime) -> None:
        await self._transaction.executemany(
            "UPDATE inbox SET state = 'done', payload = NULL, handled_at = $2 WHERE seq = $1",
            [(seq, clock.text(at)) for seq in seqs],
        )

    async def failed(self, row: InboxRow, due_at: datetime | None, error: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE inbox SET state = $2, due_at = $3, attempts = attempts + 1, error = $4, handled_at = $5 "
            "WHERE seq = $1",
            row.seq,
            "open" if due_at else "dead",
            clock.text(due_at or at),
            error,
            None if due_at else clock.text(at),
        )

    async def waiting(self) -> int:
        row = await self._transaction.fetchrow("SELECT COUNT(*) AS waiting FROM inbox WHERE state = 'open'")
        return int(row["waiting"]) if row else 0

    async def dead(self) -> int:
        row = await self._transaction.fetchrow("SELECT COUNT(*) AS dead FROM inbox WHERE state = 'dead'")
        return int(row["dead"]) if row else 0
