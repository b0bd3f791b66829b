"""The durable outbox, by the Protocol of bot/work/queues.py.

States: queued -> sending -> sent or failed; sending goes back to queued only when the
lease ran out or the channel asked for a later try. Nothing leaves sent or failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.messages import Reply
from bot.storage.database import Database, Row, Transaction
from bot.storage.encryption import KeyRing
from bot.work.packing import pack
from bot.work.queues import OutboxRow, Sent
from bot.work.splitting import split

_PUT = """
INSERT INTO outbox (chat_id, client_id, thread_id, payload, tag, part, due_at, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"""

# The oldest unfinished row of each chat, when it may be sent now: order per chat is kept
# because a later row is never the oldest while this one is unfinished.
_CLAIM = """
SELECT seq, chat_id, client_id, payload, attempts, reason FROM outbox
WHERE seq IN (SELECT MIN(seq) FROM outbox WHERE state IN ('queued', 'sending') GROUP BY chat_id)
  AND ((state = 'queued' AND due_at <= $1) OR (state = 'sending' AND lease_until <= $1))
ORDER BY seq LIMIT $2"""


class OutboxTable:
    """The table `outbox`."""

    def __init__(self, transaction: Transaction, keys: KeyRing, database: Database) -> None:
        self._transaction = transaction
        self._keys = keys
        self._claim = database.lock_rows(_CLAIM)

    async def put(
        self,
        chat_id: int,
        reply: Reply,
        at: datetime,
        *,
        client_id: str | None = None,
        thread_id: str | None = None,
        due_at: datetime | None = None,
    ) -> None:
        await self._transaction.executemany(
            _PUT,
            [
                (
                    chat_id,
                    client_id,
                    thread_id,
                    self._keys.seal_json(pack(part), f"outbox:{chat_id}"),
                    part.tag,
                    number,
                    clock.text(due_at or at),
                    clock.text(at),
                )
                for number, part in enumerate(split(reply), 1)
            ],
        )

    async def claim(self, limit: int, at: datetime, lease_until: datetime) -> Sequence[OutboxRow]:
        rows = await self._transaction.fetch(self._claim, clock.text(at), limit)
        await self._transaction.executemany(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = $2 WHERE seq = $1",
            [(row["seq"], clock.text(lease_until)) for row in rows],
        )
        return [await self._row(row) for row in rows]

    async def _row(self, row: Row) -> OutboxRow:
        payload = self._keys.open_json(row["payload"], f"outbox:{row['chat_id']}")
        tag = payload.get("replaces")
        return OutboxRow(
            seq=row["seq"],
            chat_id=row["chat_id"],
            client_id=row["client_id"],
            payload=payload,
            attempts=row["attempts"] + 1,  # with the one that begins now
            replaces=await self._message_of(row["chat_id"], tag) if tag else None,
            reason=row["reason"] or "",
        )

    async def _message_of(self, chat_id: int, tag: str) -> int | None:
        row = await self._transaction.fetchrow(
            "SELECT message_id FROM outbox WHERE chat_id = $1 AND tag = $2 AND state = 'sent' "
            "ORDER BY seq DESC LIMIT 1",
            chat_id,
            tag,
        )
        return row["message_id"] if row else None

    async def finished(self, results: Sequence[Sent], at: datetime) -> None:
        final = [result for result in results if result.again_at is None]
        later = [result for result in results if result.again_at is not None]
        await self._transaction.executemany(
            "UPDATE outbox SET state = $2, message_id = $3, reason = $4, finished_at = $5, payload = NULL "
            "WHERE seq = $1 AND state = 'sending'",
            [
                (r.row.seq, "failed" if r.failed else "sent", r.message_id, r.failed or None, clock.text(at))
                for r in final
            ],
        )
        await self._transaction.executemany(
            "UPDATE outbox SET state = 'queued', due_at = $2, reason = $3 WHERE seq = $1 AND state = 'sending'",
            [(r.row.seq, clock.text(r.again_at), r.reason) for r in later if r.again_at],
        )

    async def give_up(self, chat_id: int, reason: str, at: datetime) -> None:
        """Fail everything that still waits for a chat that cannot be reached."""
        await self._transaction.execute(
            "UPDATE outbox SET state = 'failed', reason = $2, finished_at = $3, payload = NULL "
            "WHERE chat_id = $1 AND state = 'queued'",
            chat_id,
            reason,
            clock.text(at),
        )

    async def release(self) -> int:
        return await self._transaction.execute("UPDATE outbox SET state = 'queued' WHERE state = 'sending'")

    async def waiting(self) -> int:
        row = await self._transaction.fetchrow(
            "SELECT COUNT(*) AS waiting FROM outbox WHERE state IN ('queued', 'sending')"
        )
        return int(row["waiting"]) if row else 0

    async def failed_of(self, client_id: str) -> int:
        """How many messages to a client failed for good."""
        row = await self._transaction.fetchrow(
            "SELECT COUNT(*) AS failed FROM outbox WHERE client_id = $1 AND state = 'failed'", client_id
        )
        return int(row["failed"]) if row else 0

    async def next_due(self) -> datetime | None:
        row = await self._transaction.fetchrow(
            "SELECT MIN(CASE WHEN state = 'sending' THEN lease_until ELSE due_at END) AS due "
            "FROM outbox WHERE state IN ('queued', 'sending')"
        )
        return clock.parse(row["due"]) if row and row["due"] else None
