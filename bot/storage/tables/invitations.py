"""Invitations, by the Protocol of bot/clients/invitation.py."""

from __future__ import annotations

from datetime import datetime

from bot import clock
from bot.storage.database import Transaction


class InvitationsTable:
    """The table `invitations`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, client_id: str, hashed: str, at: datetime, expires_at: datetime) -> None:
        await self._transaction.execute("DELETE FROM invitations WHERE client_id = $1 AND used_at IS NULL", client_id)
        await self._transaction.execute(
            "INSERT INTO invitations (code_hash, client_id, expires_at, created_at) VALUES ($1, $2, $3, $4)",
            hashed,
            client_id,
            clock.text(expires_at),
            clock.text(at),
        )

    async def use(self, hashed: str, at: datetime) -> str | None:
        row = await self._transaction.fetchrow(
            "UPDATE invitations SET used_at = $2 "
            "WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING client_id",
            hashed,
            clock.text(at),
        )
        return row["client_id"] if row else None
