"""Reminders, by the Protocol of bot/deadlines/reminder.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot import clock
from bot.deadlines.reminder import KEPT_AFTER, Reminder, ReminderState
from bot.deadlines.terms import Term
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing

_COLUMNS = "reminders.id, reminders.client_id, reminders.subject, reminders.state, reminders.due_at"


class RemindersTable:
    """The table `reminders`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def add(self, client_id: str, term: Term, about: str, due_at: datetime, at: datetime) -> Reminder:
        for known in await self.waiting_of(client_id):
            if (known.kind, known.last_day, known.due_at) == (term.kind, term.act_by, due_at):
                return known
        reminder_id = new_id()
        subject = {
            "kind": term.kind,
            "start": term.start.isoformat(),
            "last_day": term.act_by.isoformat(),
            "about": about,
        }
        await self._transaction.execute(
            "INSERT INTO reminders (id, client_id, subject, due_at, ends_at, created_at) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            reminder_id,
            client_id,
            self._keys.seal_json(subject, f"reminders.subject:{reminder_id}"),
            clock.text(due_at),
            clock.text(datetime.combine(term.act_by + KEPT_AFTER, time.min, UTC)),
            clock.text(at),
        )
        made = await self.by_id(reminder_id)
        assert made is not None
        return made

    async def by_id(self, reminder_id: str) -> Reminder | None:
        row = await self._transaction.fetchrow(f"SELECT {_COLUMNS} FROM reminders WHERE id = $1", reminder_id)
        return self._reminder(row) if row else None

    async def waiting_of(self, client_id: str) -> Sequence[Reminder]:
        rows = await self._transaction.fetch(
            f"SELECT {_COLUMNS} FROM reminders WHERE client_id = $1 AND state = 'waiting' ORDER BY due_at, id",
            client_id,
        )
        return [self._reminder(row) for row in rows]

    async def set_state(self, reminder_id: str, old: ReminderState, new: ReminderState) -> bool:
        changed = await self._transaction.execute(
            "UPDATE reminders SET state = $3 WHERE id = $1 AND state = $2", reminder_id, old, new
        )
        return changed == 1

    async def cancel(self, reminder_id: str) -> None:
        await self._transaction.execute("DELETE FROM reminders WHERE id = $1", reminder_id)

    async def cancel_all(self, client_id: str) -> int:
        return await self._transaction.execute(
            "DELETE FROM reminders WHERE client_id = $1 AND state <> 'sent'", client_id
        )

    async def reachable_due(self, at: datetime, limit: int) -> Sequence[tuple[Reminder, int]]:
        rows = await self._transaction.fetch(
            f"SELECT {_COLUMNS}, clients.chat_id FROM reminders JOIN clients ON clients.id = reminders.client_id "
            "WHERE reminders.state = 'waiting' AND reminders.due_at <= $1 AND clients.chat_id IS NOT NULL "
            "AND clients.blocked_at IS NULL AND clients.state = 'active' AND clients.consented_at IS NOT NULL "
            "ORDER BY reminders.due_at, reminders.id LIMIT $2",
            clock.text(at),
            limit,
        )
        return [(self._reminder(row), row["chat_id"]) for row in rows]

    def _reminder(self, row: Row) -> Reminder:
        subject = self._keys.open_json(row["subject"], f"reminders.subject:{row['id']}")
        return Reminder(
            id=row["id"],
            client_id=row["client_id"],
            kind=subject["kind"],
            start=date.fromisoformat(subject["start"]),
            last_day=date.fromisoformat(subject["last_day"]),
            about=subject["about"],
            state=row["state"],
            due_at=clock.parse(row["due_at"]),
        )
