"""Questions to colleagues, by the Protocol of bot/handoff/consult.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.handoff.consult import Consult
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction


class ConsultsTable:
    """The table `consults`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(
        self, client_id: str, case_id: str | None, asked_by: str, asked_of: str, question_id: str, at: datetime
    ) -> Consult:
        consult = Consult(new_id(), client_id, case_id, asked_by, asked_of, question_id, None, at, None)
        await self._transaction.execute(
            "INSERT INTO consults (id, client_id, case_id, asked_by, asked_of, question_id, asked_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
            consult.id,
            client_id,
            case_id,
            asked_by,
            asked_of,
            question_id,
            clock.text(at),
        )
        return consult

    async def by_id(self, consult_id: str) -> Consult | None:
        row = await self._transaction.fetchrow("SELECT * FROM consults WHERE id = $1", consult_id)
        return _consult(row) if row else None

    async def open_of(self, staff_id: str) -> Sequence[Consult]:
        rows = await self._transaction.fetch(
            "SELECT * FROM consults WHERE asked_of = $1 AND answered_at IS NULL ORDER BY asked_at", staff_id
        )
        return [_consult(row) for row in rows]

    async def of_client(self, client_id: str) -> Sequence[Consult]:
        rows = await self._transaction.fetch(
            "SELECT * FROM consults WHERE client_id = $1 ORDER BY asked_at DESC", client_id
        )
        return [_consult(row) for row in rows]

    async def answer(self, consult_id: str, answer_id: str, at: datetime) -> bool:
        changed = await self._transaction.execute(
            "UPDATE consults SET answer_id = $2, answered_at = $3 WHERE id = $1 AND answered_at IS NULL",
            consult_id,
            answer_id,
            clock.text(at),
        )
        return changed == 1


def _consult(row: Row) -> Consult:
    return Consult(
        row["id"],
        row["client_id"],
        row["case_id"],
        row["asked_by"],
        row["asked_of"],
        row["question_id"],
        row["answer_id"],
        clock.parse(row["asked_at"]),
        clock.parse(row["answered_at"]) if row["answered_at"] else None,
    )
