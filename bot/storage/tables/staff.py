"""Staff, login links and sessions, by the Protocol of bot/clients/caseworker.py."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.clients.caseworker import Role, Session, Staff
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class StaffTable:
    """The tables `staff`, `login_links` and `sessions`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, name: str, role: Role, at: datetime) -> Staff:
        staff = Staff(new_id(), name, role, True)
        await self._transaction.execute(
            "INSERT INTO staff (id, name, role, created_at) VALUES ($1, $2, $3, $4)",
            staff.id,
            name,
            role,
            clock.text(at),
        )
        return staff

    async def by_id(self, staff_id: str) -> Staff | None:
        row = await self._transaction.fetchrow("SELECT * FROM staff WHERE id = $1", staff_id)
        return _staff(row) if row else None

    async def by_name(self, name: str) -> Staff | None:
        row = await self._transaction.fetchrow("SELECT * FROM staff WHERE name = $1", name)
        return _staff(row) if row else None

    async def all(self) -> Sequence[Staff]:
        return [_staff(row) for row in await self._transaction.fetch("SELECT * FROM staff ORDER BY name")]

    async def make_login_link(self, staff_id: str, expires_at: datetime) -> str:
        token = secrets.token_urlsafe(32)
        await self._transaction.execute(
            "INSERT INTO login_links (token_hash, staff_id, expires_at) VALUES ($1, $2, $3)",
            _hash(token),
            staff_id,
            clock.text(expires_at),
        )
        return token

    async def use_login_link(self, token: str, at: datetime, session_until: datetime) -> tuple[str, Session] | None:
        used = await self._transaction.execute(
            "UPDATE login_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2",
            _hash(token),
            clock.text(at),
        )
        if used != 1:
            return None
        link = await self._transaction.fetchrow("SELECT staff_id FROM login_links WHERE token_hash = $1", _hash(token))
        assert link is not None
        staff = await self.by_id(link["staff_id"])
        if staff is None or not staff.active:
            return None
        return await self._begin(staff, at, session_until)

    async def _begin(self, staff: Staff, at: datetime, until: datetime) -> tuple[str, Session]:
        secret, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
        await self._transaction.execute(
            "INSERT INTO sessions (token_hash, staff_id, csrf, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
            _hash(secret),
            staff.id,
            csrf,
            clock.text(at),
            clock.text(until),
        )
        return secret, Session(staff, csrf, until)

    async def session(self, secret: str, at: datetime) -> Session | None:
        row = await self._transaction.fetchrow(
            "SELECT staff.id, staff.name, staff.role, staff.active, sessions.csrf, sessions.expires_at "
            "FROM sessions JOIN staff ON staff.id = sessions.staff_id "
            "WHERE sessions.token_hash = $1 AND sessions.expires_at > $2 AND staff.active = 1",
            _hash(secret),
            clock.text(at),
        )
        return Session(_staff(row), row["csrf"], clock.parse(row["expires_at"])) if row else None

    async def end_session(self, secret: str) -> None:
        await self._transaction.execute("DELETE FROM sessions WHERE token_hash = $1", _hash(secret))

    async def end_all_sessions(self, staff_id: str) -> None:
        await self._transaction.execute("DELETE FROM sessions WHERE staff_id = $1", staff_id)


def _staff(row: Row) -> Staff:
    return Staff(row["id"], row["name"], row["role"], bool(row["active"]))
