"""Messages that caseworkers begin, by the Protocol of bot/handoff/mailing.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import clock
from bot.handoff.mailing import LeftOut, Mailing, Planned, Posting
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing
from bot.storage.gathering import places

# With what the channel said of each, as in the conversation (thread.py).
_POSTINGS = """
SELECT postings.*,
  (SELECT CASE WHEN SUM(CASE WHEN o.state = 'failed' THEN 1 ELSE 0 END) > 0 THEN 'failed'
               WHEN SUM(CASE WHEN o.state IN ('queued', 'sending') THEN 1 ELSE 0 END) > 0 THEN 'queued'
               WHEN COUNT(*) > 0 THEN 'sent' ELSE '' END
     FROM outbox o WHERE o.thread_id = postings.thread_id) AS delivery,
  (SELECT MAX(o.reason) FROM outbox o WHERE o.thread_id = postings.thread_id AND o.state = 'failed') AS failure
FROM postings"""


class MailingsTable:
    """The tables `mailings` and `postings`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def add(self, mailing: Mailing, plan: Sequence[Planned]) -> bool:
        added = await self._transaction.execute(
            "INSERT INTO mailings (id, staff_id, ask, due_at, created_at) VALUES ($1, $2, $3, $4, $5) "
            "ON CONFLICT (id) DO NOTHING",
            mailing.id,
            mailing.staff_id,
            mailing.ask,
            clock.text(mailing.due_at),
            clock.text(mailing.created_at),
        )
        if added != 1:
            return False
        await self._transaction.executemany(
            "INSERT INTO postings (id, mailing_id, client_id, body, state, reason, due_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [self._row(mailing, one) for one in plan],
        )
        return True

    def _row(self, mailing: Mailing, one: Planned) -> tuple[object, ...]:
        posting_id, state = new_id(), "left_out" if one.reason else "waiting"
        body = self._keys.seal_text(one.body, f"postings.body:{posting_id}")
        return (posting_id, mailing.id, one.client_id, body, state, one.reason, clock.text(one.due_at))

    async def by_id(self, mailing_id: str) -> Mailing | None:
        row = await self._transaction.fetchrow("SELECT * FROM mailings WHERE id = $1", mailing_id)
        return _mailing(row) if row else None

    async def of_staff(self, staff_id: str, limit: int = 50) -> Sequence[Mailing]:
        rows = await self._transaction.fetch(
            "SELECT * FROM mailings WHERE staff_id = $1 ORDER BY created_at DESC, id LIMIT $2", staff_id, limit
        )
        return [_mailing(row) for row in rows]

    async def postings(self, mailing_id: str) -> Sequence[Posting]:
        rows = await self._transaction.fetch(f"{_POSTINGS} WHERE mailing_id = $1 ORDER BY due_at, id", mailing_id)
        return [self._posting(row) for row in rows]

    async def counts(self, mailing_ids: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        rows = await self._transaction.fetch(
            "SELECT mailing_id, state, COUNT(*) AS number FROM postings "
            f"WHERE mailing_id IN ({places(mailing_ids)}) GROUP BY mailing_id, state",
            *mailing_ids,
        )
        found: dict[str, dict[str, int]] = {one: {} for one in mailing_ids}
        for row in rows:
            found[row["mailing_id"]][row["state"]] = int(row["number"])
        return found

    async def posting(self, posting_id: str) -> Posting | None:
        row = await self._transaction.fetchrow(f"{_POSTINGS} WHERE id = $1", posting_id)
        return self._posting(row) if row else None

    async def due(self, at: datetime, limit: int) -> Sequence[str]:
        rows = await self._transaction.fetch(
            "SELECT id FROM postings WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, id LIMIT $2",
            clock.text(at),
            limit,
        )
        return [row["id"] for row in rows]

    async def moments(self, client_ids: Sequence[str], since: datetime) -> Mapping[str, Sequence[datetime]]:
        rows = await self._transaction.fetch(
            "SELECT client_id, COALESCE(sent_at, due_at) AS moment FROM postings "
            f"WHERE client_id IN ({places(client_ids)}) AND state IN ('waiting', 'sent')",
            *client_ids,
        )
        found: dict[str, list[datetime]] = {}
        for row in rows:
            if (moment := clock.parse(row["moment"])) >= since:
                found.setdefault(row["client_id"], []).append(moment)
        return found

    async def sent(self, posting_id: str, thread_id: str, at: datetime) -> bool:
        changed = await self._transaction.execute(
            "UPDATE postings SET state = 'sent', sent_at = $2, thread_id = $3 WHERE id = $1 AND state = 'waiting'",
            posting_id,
            clock.text(at),
            thread_id,
        )
        return changed == 1

    async def leave_out(self, posting_id: str, reason: LeftOut) -> None:
        await self._transaction.execute(
            "UPDATE postings SET state = 'left_out', reason = $2 WHERE id = $1 AND state = 'waiting'",
            posting_id,
            reason,
        )

    async def postpone(self, posting_id: str, due_at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE postings SET due_at = $2 WHERE id = $1 AND state = 'waiting'", posting_id, clock.text(due_at)
        )

    async def cancel(self, mailing_id: str) -> int:
        return await self._transaction.execute(
            "UPDATE postings SET state = 'cancelled' WHERE mailing_id = $1 AND state = 'waiting'", mailing_id
        )

    def _posting(self, row: Row) -> Posting:
        return Posting(
            id=row["id"],
            mailing_id=row["mailing_id"],
            client_id=row["client_id"],
            body=self._keys.open_text(row["body"], f"postings.body:{row['id']}"),
            state=row["state"],
            reason=row["reason"],
            due_at=clock.parse(row["due_at"]),
            sent_at=clock.parse(row["sent_at"]) if row["sent_at"] else None,
            delivery=row["delivery"] or "",
            failure=row["failure"] or "",
        )


def _mailing(row: Row) -> Mailing:
    return Mailing(
        row["id"], row["staff_id"], row["ask"], clock.parse(row["due_at"]), clock.parse(row["created_at"])
    )
