"""The durable outbox, by the Protocol of bot/work/queues.py.

States: queued -> sending -> sent or failed; sending goes back to queued only when the
lease ran out or the channel asked for a later try. Nothing leaves sent or failed.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence, Set
from datetime import datetime

from bot import clock
from bot.errors import CannotDecrypt
from bot.messages import FROM_STAFF, Reply
from bot.storage.database import Database, Row
from bot.storage.encryption import KeyRing
from bot.storage.gathering import GatheringTransaction, places
from bot.work.packing import pack
from bot.work.queues import Card, OutboxRow, Sent
from bot.work.splitting import split

log = logging.getLogger(__name__)

_PUT = """
INSERT INTO outbox (chat_id, client_id, thread_id, payload, tag, part, due_at, created_at, staff_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"""

# The oldest unfinished row of each chat, when it may be sent now: order per chat is kept
# because a later row is never the oldest while this one is unfinished. What is to leave later
# and was not tried yet (a reply that can still be withdrawn) holds up nothing.
_CLAIM = """
SELECT seq, chat_id, client_id, staff_id, payload, attempts, reason FROM outbox
WHERE seq IN (SELECT MIN(seq) FROM outbox WHERE state IN ('queued', 'sending')
                AND (due_at <= $1 OR attempts > 0) GROUP BY chat_id)
  AND ((state = 'queued' AND due_at <= $1) OR (state = 'sending' AND lease_until <= $1))
ORDER BY seq LIMIT $2"""


class _HasLeft(Exception):
    """A part of a message is being sent or was sent: none of it is taken back."""


class OutboxTable:
    """The table `outbox`."""

    def __init__(self, transaction: GatheringTransaction, keys: KeyRing, database: Database) -> None:
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
        staff_id: str | None = None,
    ) -> None:
        due, created = clock.text(due_at or at), clock.text(at)
        for number, part in enumerate(split(reply), 1):
            payload = self._keys.seal_json(pack(part), f"outbox:{chat_id}")
            self._transaction.later(
                _PUT, chat_id, client_id, thread_id, payload, part.tag, number, due, created, staff_id
            )

    async def claim(self, limit: int, at: datetime, lease_until: datetime) -> Sequence[OutboxRow]:
        rows = await self._transaction.fetch(self._claim, clock.text(at), limit)
        await self._transaction.executemany(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = $2 WHERE seq = $1",
            [(row["seq"], clock.text(lease_until)) for row in rows],
        )
        return [found for row in rows if (found := await self._row(row))]

    async def _row(self, row: Row) -> OutboxRow | None:
        try:
            payload = self._keys.open_json(row["payload"], f"outbox:{row['chat_id']}")
        except CannotDecrypt:
            log.error("message_not_readable: put the key that is missing back in ENCRYPTION_KEYS")
            return None  # looked at again when its lease is over; only its own chat waits
        tag = payload.get("replaces")
        return OutboxRow(
            seq=row["seq"],
            chat_id=row["chat_id"],
            client_id=row["client_id"],
            payload=payload,
            attempts=row["attempts"] + 1,  # with the one that begins now
            replaces=await self._message_of(row["chat_id"], tag) if tag else None,
            reason=row["reason"] or "",
            staff_id=row["staff_id"],
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
            "SELECT COUNT(*) AS failed FROM outbox WHERE client_id = $1 AND state = 'failed' AND settled_at IS NULL "
            "AND staff_id IS NULL",
            client_id,
        )
        return int(row["failed"]) if row else 0

    async def failed_of_clients(self, client_ids: Sequence[str]) -> Mapping[str, int]:
        rows = await self._transaction.fetch(
            "SELECT client_id, COUNT(*) AS failed FROM outbox WHERE state = 'failed' AND settled_at IS NULL "
            f"AND staff_id IS NULL AND client_id IN ({places(client_ids)}) GROUP BY client_id",
            *client_ids,
        )
        return {row["client_id"]: int(row["failed"]) for row in rows}

    async def settle(self, client_id: str, at: datetime) -> int:
        return await self._transaction.execute(
            "UPDATE outbox SET settled_at = $2 WHERE client_id = $1 AND state = 'failed' AND settled_at IS NULL "
            "AND staff_id IS NULL",
            client_id,
            clock.text(at),
        )

    async def changeable(self, client_id: str, since: datetime) -> Set[str]:
        rows = await self._transaction.fetch(
            "SELECT thread_id FROM outbox WHERE client_id = $1 AND thread_id IS NOT NULL GROUP BY thread_id "
            "HAVING MIN(created_at) >= $2 AND COUNT(*) = "
            "SUM(CASE WHEN state = 'sent' AND part = 1 AND tag = $3 || thread_id THEN 1 ELSE 0 END)",
            client_id,
            clock.text(since),
            FROM_STAFF,
        )
        return {row["thread_id"] for row in rows}

    async def withdraw(self, thread_id: str) -> bool:
        try:
            async with self._transaction.savepoint():
                await self._take_back(thread_id)
        except _HasLeft:
            return False
        return True

    async def _take_back(self, thread_id: str) -> None:
        known = await self._transaction.fetchrow("SELECT COUNT(*) AS parts FROM outbox WHERE thread_id = $1", thread_id)
        # A row that the sender is claiming at this moment is waited for, and then it is not queued any more.
        gone = await self._transaction.execute(
            "DELETE FROM outbox WHERE thread_id = $1 AND state = 'queued' AND attempts = 0", thread_id
        )
        if not known or gone == 0 or gone != known["parts"]:
            raise _HasLeft

    async def card(self, chat_id: int, message_id: int) -> Card | None:
        row = await self._transaction.fetchrow(
            "SELECT client_id, tag FROM outbox WHERE chat_id = $1 AND message_id = $2 AND staff_id IS NOT NULL "
            "ORDER BY seq DESC LIMIT 1",
            chat_id,
            message_id,
        )
        return Card(row["client_id"], row["tag"] or "") if row else None

    async def tagged(self, chat_ids: Sequence[int], tag: str) -> OutboxRow | None:
        row = await self._transaction.fetchrow(
            "SELECT seq, chat_id, client_id, staff_id, attempts FROM outbox WHERE tag = $1 AND staff_id IS NOT NULL "
            f"AND chat_id IN ({places(chat_ids, after=1)}) ORDER BY seq DESC LIMIT 1",
            tag,
            *chat_ids,
        )
        if row is None:
            return None
        return OutboxRow(
            row["seq"], row["chat_id"], row["client_id"], {}, row["attempts"], None, staff_id=row["staff_id"]
        )

    async def next_due(self) -> datetime | None:
        row = await self._transaction.fetchrow(
            "SELECT MIN(CASE WHEN state = 'sending' THEN lease_until ELSE due_at END) AS due "
            "FROM outbox WHERE state IN ('queued', 'sending')"
        )
        return clock.parse(row["due"]) if row and row["due"] else None
