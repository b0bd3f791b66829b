"""Cases, by the Protocol of bot/handoff/case.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.handoff.case import Case, Reason, Urgency
from bot.identifiers import new_id, spoken_number
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing


class CasesTable:
    """The table `cases`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def open(
        self,
        client_id: str,
        caseworker_id: str,
        reason: Reason,
        subject: str,
        at: datetime,
        urgency: Urgency = "normal",
    ) -> Case:
        case_id = new_id()
        await self._transaction.execute(
            "INSERT INTO cases (id, number, client_id, caseworker_id, state, urgency, reason, subject, opened_at, "
            "waiting_since) VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $8)",
            case_id,
            spoken_number("V"),
            client_id,
            caseworker_id,
            urgency,
            reason,
            self._keys.seal_text(subject, f"cases.subject:{case_id}"),
            clock.text(at),
        )
        case = await self.by_id(case_id)
        assert case is not None
        return case

    async def by_id(self, case_id: str) -> Case | None:
        row = await self._transaction.fetchrow("SELECT * FROM cases WHERE id = $1", case_id)
        return self._case(row) if row else None

    async def open_of_client(self, client_id: str) -> Case | None:
        # A paper to look at may wait beside a question; the question is what the conversation is about.
        row = await self._transaction.fetchrow(
            "SELECT * FROM cases WHERE client_id = $1 AND state = 'open' "
            "ORDER BY CASE reason WHEN 'paper' THEN 1 ELSE 0 END, opened_at LIMIT 1",
            client_id,
        )
        return self._case(row) if row else None

    async def of_client(self, client_id: str) -> Sequence[Case]:
        rows = await self._transaction.fetch(
            "SELECT * FROM cases WHERE client_id = $1 ORDER BY opened_at DESC", client_id
        )
        return [self._case(row) for row in rows]

    async def open_of_caseworker(self, caseworker_id: str) -> Sequence[Case]:
        rows = await self._transaction.fetch(
            "SELECT * FROM cases WHERE caseworker_id = $1 AND state = 'open' "
            "ORDER BY CASE urgency WHEN 'urgent' THEN 0 ELSE 1 END, "
            "CASE WHEN waiting_since IS NULL THEN 1 ELSE 0 END, waiting_since, opened_at",
            caseworker_id,
        )
        return [self._case(row) for row in rows]

    async def make_urgent(self, case_id: str) -> None:
        await self._transaction.execute("UPDATE cases SET urgency = 'urgent' WHERE id = $1", case_id)

    async def client_waits(self, case_id: str, since: datetime) -> None:
        await self._transaction.execute(
            "UPDATE cases SET waiting_since = $2 WHERE id = $1 AND waiting_since IS NULL",
            case_id,
            clock.text(since),
        )

    async def answered(self, case_id: str) -> None:
        await self._transaction.execute("UPDATE cases SET waiting_since = NULL WHERE id = $1", case_id)

    async def close(self, case_id: str, note: str, at: datetime) -> bool:
        changed = await self._transaction.execute(
            "UPDATE cases SET state = 'closed', closed_at = $2, note = $3, waiting_since = NULL "
            "WHERE id = $1 AND state = 'open'",
            case_id,
            clock.text(at),
            self._keys.seal_text(note, f"cases.note:{case_id}"),
        )
        return changed == 1

    def _case(self, row: Row) -> Case:
        case_id = row["id"]
        return Case(
            id=case_id,
            number=row["number"],
            client_id=row["client_id"],
            caseworker_id=row["caseworker_id"],
            state=row["state"],
            urgency=row["urgency"],
            reason=row["reason"],
            subject=self._keys.open_text(row["subject"], f"cases.subject:{case_id}"),
            opened_at=clock.parse(row["opened_at"]),
            waiting_since=clock.parse(row["waiting_since"]) if row["waiting_since"] else None,
            closed_at=clock.parse(row["closed_at"]) if row["closed_at"] else None,
            note=self._keys.open_text(row["note"], f"cases.note:{case_id}") if row["note"] else "",
        )
