"""Invented payslips as PDF, for every test that needs one."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

from tests.paper.layouts import LAYOUTS, Truth
from tests.paper.pdf import Sheet, write
from tests.paper.truth import facts

SEIZURE_LAYOUTS = ("afas", "two_sides")


def sample_payslip(
    employer: str = "Bakkerij De Verzonnen Korst B.V.",
    month: date = date(2026, 10, 1),
    net_cents: int = 87_500,
    tax_cents: int = 2_500,
    travel_cents: int = 0,
    layout: str = "afas",
    **fixed: Any,
) -> bytes:
    """A payslip of one month with sums that are right; other keywords set any fact of `Facts`."""
    start = month.replace(day=1)
    end = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    known = {
        "employer": employer,
        "start": start,
        "end": end,
        "paid_on": end,
        "tax": tax_cents,
        "pension": 0,
        "travel": travel_cents,
    }
    return write(
        LAYOUTS[layout][0](facts(1, **known | {"gross": net_cents + tax_cents, "net": net_cents} | fixed))[0]
    )


def drawn(layout: str, seed: int) -> tuple[list[Sheet], Truth]:
    """The pages of an invented payslip and what is printed on them."""
    draw, kind = LAYOUTS[layout]
    seizure = layout in SEIZURE_LAYOUTS and seed % 2 == 1
    return draw(facts(seed, kind, travel=layout != "boxed_totals", seizure=seizure))


def payslip(layout: str, seed: int) -> tuple[bytes, Truth]:
    """An invented payslip as PDF, and what is printed on it."""
    pages, truth = drawn(layout, seed)
    return write(pages), truth
