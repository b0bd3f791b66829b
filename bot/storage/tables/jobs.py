"""Durable jobs, by the Protocol of bot/work/queues.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot import clock
from bot.identifiers import new_id
from bot.storage.database import Database, Transaction
from bot.storage.encryption import KeyRing
from bot.work.queues import Job

_CLAIM = """
SELECT id, kind, chat_id, payload, attempts FROM jobs
WHERE (state = 'open' AND due_at <= $1) OR (state = 'running' AND lease_until <= $1)
ORDER BY due_at, id LIMIT $2"""


class JobsTable:
    """The table `jobs`."""

    def __init__(self, transaction: Transaction, keys: KeyRing, database: Database) -> None:
        self._transaction = transaction
        self._keys = keys
        self._claim = database.lock_rows(_CLAIM)

    async def put(self, kind: str, chat_id: int, payload: dict[str, Any], at: datetime) -> str:
        job_id = new_id()
        await self._transaction.execute(
            "INSERT INTO jobs (id, kind, chat_id, payload, due_at, created_at) VALUES ($1, $2, $3, $4, $5, $5)",
            job_id,
            kind,
            chat_id,
            self._keys.seal_json(payload, f"jobs:{job_id}"),
            clock.text(at),
        )
        return job_id

    async def claim(self, limit: int, at: datetime, lease_until: datetime) -> Sequence[Job]:
        rows = await self._transaction.fetch(self._claim, clock.text(at), limit)
        await self._transaction.executemany(
            "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2 WHERE id = $1",
            [(row["id"], clock.text(lease_until)) for row in rows],
        )
        return [
            Job(
                row["id"],
                row["kind"],
                row["chat_id"],
                self._keys.open_json(row["payload"], f"jobs:{row['id']}"),
                row["attempts"] + 1,  # with the one that begins now
            )
            for row in rows
        ]

    async def done(self, job_id: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE jobs SET state = 'done', payload = NULL, finished_at = $2 WHERE id = $1",
            job_id,
            clock.text(at),
        )

    async def failed(self, job: Job, due_at: datetime | None, error: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE jobs SET state = $2, due_at = $3, error = $4, finished_at = $5 WHERE id = $1",
            job.id,
            "open" if due_at else "dead",
            clock.text(due_at or at),
            error,
            None if due_at else clock.text(at),
        )

    async def release(self) -> int:
        return await self._transaction.execute("UPDATE jobs SET state = 'open' WHERE state = 'running'")

    async def waiting(self) -> int:
        row = await self._transaction.fetchrow(
            "SELECT COUNT(*) AS waiting FROM jobs WHERE state IN ('open', 'running')"
        )
        return int(row["waiting"]) if row else 0
