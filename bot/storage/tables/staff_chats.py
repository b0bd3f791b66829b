"""Chats of staff in Telegram and their codes, by the Protocol of bot/clients/staff_chats.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.clients.staff_chats import StaffChat
from bot.storage.database import Row, Transaction
from bot.storage.gathering import places


class StaffChatsTable:
    """The tables `staff_chats` and `staff_codes`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add_code(self, staff_id: str, hashed: str, at: datetime, expires_at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE staff_codes SET used_at = $2 WHERE staff_id = $1 AND used_at IS NULL", staff_id, clock.text(at)
        )
        await self._transaction.execute(
            "INSERT INTO staff_codes (code_hash, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            hashed,
            staff_id,
            clock.text(at),
            clock.text(expires_at),
        )

    async def codes_since(self, staff_id: str, since: datetime) -> int:
        row = await self._transaction.fetchrow(
            "SELECT COUNT(*) AS made FROM staff_codes WHERE staff_id = $1 AND created_at > $2",
            staff_id,
            clock.text(since),
        )
        return int(row["made"]) if row else 0

    async def use_code(self, hashed: str, at: datetime) -> str | None:
        used = await self._transaction.execute(
            "UPDATE staff_codes SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2",
            hashed,
            clock.text(at),
        )
        if used != 1:
            return None
        row = await self._transaction.fetchrow("SELECT staff_id FROM staff_codes WHERE code_hash = $1", hashed)
        return str(row["staff_id"]) if row else None

    async def link(self, staff_id: str, account: int, at: datetime) -> None:
        await self._transaction.execute(
            "INSERT INTO staff_chats (staff_id, account, linked_at) VALUES ($1, $2, $3) "
            "ON CONFLICT (staff_id) DO UPDATE SET account = $2, linked_at = $3, blocked_at = NULL",
            staff_id,
            account,
            clock.text(at),
        )

    async def by_account(self, account: int) -> StaffChat | None:
        row = await self._transaction.fetchrow("SELECT * FROM staff_chats WHERE account = $1", account)
        return _chat(row) if row else None

    async def of_staff(self, staff_ids: Sequence[str]) -> Sequence[StaffChat]:
        rows = await self._transaction.fetch(
            f"SELECT * FROM staff_chats WHERE staff_id IN ({places(staff_ids)})", *staff_ids
        )
        return [_chat(row) for row in rows]

    async def everybody(self) -> Sequence[StaffChat]:
        return [_chat(row) for row in await self._transaction.fetch("SELECT * FROM staff_chats")]

    async def topics(self, staff_id: str) -> Sequence[int]:
        rows = await self._transaction.fetch(
            "SELECT topic FROM staff_threads WHERE staff_id = $1 AND topic IS NOT NULL ORDER BY topic", staff_id
        )
        return [row["topic"] for row in rows]

    async def set_blocked(self, account: int, at: datetime | None) -> None:
        await self._transaction.execute(
            "UPDATE staff_chats SET blocked_at = $2 WHERE account = $1", account, clock.text(at) if at else None
        )

    async def unlink(self, staff_id: str) -> StaffChat | None:
        chat = next(iter(await self.of_staff([staff_id])), None)
        for table in ("staff_codes", "staff_threads", "staff_drafts", "outbox", "staff_chats"):
            await self._transaction.execute(f"DELETE FROM {table} WHERE staff_id = $1", staff_id)
        return chat


def _chat(row: Row) -> StaffChat:
    blocked = row["blocked_at"]
    return StaffChat(
        row["staff_id"], row["account"], clock.parse(row["linked_at"]), clock.parse(blocked) if blocked else None
    )
