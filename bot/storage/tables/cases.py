"""Cases, by the Protocol of bot/handoff/case.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.handoff.case import Case, Helped, Outcome, Reason, Stage, Urgency
from bot.identifiers import new_id, spoken_number
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing
from bot.storage.gathering import places

_BY_URGENCY = (
    "ORDER BY CASE urgency WHEN 'urgent' THEN 0 ELSE 1 END, "
    "CASE WHEN waiting_since IS NULL THEN 1 ELSE 0 END, waiting_since, opened_at"
)


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
            f"SELECT * FROM cases WHERE caseworker_id = $1 AND state = 'open' {_BY_URGENCY}", caseworker_id
        )
        return [self._case(row) for row in rows]

    async def open_of_clients(self, client_ids: Sequence[str]) -> Sequence[Case]:
        return await self._open(f"client_id IN ({places(client_ids)})", *client_ids)

    async def helped_by(self, staff_id: str) -> Sequence[Case]:
        return await self._open("helper_id = $1", staff_id)

    async def of_team(self) -> Sequence[Case]:
        return await self._open("stage = 'team' AND helper_id IS NULL")

    async def waiting_before(self, moment: datetime) -> Sequence[Case]:
        return await self._open("waiting_since IS NOT NULL AND waiting_since < $1", clock.text(moment))

    async def without_owner(self) -> Sequence[Case]:
        return await self._open(
            "helper_id IS NULL AND stage <> 'team' AND NOT EXISTS (SELECT 1 FROM staff, clients "
            "WHERE staff.id = cases.caseworker_id AND staff.active = 1 AND staff.role = 'caseworker' "
            "AND clients.id = cases.client_id AND clients.caseworker_id = staff.id)"
        )

    async def _open(self, condition: str, *values: object) -> Sequence[Case]:
        rows = await self._transaction.fetch(
            f"SELECT * FROM cases WHERE state = 'open' AND {condition} {_BY_URGENCY}", *values
        )
        return [self._case(row) for row in rows]

    async def move(self, case_id: str, stage: Stage, helper_id: str | None, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE cases SET stage = $2, helper_id = $3, moved_at = $4 WHERE id = $1 AND state = 'open'",
            case_id,
            stage,
            helper_id,
            clock.text(at),
        )

    async def hand_over(self, client_ids: Sequence[str], caseworker_id: str, at: datetime) -> None:
        await self._transaction.executemany(
            "UPDATE cases SET caseworker_id = $2, stage = 'own', helper_id = NULL, moved_at = $3 "
            "WHERE client_id = $1 AND state = 'open'",
            [(client_id, caseworker_id, clock.text(at)) for client_id in client_ids],
        )

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

    async def close(self, case_id: str, note: str, at: datetime, outcome: Outcome = "done") -> bool:
        changed = await self._transaction.execute(
            "UPDATE cases SET state = 'closed', closed_at = $2, note = $3, outcome = $4, waiting_since = NULL, "
            "helper_id = NULL, stage = 'own' WHERE id = $1 AND state = 'open'",
            case_id,
            clock.text(at),
            self._keys.seal_text(note, f"cases.note:{case_id}"),
            outcome,
        )
        return changed == 1

    async def withdraw(self, case_id: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE cases SET withdrawn_at = $2, waiting_since = COALESCE(waiting_since, $2) "
            "WHERE id = $1 AND state = 'open'",
            case_id,
            clock.text(at),
        )

    async def reopen(self, case_id: str, at: datetime) -> bool:
        changed = await self._transaction.execute(
            "UPDATE cases SET state = 'open', closed_at = NULL, outcome = NULL, withdrawn_at = NULL, "
            "waiting_since = $2, caseworker_id = "
            "(SELECT clients.caseworker_id FROM clients WHERE clients.id = cases.client_id) "
            "WHERE id = $1 AND (state = 'closed' OR withdrawn_at IS NOT NULL)",
            case_id,
            clock.text(at),
        )
        return changed == 1

    async def forget(self, case_id: str) -> None:
        await self._transaction.execute("DELETE FROM cases WHERE id = $1", case_id)

    async def set_helped(self, case_id: str, helped: Helped) -> bool:
        changed = await self._transaction.execute(
            "UPDATE cases SET helped = $2 WHERE id = $1 AND helped IS NULL", case_id, helped
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
            stage=row["stage"],
            helper_id=row["helper_id"],
            outcome=row["outcome"],
            helped=row["helped"],
            withdrawn_at=clock.parse(row["withdrawn_at"]) if row["withdrawn_at"] else None,
        )
