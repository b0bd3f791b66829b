"""Removes what is past its end date. Periods: docs/privacy.md; the local policy sets `keep_days`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot import clock
from bot.storage.belongings import BELONGINGS
from bot.storage.database import Transaction
from bot.storage.encryption import KeyRing
from bot.storage.keeping import Keeping, ids_in

HANDLED_INBOX, FINISHED_JOBS = timedelta(days=7), timedelta(days=7)
FINISHED_OUTBOX, UNLINKED_CHATS = timedelta(days=90), timedelta(days=90)
LOOSE = timedelta(days=1)  # changes, withdrawn papers, copies made for clients, files that nothing names

# What goes, by a moment: (name for people, period, SQL with $1 the moment).
_SIMPLE: tuple[tuple[str, timedelta, str], ...] = (
    ("inbox", HANDLED_INBOX, "DELETE FROM inbox WHERE state <> 'open' AND handled_at < $1"),
    ("outbox", FINISHED_OUTBOX, "DELETE FROM outbox WHERE finished_at < $1"),
    ("jobs", FINISHED_JOBS, "DELETE FROM jobs WHERE finished_at < $1"),
    ("open pages", LOOSE, "DELETE FROM presences WHERE seen_at < $1"),
    ("changes", LOOSE, "DELETE FROM changes WHERE at < $1"),
    ("invitations", timedelta(0), "DELETE FROM invitations WHERE expires_at < $1"),
    ("reminders", timedelta(0), "DELETE FROM reminders WHERE ends_at < $1"),
    ("login links", timedelta(0), "DELETE FROM login_links WHERE expires_at < $1"),
    ("sessions", timedelta(0), "DELETE FROM sessions WHERE expires_at < $1"),
    ("codes of staff", LOOSE, "DELETE FROM staff_codes WHERE expires_at < $1"),
    ("replies that staff did not send", LOOSE, "DELETE FROM staff_drafts WHERE made_at < $1"),
    (
        "conversations",
        UNLINKED_CHATS,
        "DELETE FROM conversations WHERE changed_at < $1 "
        "AND chat_id NOT IN (SELECT chat_id FROM clients WHERE chat_id IS NOT NULL)",
    ),
    (
        "withdrawn papers",
        LOOSE,
        "DELETE FROM papers WHERE state = 'withdrawn' AND received_at < $1 "
        "AND (confirmed_at IS NULL OR confirmed_at < $1)",
    ),
)
_BY_POLICY: tuple[tuple[str, str], ...] = (
    ("thread", "DELETE FROM thread WHERE at < $1"),
    ("questions to colleagues", "DELETE FROM consults WHERE asked_at < $1"),
    ("messages that caseworkers began", "DELETE FROM mailings WHERE due_at < $1"),
    ("absences", "DELETE FROM absences WHERE last_day < $1"),
    ("access log", "DELETE FROM access_log WHERE at < $1"),
    ("staff log", "DELETE FROM staff_log WHERE at < $1"),
    ("months", "DELETE FROM ledger WHERE changed_at < $1"),
    ("papers", "DELETE FROM papers WHERE received_at < $1"),
    ("exports", "DELETE FROM exports WHERE at < $1"),
    ("closed cases", "DELETE FROM cases WHERE state = 'closed' AND closed_at < $1"),
)


@dataclass(slots=True)
class Swept:
    """How many rows went by kind, and the ids of files that must go from disk."""

    counts: dict[str, int] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


class Sweeping:
    """One purge, on one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyRing, at: datetime) -> None:
        self._transaction = transaction
        self._keys = keys
        self._at = at
        self._swept = Swept()

    async def purge(self, keep: timedelta, old_on_disk: set[str]) -> Swept:
        """Remove all that is past its end; `old_on_disk` are files that are older than LOOSE."""
        await self._clients(keep)
        for name, period, sql in _SIMPLE:
            self._swept.counts[name] = await self._transaction.execute(sql, clock.text(self._at - period))
        for name, sql in _BY_POLICY:
            self._swept.counts[name] = await self._transaction.execute(sql, clock.text(self._at - keep))
        await self._files(old_on_disk)
        return self._swept

    async def _clients(self, keep: timedelta) -> None:
        keeping = Keeping(self._transaction, self._keys)
        gone = await self._transaction.fetch(
            "SELECT id FROM clients WHERE last_contact_at < $1", clock.text(self._at - keep)
        )
        for row in gone:
            self._swept.files |= set(await keeping.erase_client(row["id"]))
        self._swept.counts["clients"] = len(gone)

    async def _files(self, old_on_disk: set[str]) -> None:
        named = await self._named()
        rows = await self._transaction.fetch(
            "SELECT id, kind FROM files WHERE created_at < $1", clock.text(self._at - LOOSE)
        )
        gone = {row["id"] for row in rows if row["kind"] == "export" or row["id"] not in named}
        await self._transaction.executemany("DELETE FROM files WHERE id = $1", [(one,) for one in gone])
        kept = {row["id"] for row in await self._transaction.fetch("SELECT id FROM files")}
        self._swept.counts["file records"] = len(gone)
        self._swept.files |= gone | (old_on_disk - named - kept)

    async def _named(self) -> set[str]:
        """The ids that some other row than the file's own names: papers, messages, drafts, open work."""
        named: set[str] = set()
        for each in BELONGINGS:
            if each.table not in ("papers", "thread", "inbox", "outbox", "jobs", "conversations"):
                continue
            condition = "payload IS NOT NULL" if "payload" in each.sealed else "1 = 1"
            sql = f"SELECT * FROM {each.table} WHERE {condition}"  # noqa: S608 - our own names
            for row in await self._transaction.fetch(sql):
                named |= ids_in(each.opened(row, self._keys))
        return named
