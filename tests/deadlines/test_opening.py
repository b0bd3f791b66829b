"""Waiting in working time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from bot.deadlines.opening import closing, is_open, length_of_day, working_time
from bot.language import AMSTERDAM

HOURS = {day: (time(9), time(17)) for day in range(5)}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-25T10:00", "2026-11-25T12:30", 2.5),  # within a day
        ("2026-11-25T16:00", "2026-11-26T10:00", 2),  # over a night
        ("2026-11-27T16:00", "2026-11-30T10:00", 2),  # over a weekend
        ("2026-11-28T12:00", "2026-11-29T12:00", 0),  # in a weekend
        ("2026-11-25T20:00", "2026-11-26T09:15", 0.25),  # asked in the evening
        ("2026-12-24T16:00", "2026-12-28T10:00", 2),  # over Christmas and a weekend
        ("2026-04-24T16:00", "2026-04-28T10:00", 2),  # over King's Day on a Monday
        ("2026-10-23T16:00", "2026-10-26T10:00", 2),  # over the night in which the clock goes back
        ("2026-11-25T12:00", "2026-11-25T10:00", 0),  # nothing counts backwards
    ],
)
def test_only_time_with_open_doors_counts(start: str, end: str, hours: float) -> None:
    """Nights, weekends and holidays do not make a wait longer."""
    assert working_time(HOURS, at(start), at(end)) == timedelta(hours=hours)


def test_doors_are_closed_on_holidays() -> None:
    """A working day at ten is open; Christmas and a Sunday are not."""
    assert is_open(HOURS, at("2026-11-25T10:00"))
    assert not is_open(HOURS, at("2026-11-25T17:00"))
    assert not is_open(HOURS, at("2026-12-25T10:00"))
    assert not is_open(HOURS, at("2026-11-29T10:00"))


def test_a_day_ends_when_the_doors_close() -> None:
    """The promise of a day holds until then."""
    day = at("2026-11-25T00:00").date()
    assert closing(HOURS, day) == at("2026-11-25T17:00")
    assert closing({}, day) == at("2026-11-25T23:59:59")
    assert length_of_day(HOURS) == timedelta(hours=8)
    assert length_of_day({}) == timedelta(hours=8)
