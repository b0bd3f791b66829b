"""The conversation with a client, by the Protocol of bot/handoff/thread.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.handoff.thread import Author, Delivery, Entry
from bot.identifiers import new_id
from bot.storage.database import Row
from bot.storage.encryption import KeyRing
from bot.storage.gathering import GatheringTransaction

# `seq` orders entries within a client; it is counted under the chat's own lock.
_ADD = """
INSERT INTO thread (id, seq, client_id, case_id, author, staff_id, body, file_id, message_id, topic, at)
VALUES ($1, (SELECT COALESCE(MAX(seq), 0) + 1 FROM thread WHERE client_id = $2), $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""
# Older versions of an edited message point at the newest one by `earlier_id`.
_ENTRIES = """
SELECT thread.*, staff.name AS staff_name,
  (SELECT CASE WHEN SUM(CASE WHEN o.state = 'failed' THEN 1 ELSE 0 END) > 0 THEN 'failed'
               WHEN SUM(CASE WHEN o.state IN ('queued', 'sending') THEN 1 ELSE 0 END) > 0 THEN 'queued'
               WHEN COUNT(*) > 0 THEN 'sent' ELSE '' END
     FROM outbox o WHERE o.thread_id = thread.id) AS delivery,
  (SELECT MAX(o.reason) FROM outbox o WHERE o.thread_id = thread.id AND o.state = 'failed') AS failure,
  (SELECT MIN(o.due_at) FROM outbox o WHERE o.thread_id = thread.id AND o.state = 'queued' AND o.attempts = 0)
    AS leaves_at
FROM thread LEFT JOIN staff ON staff.id = thread.staff_id
WHERE thread.client_id = $1 AND thread.earlier_id IS NULL"""
_NEWEST = f"{_ENTRIES} ORDER BY thread.seq DESC LIMIT $2"
_ONE = f"{_ENTRIES} AND thread.id = $2"


_VERSION = "SELECT id, seq, author, body, at FROM thread WHERE client_id = $1 AND"


class ThreadTable:
    """The table `thread`."""

    def __init__(self, transaction: GatheringTransaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def add(
        self,
        client_id: str,
        author: Author,
        body: str,
        at: datetime,
        *,
        case_id: str | None = None,
        staff_id: str | None = None,
        file_id: str | None = None,
        message_id: int | None = None,
        topic: str | None = None,
    ) -> str:
        entry_id = new_id()
        sealed = self._keys.seal_text(body, f"thread.body:{entry_id}")
        self._transaction.later(
            _ADD, entry_id, client_id, case_id, author, staff_id, sealed, file_id, message_id, topic, clock.text(at)
        )
        return entry_id

    async def edited(self, client_id: str, message_id: int, body: str, at: datetime) -> bool:
        row = await self._transaction.fetchrow(
            f"{_VERSION} message_id = $2 AND earlier_id IS NULL", client_id, message_id
        )
        if row is not None:
            await self._new_version(client_id, row, body, clock.text(at))
        return row is not None

    async def enclose(self, client_id: str, message_id: int, file_id: str) -> None:
        await self._transaction.execute(
            "UPDATE thread SET file_id = $3 WHERE client_id = $1 AND message_id = $2 AND earlier_id IS NULL",
            client_id,
            message_id,
            file_id,
        )

    async def changed(self, client_id: str, entry_id: str, body: str) -> None:
        row = await self._transaction.fetchrow(f"{_VERSION} id = $2", client_id, entry_id)
        if row is not None:
            await self._new_version(client_id, row, body, row["at"])

    async def _new_version(self, client_id: str, row: Row, body: str, at: str) -> None:
        older_id = new_id()
        older = self._keys.open(row["body"], f"thread.body:{row['id']}")
        await self._transaction.execute(
            "INSERT INTO thread (id, seq, client_id, author, body, earlier_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            older_id,
            row["seq"],
            client_id,
            row["author"],
            self._keys.seal(older, f"thread.body:{older_id}"),
            row["id"],
            row["at"],
        )
        await self._transaction.execute(
            "UPDATE thread SET body = $2, at = $3 WHERE id = $1",
            row["id"],
            self._keys.seal_text(body, f"thread.body:{row['id']}"),
            at,
        )

    async def of_client(self, client_id: str, limit: int = 200) -> Sequence[Entry]:
        rows = await self._transaction.fetch(_NEWEST, client_id, limit)
        older = await self._older(client_id)
        return [self._entry(row, older.get(row["id"], ())) for row in reversed(rows)]

    async def by_id(self, client_id: str, entry_id: str) -> Entry | None:
        row = await self._transaction.fetchrow(_ONE, client_id, entry_id)
        return self._entry(row, ()) if row else None

    async def forget(self, client_id: str, entry_id: str) -> None:
        await self._transaction.execute("DELETE FROM thread WHERE client_id = $1 AND id = $2", client_id, entry_id)

    async def _older(self, client_id: str) -> dict[str, tuple[str, ...]]:
        rows = await self._transaction.fetch(
            "SELECT id, earlier_id, body FROM thread WHERE client_id = $1 AND earlier_id IS NOT NULL ORDER BY at",
            client_id,
        )
        versions: dict[str, tuple[str, ...]] = {}
        for row in rows:
            body = self._keys.open_text(row["body"], f"thread.body:{row['id']}")
            versions[row["earlier_id"]] = (*versions.get(row["earlier_id"], ()), body)
        return versions

    def _entry(self, row: Row, earlier: tuple[str, ...]) -> Entry:
        delivery: Delivery = row["delivery"] or ""
        return Entry(
            id=row["id"],
            author=row["author"],
            body=self._keys.open_text(row["body"], f"thread.body:{row['id']}"),
            at=clock.parse(row["at"]),
            staff_name=row["staff_name"] or "",
            file_id=row["file_id"],
            case_id=row["case_id"],
            earlier=earlier,
            delivery=delivery,
            failure=row["failure"] or "",
            topic=row["topic"] or "",
            leaves_at=clock.parse(row["leaves_at"]) if row["leaves_at"] else None,
        )
