"""BTW return and payment of a quarter (Algemene wet inzake rijksbelastingen, articles 10 and 19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.deadlines.holidays import last_working_day_until


@dataclass(frozen=True, slots=True)
class QuarterTerm:
    """The last day for the return, and the last day on which money is surely in."""

    file_by: date
    pay_by: date


def btw_quarter(year: int, quarter: int) -> QuarterTerm:
    """The dates of quarter 1 to 4; ValueError for another one.

    The return: the last day of the month after the quarter, also when that is a Sunday. The money: on the
    last working day on or before it, for whether the Atw gives more time is not certain.
    """
    if not 1 <= quarter <= 4:
        raise ValueError("a quarter is 1, 2, 3 or 4")
    # The month after next begins the day after the last day.
    months = year * 12 + quarter * 3 + 1
    file_by = date(months // 12, months % 12 + 1, 1) - timedelta(days=1)
    return QuarterTerm(file_by, last_working_day_until(file_by))


def quarter_of(day: date) -> tuple[int, int]:
    """(year, quarter) in which the day lies."""
    return day.year, (day.month - 1) // 3 + 1


def quarter_start(year: int, quarter: int) -> date:
    """The first day of quarter 1 to 4."""
    return date(year, quarter * 3 - 2, 1)


def next_quarter(year: int, quarter: int) -> tuple[int, int]:
    """The (year, quarter) after this one."""
    return (year + 1, 1) if quarter == 4 else (year, quarter + 1)
