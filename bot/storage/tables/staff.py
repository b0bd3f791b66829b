"""Staff, login links and sessions, by the Protocol of bot/clients/caseworker.py."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.clients.caseworker import SESSION_IDLE, SESSION_LASTS, How, Role, Session, Staff
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction

# Open sessions of active staff: $1 is the moment, $2 the moment after which they must have been used.
_SESSIONS = (
    "SELECT staff.*, sessions.csrf, sessions.expires_at, sessions.how, "
    "COALESCE(sessions.seen_at, sessions.created_at) AS last_used "
    "FROM sessions JOIN staff ON staff.id = sessions.staff_id "
    "WHERE sessions.expires_at > $1 AND COALESCE(sessions.seen_at, sessions.created_at) > $2 AND staff.active = 1"
)


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
        return staff_in(row) if row else None

    async def by_name(self, name: str) -> Staff | None:
        row = await self._transaction.fetchrow("SELECT * FROM staff WHERE name = $1", name)
        return staff_in(row) if row else None

    async def all(self) -> Sequence[Staff]:
        return [staff_in(row) for row in await self._transaction.fetch("SELECT * FROM staff ORDER BY name")]

    async def make_login_link(self, staff_id: str, expires_at: datetime) -> str:
        token = secrets.token_urlsafe(32)
        await self._transaction.execute(
            "INSERT INTO login_links (token_hash, staff_id, expires_at) VALUES ($1, $2, $3)",
            _hash(token),
            staff_id,
            clock.text(expires_at),
        )
        return token

    async def set_role(self, staff_id: str, role: Role) -> None:
        await self._transaction.execute("UPDATE staff SET role = $2 WHERE id = $1", staff_id, role)
        if role != "income_consultant":
            await self._nobodys_consultant(staff_id)

    async def set_active(self, staff_id: str, active: bool) -> None:
        await self._transaction.execute("UPDATE staff SET active = $2 WHERE id = $1", staff_id, int(active))
        if not active:
            await self._transaction.execute("DELETE FROM login_links WHERE staff_id = $1", staff_id)
            await self.end_all_sessions(staff_id)
            await self._nobodys_consultant(staff_id)

    async def _nobodys_consultant(self, staff_id: str) -> None:
        await self._transaction.execute("UPDATE staff SET consultant_id = NULL WHERE consultant_id = $1", staff_id)

    async def set_consultant(self, staff_id: str, consultant_id: str | None) -> None:
        await self._transaction.execute("UPDATE staff SET consultant_id = $2 WHERE id = $1", staff_id, consultant_id)

    async def set_language(self, staff_id: str, language: str) -> None:
        await self._transaction.execute("UPDATE staff SET language = $2 WHERE id = $1", staff_id, language)

    async def use_login_link(self, token: str, at: datetime) -> Staff | None:
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
        return staff if staff is not None and staff.active else None

    async def begin_session(self, staff: Staff, at: datetime, how: How, sid_hash: str | None = None) -> str:
        secret, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
        await self._transaction.execute(
            "INSERT INTO sessions (token_hash, staff_id, csrf, created_at, expires_at, seen_at, how, sid_hash) "
            "VALUES ($1, $2, $3, $4, $5, $4, $6, $7)",
            _hash(secret),
            staff.id,
            csrf,
            clock.text(at),
            clock.text(at + SESSION_LASTS),
            how,
            sid_hash,
        )
        return secret

    async def session(self, secret: str, at: datetime) -> Session | None:
        row = await self._transaction.fetchrow(
            f"{_SESSIONS} AND sessions.token_hash = $3", clock.text(at), clock.text(at - SESSION_IDLE), _hash(secret)
        )
        return _session(row) if row else None

    async def used(self, secret: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE sessions SET seen_at = $2 WHERE token_hash = $1", _hash(secret), clock.text(at)
        )

    async def sessions_of(self, staff_id: str, at: datetime) -> Sequence[Session]:
        rows = await self._transaction.fetch(
            f"{_SESSIONS} AND sessions.staff_id = $3 ORDER BY seen_at DESC",
            clock.text(at),
            clock.text(at - SESSION_IDLE),
            staff_id,
        )
        return [_session(row) for row in rows]

    async def end_session(self, secret: str) -> None:
        await self._transaction.execute("DELETE FROM sessions WHERE token_hash = $1", _hash(secret))

    async def end_all_sessions(self, staff_id: str) -> int:
        return await self._transaction.execute("DELETE FROM sessions WHERE staff_id = $1", staff_id)

    async def end_sessions_of_sid(self, sid_hash: str) -> int:
        return await self._transaction.execute("DELETE FROM sessions WHERE sid_hash = $1", sid_hash)


def staff_in(row: Row) -> Staff:
    """The member of staff in a row with all columns of `staff`."""
    return Staff(row["id"], row["name"], row["role"], bool(row["active"]), row["consultant_id"], row["language"])


def _session(row: Row) -> Session:
    return Session(
        staff_in(row), row["csrf"], clock.parse(row["expires_at"]), clock.parse(row["last_used"]), row["how"]
    )
