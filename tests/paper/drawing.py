"""What all layouts share: dates, and the truth about what is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.paper.pdf import Sheet
from tests.paper.truth import Facts

Truth = dict[str, Any]
Layout = Callable[[Facts], tuple[list[Sheet], Truth]]


def day_text(day: date, between: str = "-") -> str:
    return day.strftime(f"%d{between}%m{between}%Y")


def printed(f: Facts, kind: str, *left_out: str, **more: Any) -> Truth:
    truth: Truth = {
        "employer": f.employer,
        "period": {"kind": kind, "start": f.start.isoformat(), "end": f.end.isoformat()},
        "paid_on": f.paid_on.isoformat(),
        "gross_cents": f.gross,
        "wage_tax_cents": f.tax,
        "net_cents": f.net,
        "paid_cents": f.paid,
        "holiday_accrued_cents": f.accrued,
        "holiday_balance_cents": f.balance,
        "holiday_pay_cents": None,
        "hours": f.hours,
        "tax_credit_applied": f.credit,
        "loonbeslag_cents": f.seizure or None,
        "contains_bsn": False,
    }
    return truth | dict.fromkeys(left_out) | more
