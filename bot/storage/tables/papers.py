"""Papers, months and files, by the Protocols of bot/income/paper.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot import clock
from bot.identifiers import new_id, spoken_number
from bot.income.paper import LedgerMonth, MonthState, Paper, PaperKind, PaperState
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing
from bot.storage.gathering import places


def month_text(month: date | None) -> str | None:
    """A month as it is stored: 2026-10."""
    return month.strftime("%Y-%m") if month else None


def _month(stored: str | None) -> date | None:
    return date.fromisoformat(f"{stored}-01") if stored else None


class PapersTable:
    """The table `papers`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def add(
        self,
        client_id: str,
        kind: PaperKind,
        state: PaperState,
        pages: int,
        file_id: str,
        sha256: str,
        reading: dict[str, Any],
        at: datetime,
        month: date | None = None,
    ) -> Paper:
        paper_id = new_id()
        await self._transaction.execute(
            "INSERT INTO papers (id, number, client_id, kind, state, month, pages, file_id, sha256, reading, "
            "received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            paper_id,
            spoken_number("LS"),
            client_id,
            kind,
            state,
            month_text(month),
            pages,
            file_id,
            sha256,
            self._keys.seal_json(reading, f"papers.reading:{paper_id}"),
            clock.text(at),
        )
        paper = await self.by_id(paper_id)
        assert paper is not None
        return paper

    async def by_id(self, paper_id: str) -> Paper | None:
        row = await self._transaction.fetchrow("SELECT * FROM papers WHERE id = $1", paper_id)
        return self.paper_in(row) if row else None

    async def same_file(self, client_id: str, sha256: str) -> Paper | None:
        row = await self._transaction.fetchrow(
            "SELECT * FROM papers WHERE client_id = $1 AND sha256 = $2 AND state <> 'withdrawn' "
            "ORDER BY received_at DESC LIMIT 1",
            client_id,
            sha256,
        )
        return self.paper_in(row) if row else None

    async def of_client(self, client_id: str) -> Sequence[Paper]:
        rows = await self._transaction.fetch(
            "SELECT * FROM papers WHERE client_id = $1 ORDER BY received_at DESC", client_id
        )
        return [self.paper_in(row) for row in rows]

    async def to_look_at(self, client_ids: Sequence[str], since: datetime) -> Sequence[Paper]:
        ids = places(client_ids, after=1)
        rows = await self._transaction.fetch(
            "SELECT papers.* FROM papers LEFT JOIN ledger ON ledger.paper_id = papers.id "
            "AND ledger.client_id = papers.client_id "
            f"WHERE papers.client_id IN ({ids}) AND (papers.state = 'for_human' "
            "OR (papers.state = 'confirmed' AND ledger.state = 'confirmed' AND papers.received_at >= $1)) "
            "ORDER BY papers.received_at",
            clock.text(since),
            *client_ids,
        )
        return [self.paper_in(row) for row in rows]

    async def update(
        self,
        paper_id: str,
        state: PaperState,
        reading: dict[str, Any],
        month: date | None,
        confirmed_at: datetime | None,
    ) -> None:
        await self._transaction.execute(
            "UPDATE papers SET state = $2, reading = $3, month = $4, confirmed_at = $5 WHERE id = $1",
            paper_id,
            state,
            self._keys.seal_json(reading, f"papers.reading:{paper_id}"),
            month_text(month),
            clock.text(confirmed_at) if confirmed_at else None,
        )

    def paper_in(self, row: Row) -> Paper:
        """The paper in a row with all columns of `papers`."""
        return Paper(
            id=row["id"],
            number=row["number"],
            client_id=row["client_id"],
            kind=row["kind"],
            state=row["state"],
            month=_month(row["month"]),
            pages=row["pages"],
            file_id=row["file_id"],
            sha256=row["sha256"],
            reading=self._keys.open_json(row["reading"], f"papers.reading:{row['id']}") if row["reading"] else {},
            received_at=clock.parse(row["received_at"]),
            confirmed_at=clock.parse(row["confirmed_at"]) if row["confirmed_at"] else None,
        )


class LedgerTable:
    """The table `ledger`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_client(self, client_id: str) -> Sequence[LedgerMonth]:
        rows = await self._transaction.fetch("SELECT * FROM ledger WHERE client_id = $1 ORDER BY month DESC", client_id)
        return [_ledger_month(row) for row in rows]

    async def of_clients(self, client_ids: Sequence[str], since: date) -> Mapping[str, Mapping[date, LedgerMonth]]:
        rows = await self._transaction.fetch(
            f"SELECT * FROM ledger WHERE month >= $1 AND client_id IN ({places(client_ids, after=1)})",
            month_text(since),
            *client_ids,
        )
        found: dict[str, dict[date, LedgerMonth]] = {}
        for row in rows:
            month = _ledger_month(row)
            found.setdefault(row["client_id"], {})[month.month] = month
        return found

    async def month(self, client_id: str, month: date) -> LedgerMonth | None:
        row = await self._transaction.fetchrow(
            "SELECT * FROM ledger WHERE client_id = $1 AND month = $2", client_id, month_text(month)
        )
        return _ledger_month(row) if row else None

    async def set(
        self, client_id: str, month: date, state: MonthState, number: str, paper_id: str | None, at: datetime
    ) -> None:
        await self._transaction.execute(
            "INSERT INTO ledger (client_id, month, state, number, paper_id, changed_at) "
            "VALUES ($1, $2, $3, $4, $5, $6) "
            "ON CONFLICT (client_id, month) DO UPDATE SET state = excluded.state, number = excluded.number, "
            "paper_id = excluded.paper_id, changed_at = excluded.changed_at",
            client_id,
            month_text(month),
            state,
            number,
            paper_id,
            clock.text(at),
        )


class FilesTable:
    """The table `files`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, file_id: str, client_id: str, kind: str, size: int, sha256: str, at: datetime) -> None:
        await self._transaction.execute(
            "INSERT INTO files (id, client_id, kind, size, sha256, created_at) VALUES ($1, $2, $3, $4, $5, $6) "
            "ON CONFLICT (id) DO NOTHING",
            file_id,
            client_id,
            kind,
            size,
            sha256,
            clock.text(at),
        )

    async def owner(self, file_id: str) -> tuple[str, str] | None:
        row = await self._transaction.fetchrow("SELECT client_id, kind FROM files WHERE id = $1", file_id)
        return (row["client_id"], row["kind"]) if row else None

    async def kinds(self, file_ids: Sequence[str]) -> Mapping[str, str]:
        rows = await self._transaction.fetch(f"SELECT id, kind FROM files WHERE id IN ({places(file_ids)})", *file_ids)
        return {row["id"]: row["kind"] for row in rows}


def _ledger_month(row: Row) -> LedgerMonth:
    month = _month(row["month"])
    assert month is not None
    return LedgerMonth(month, row["state"], row["number"], row["paper_id"], clock.parse(row["changed_at"]))
