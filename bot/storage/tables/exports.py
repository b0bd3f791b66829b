"""Checked payslips on their way out, by the Protocol of bot/income/exporting.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot import clock
from bot.identifiers import new_id
from bot.income.covered import only_covered, pictures
from bot.income.exporting import CheckedPayslip
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing
from bot.storage.tables.papers import FilesTable, PapersTable, month_text

# A month counts as checked in the ledger; all its papers that still count belong to it. $1 is the consultant.
_CHECKED = (
    "FROM ledger JOIN papers ON papers.client_id = ledger.client_id AND papers.month = ledger.month "
    "AND papers.state = 'confirmed' "
    "JOIN clients ON clients.id = ledger.client_id JOIN staff ON staff.id = clients.caseworker_id "
    "WHERE ledger.state = 'checked' AND staff.consultant_id = $1"
)
# What was checked again after it left, has to leave again.
_LAST = (
    "(SELECT MAX(at) FROM exports WHERE exports.paper_id = papers.id AND exports.at >= ledger.changed_at) "
    "AS exported_at"
)


class ExportsTable:
    """The table `exports`, and the payslips that may be exported."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys
        self._papers = PapersTable(transaction, keys)

    async def checked(self, consultant_id: str, month: date) -> Sequence[CheckedPayslip]:
        rows = await self._transaction.fetch(
            "SELECT papers.*, clients.number AS client_number, clients.name AS client_name, "
            f"staff.name AS caseworker, ledger.changed_at AS checked_at, {_LAST} {_CHECKED} "
            "AND ledger.month = $2 ORDER BY clients.number, papers.received_at",
            consultant_id,
            month_text(month),
        )
        found = [self._payslip(row) for row in rows]
        ids = [one for each in found for one in pictures(each.paper.reading) if one]
        kinds = await FilesTable(self._transaction).kinds(ids) if ids else {}
        return [replace(each, paper=only_covered(each.paper, kinds)) for each in found]

    async def months(self, consultant_id: str) -> Sequence[tuple[date, int, int]]:
        rows = await self._transaction.fetch(
            f"SELECT found.month, COUNT(*) AS number, SUM(CASE WHEN found.exported_at IS NULL THEN 1 ELSE 0 END) "
            f"AS left_out FROM (SELECT ledger.month, {_LAST} {_CHECKED}) AS found "
            "GROUP BY found.month ORDER BY found.month DESC",
            consultant_id,
        )
        return [(date.fromisoformat(f"{row['month']}-01"), int(row["number"]), int(row["left_out"])) for row in rows]

    async def mark(self, payslips: Sequence[CheckedPayslip], staff_id: str, at: datetime) -> None:
        await self._transaction.executemany(
            "INSERT INTO exports (id, paper_id, client_id, staff_id, at) VALUES ($1, $2, $3, $4, $5)",
            [(new_id(), one.paper.id, one.paper.client_id, staff_id, clock.text(at)) for one in payslips],
        )

    def _payslip(self, row: Row) -> CheckedPayslip:
        return CheckedPayslip(
            client_number=row["client_number"],
            client_name=self._keys.open_text(row["client_name"], f"clients.name:{row['client_id']}"),
            caseworker=row["caseworker"],
            paper=self._papers.paper_in(row),
            checked_at=clock.parse(row["checked_at"]),
            exported_at=clock.parse(row["exported_at"]) if row["exported_at"] else None,
        )
