"""What an income consultant takes out of the bot: the payslips of a month that a caseworker has checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from bot.income.covered import pages_covered, pictures, uncovered_originals
from bot.income.paper import Paper

Cell = str | int | Decimal | date | None  # Decimal: euros, or hours
# The first row. Other systems read these names, so they are in no other language.
HEADS = (
    "Klantnummer",
    "Naam",
    "Klantmanager",
    "Ontvangstbewijs",
    "Maand",
    "Werkgever",
    "Periode van",
    "Periode tot en met",
    "Betaald op",
    "Brutoloon",
    "Loonheffing",
    "Nettoloon",
    "Uitbetaald",
    "Vakantiegeld opgebouwd",
    "Vakantiegeld uitbetaald",
    "Loonbeslag",
    "Uren",
    "Loonheffingskorting",
    "Ontvangen op",
    "Nagekeken op",
    "SHA-256",
    "Bestanden",
    "Afgedekte bladzijden",
    "Niet afgedekte bladzijden",
)
FORMULA_STARTS = tuple("=+-@|%\t\r\n＝＋－＠")  # the wide ones count in some spreadsheets


@dataclass(frozen=True, slots=True)
class CheckedPayslip:
    """One payslip of a month that was checked, and whose; `exported_at` is when it last left the bot."""

    client_number: str
    client_name: str
    caseworker: str
    paper: Paper
    checked_at: datetime
    exported_at: datetime | None

    @property
    def pages(self) -> list[tuple[int, str]]:
        """(page, id of its picture with the citizen service number covered), of the pages that have one."""
        return [(number, one) for number, one in enumerate(pictures(self.paper.reading), 1) if one]

    @property
    def originals(self) -> list[str]:
        """The ids of the files of which not all pages could be covered."""
        return uncovered_originals(self.paper)


class Exports(Protocol):
    """What must be kept of exports."""

    async def checked(self, consultant_id: str, month: date) -> Sequence[CheckedPayslip]:
        """The checked payslips of a month, of the clients whose caseworkers this consultant works for."""

    async def months(self, consultant_id: str) -> Sequence[tuple[date, int, int]]:
        """(month, how many checked payslips, how many of these never left), newest first."""

    async def mark(self, payslips: Sequence[CheckedPayslip], staff_id: str, at: datetime) -> None:
        """Note that these left the bot now."""


def file_names(payslip: CheckedPayslip, *, originals: bool = False) -> list[tuple[str, str]]:
    """(name in the ZIP without an ending, id): what the client sent has no say in names.

    `originals`: also the files that could not be covered, as the client sent them.
    """
    stem = f"{payslip.client_number}_{payslip.paper.number}"
    found = [(f"{stem}_bladzijde-{page}", one) for page, one in payslip.pages]
    if originals:
        found += [(f"{stem}_niet-afgedekt-{number}", one) for number, one in enumerate(payslip.originals, 1)]
    return found


def cells(payslip: CheckedPayslip, names: Sequence[str]) -> list[Cell]:
    """One row of the table; `names` are those of its files. What was not found stays empty."""
    paper, read = payslip.paper, payslip.paper.reading
    period = read.get("period") or {}
    return [
        payslip.client_number,
        payslip.client_name,
        payslip.caseworker,
        paper.number,
        paper.month.strftime("%Y-%m") if paper.month else None,
        _text(read.get("employer")),
        _day(period.get("start")),
        _day(period.get("end")),
        _day(read.get("paid_on")),
        _euros(read.get("gross_cents")),
        _euros(read.get("wage_tax_cents")),
        _euros(read.get("net_cents")),
        _euros(read.get("paid_cents")),
        _euros(read.get("holiday_accrued_cents")),
        _euros(read.get("holiday_pay_cents")),
        _euros(read.get("loonbeslag_cents")),
        _hours(read.get("hours")),
        _yes_or_no(read.get("tax_credit_applied")),
        paper.received_at.date(),
        payslip.checked_at.date(),
        paper.sha256,
        ", ".join(names),
        *(", ".join(map(str, pages)) for pages in pages_covered(paper)),
    ]


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and that stays one line in one cell."""
    flat = re.sub(r"[\x00-\x1f\x7f\u2028\u2029]+", " ", text)
    return f"'{flat}" if text.startswith(FORMULA_STARTS) or flat.lstrip().startswith(FORMULA_STARTS) else flat


def _text(value: Any) -> str | None:
    return str(value) if value not in (None, "") else None


def _yes_or_no(value: Any) -> str | None:
    return None if not isinstance(value, bool) else "ja" if value else "nee"


def _euros(value: Any) -> Decimal | None:
    return Decimal(value) / 100 if isinstance(value, int) and not isinstance(value, bool) else None


def _hours(value: Any) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
