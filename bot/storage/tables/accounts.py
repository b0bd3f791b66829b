"""Accounts of staff and the log of changes to staff, by the Protocols of bot/clients/accounts.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from bot import clock
from bot.clients.accounts import Done, StaffEvent
from bot.clients.caseworker import Staff
from bot.identifiers import new_id
from bot.storage.database import Transaction
from bot.storage.tables.staff import staff_in


class AccountsTable:
    """The table `accounts`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def join(self, hashed: str, staff_id: str, at: datetime) -> bool:
        owner = await self.staff_of(hashed)
        if owner is not None and owner.id != staff_id:
            return False
        await self.part(staff_id)
        await self._transaction.execute(
            "INSERT INTO accounts (account_hash, staff_id, joined_at) VALUES ($1, $2, $3)",
            hashed,
            staff_id,
            clock.text(at),
        )
        return True

    async def staff_of(self, hashed: str) -> Staff | None:
        row = await self._transaction.fetchrow(
            "SELECT staff.* FROM accounts JOIN staff ON staff.id = accounts.staff_id WHERE account_hash = $1", hashed
        )
        return staff_in(row) if row else None

    async def part(self, staff_id: str) -> None:
        await self._transaction.execute("DELETE FROM accounts WHERE staff_id = $1", staff_id)

    async def joined(self) -> Mapping[str, datetime]:
        rows = await self._transaction.fetch("SELECT staff_id, joined_at FROM accounts")
        return {row["staff_id"]: clock.parse(row["joined_at"]) for row in rows}


class StaffLogTable:
    """The table `staff_log`; a detail stands behind a colon («role:editor»)."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, actor_id: str | None, staff_id: str, what: Done, at: datetime, detail: str = "") -> None:
        await self._transaction.execute(
            "INSERT INTO staff_log (id, actor_id, staff_id, what, at) VALUES ($1, $2, $3, $4, $5)",
            new_id(),
            actor_id,
            staff_id,
            f"{what}:{detail}" if detail else what,
            clock.text(at),
        )

    async def newest(self, limit: int = 50) -> Sequence[StaffEvent]:
        rows = await self._transaction.fetch(
            "SELECT staff_log.what, staff_log.at, staff.name AS about, actors.name AS actor FROM staff_log "
            "JOIN staff ON staff.id = staff_log.staff_id LEFT JOIN staff AS actors ON actors.id = staff_log.actor_id "
            "ORDER BY staff_log.at DESC, staff_log.id LIMIT $1",
            limit,
        )
        return [_event(row["at"], row["actor"] or "", row["about"], row["what"]) for row in rows]


def _event(at: str, actor: str, about: str, kept: str) -> StaffEvent:
    what, _, detail = kept.partition(":")
    return StaffEvent(clock.parse(at), actor, about, cast(Done, what), detail)
