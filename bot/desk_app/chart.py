"""The caseload by month: how many payslips are in, looked at, or missing. Numbers for a table and a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.desk_app.morning import Row
from bot.desk_app.when import month_before, month_of

MONTHS = 6
BAR, GAP, HEIGHT, TOP, FOOT = 34, 14, 120, 16, 20  # of the picture, in its own units


@dataclass(frozen=True, slots=True)
class MonthCount:
    """One month of all clients together; `missing` are clients who had joined and of whom nothing is known."""

    month: date
    received: int
    checked: int
    missing: int

    @property
    def total(self) -> int:
        """How many clients count in this month."""
        return self.received + self.checked + self.missing


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a bar."""

    kind: str
    number: int
    x: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to draw, oldest month first."""

    months: Sequence[MonthCount]
    parts: Sequence[Part]
    width: int
    height: int

    def x(self, place: int) -> float:
        """The middle of the bar at this place."""
        return _left(place) + BAR / 2

    @property
    def foot(self) -> int:
        """Where the names of the months stand."""
        return self.height - 4


def chart_of(rows: Sequence[Row], at: datetime) -> Chart:
    """The last six months, this one included."""
    months = first_months(at)
    joined = [(row, month_of(row.client.consented_at)) for row in rows if row.client.consented_at]
    expected = [(row, first) for row, first in joined if row.client.state == "active"]
    counted = [_count(rows, expected, month) for month in months]
    highest = max((one.total for one in counted), default=0) or 1
    parts = [part for place, one in enumerate(counted) for part in _bar(place, one, highest)]
    return Chart(counted, parts, _left(len(months)), TOP + HEIGHT + FOOT)


def first_months(at: datetime) -> list[date]:
    """The months of the picture, oldest first."""
    found = [month_of(at)]
    while len(found) < MONTHS:
        found.append(month_before(found[-1]))
    return found[::-1]


def _count(rows: Sequence[Row], expected: Sequence[tuple[Row, date]], month: date) -> MonthCount:
    """`expected` are the clients of whom payslips come, with the month of joining."""
    states = [row.months[month].state for row in rows if month in row.months]
    missing = sum(first <= month <= _last(row, month) and month not in row.months for row, first in expected)
    checked = states.count("checked")
    return MonthCount(month, len(states) - checked, checked, missing)


def _last(row: Row, month: date) -> date:
    """Until when payslips come: for ever, or until bijstand ended."""
    return row.aftercare.left_on if row.aftercare else month


def _left(place: int) -> int:
    return GAP + place * (BAR + GAP)


def _bar(place: int, one: MonthCount, highest: int) -> list[Part]:
    """From the bottom: looked at, received, missing."""
    parts, y = [], float(TOP + HEIGHT)
    for kind, number in (("checked", one.checked), ("received", one.received), ("missing", one.missing)):
        height = HEIGHT * number / highest
        y -= height
        if number:
            parts.append(Part(kind, number, _left(place), round(y, 1), round(height, 1)))
    return parts
