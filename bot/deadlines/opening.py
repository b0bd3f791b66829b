"""Opening hours: how long somebody waits in working time, and when the doors are open. Holidays count as closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from bot.deadlines.holidays import is_working_day
from bot.language import AMSTERDAM

Hours = Mapping[int, tuple[time, time]]
"""Weekday (Monday is 0) -> from and until, in Amsterdam. A weekday that is missing is closed."""


def working_time(hours: Hours, start: datetime, end: datetime) -> timedelta:
    """How much time between two moments the doors were open; zero when `end` is not after `start`."""
    total = timedelta(0)
    for opens, closes in _days(hours, start, end):
        total += max(min(closes, end) - max(opens, start), timedelta(0))
    return total


def is_open(hours: Hours, moment: datetime) -> bool:
    """Whether the doors are open at this moment."""
    return any(opens <= moment < closes for opens, closes in _days(hours, moment, moment))


def closing(hours: Hours, day: date) -> datetime:
    """The moment at which that day ends for work; the end of the day itself when the doors stay closed."""
    until = hours[day.weekday()][1] if day.weekday() in hours and is_working_day(day) else time(23, 59, 59)
    return datetime.combine(day, until, AMSTERDAM).astimezone(UTC)


def length_of_day(hours: Hours) -> timedelta:
    """The longest working day of a week: what people call one day; eight hours when nothing is known."""
    spans = [_span(*times) for times in hours.values()]
    return max(spans, default=timedelta(hours=8))


def _days(hours: Hours, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """(opens, closes) of each day on which the doors open, from the day of `start` to that of `end`."""
    day, last = start.astimezone(AMSTERDAM).date(), end.astimezone(AMSTERDAM).date()
    while day <= last:
        if day.weekday() in hours and is_working_day(day):
            opens, closes = hours[day.weekday()]
            # In UTC, because subtracting local times forgets that the clock was put forward or back.
            yield _utc(day, opens), _utc(day, closes)
        day += timedelta(days=1)


def _utc(day: date, at: time) -> datetime:
    return datetime.combine(day, at, AMSTERDAM).astimezone(UTC)


def _span(opens: time, closes: time) -> timedelta:
    return datetime.combine(date.min, closes) - datetime.combine(date.min, opens)
