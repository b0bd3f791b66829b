"""Topics and unsent replies of staff in Telegram, by the Protocols of bot/handoff/staff/kept.py."""

from __future__ import annotations

from datetime import datetime

from bot import clock
from bot.handoff.staff.kept import StaffDraft, StaffThread
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing


class StaffThreadsTable:
    """The table `staff_threads`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of(self, staff_id: str, client_id: str) -> StaffThread:
        row = await self._transaction.fetchrow(
            "SELECT * FROM staff_threads WHERE staff_id = $1 AND client_id = $2", staff_id, client_id
        )
        return _thread(row) if row else StaffThread(client_id)

    async def by_topic(self, staff_id: str, topic: int) -> StaffThread | None:
        row = await self._transaction.fetchrow(
            "SELECT * FROM staff_threads WHERE staff_id = $1 AND topic = $2", staff_id, topic
        )
        return _thread(row) if row else None

    async def told(self, staff_id: str, client_id: str, at: datetime | None) -> None:
        await self._set(staff_id, client_id, "told_at", clock.text(at) if at else None)

    async def set_topic(self, staff_id: str, client_id: str, topic: int | None) -> None:
        await self._set(staff_id, client_id, "topic", topic)

    async def _set(self, staff_id: str, client_id: str, column: str, value: str | int | None) -> None:
        await self._transaction.execute(
            f"INSERT INTO staff_threads (id, staff_id, client_id, {column}) VALUES ($1, $2, $3, $4) "
            f"ON CONFLICT (staff_id, client_id) DO UPDATE SET {column} = $4",
            new_id(),
            staff_id,
            client_id,
            value,
        )


class StaffDraftsTable:
    """The table `staff_drafts`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def add(
        self, staff_id: str, client_id: str, words: str, message_id: int, seen: str, at: datetime
    ) -> str:
        draft_id = new_id()
        await self._transaction.execute(
            "INSERT INTO staff_drafts (id, staff_id, client_id, words, message_id, seen, made_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
            draft_id,
            staff_id,
            client_id,
            self._sealed(draft_id, words),
            message_id,
            seen,
            clock.text(at),
        )
        return draft_id

    async def by_message(self, staff_id: str, message_id: int) -> StaffDraft | None:
        row = await self._transaction.fetchrow(
            "SELECT * FROM staff_drafts WHERE staff_id = $1 AND message_id = $2", staff_id, message_id
        )
        return self._draft(row) if row else None

    async def change(self, draft: StaffDraft, words: str) -> None:
        await self._transaction.execute(
            "UPDATE staff_drafts SET words = $2 WHERE id = $1", draft.id, self._sealed(draft.id, words)
        )

    async def take(self, staff_id: str, draft_id: str) -> StaffDraft | None:
        row = await self._transaction.fetchrow(
            "DELETE FROM staff_drafts WHERE id = $1 AND staff_id = $2 RETURNING *", draft_id, staff_id
        )
        return self._draft(row) if row else None

    def _sealed(self, draft_id: str, words: str) -> bytes:
        return self._keys.seal_text(words, f"staff_drafts.words:{draft_id}")

    def _draft(self, row: Row) -> StaffDraft:
        words = self._keys.open_text(row["words"], f"staff_drafts.words:{row['id']}")
        return StaffDraft(
            row["id"], row["client_id"], words, row["message_id"], row["seen"], clock.parse(row["made_at"])
        )


def _thread(row: Row) -> StaffThread:
    told = row["told_at"]
    return StaffThread(row["client_id"], row["topic"], clock.parse(told) if told else None)
