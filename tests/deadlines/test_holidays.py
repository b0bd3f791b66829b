"""Working days, against the Algemene termijnenwet (BWBR0002448) article 3 and the decree in Stcrt. 2025, 24713."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.holidays import holidays, is_working_day, working_days_later

# Holidays and the days that a decree makes equal to them; the Sundays of Easter and Whitsun need no mention.
BY_LAW = {
    2026: "01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17 12-25 12-26",
    2028: "01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26",
}
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize("year", BY_LAW)
def test_the_holidays_are_those_of_the_law(year: int) -> None:
    """Every day of the law and the decree, and no other."""
    assert sorted(holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in BY_LAW[year].split()]


def test_kings_day_moves_to_saturday_when_it_is_a_sunday() -> None:
    """In 2025 it was 26 April."""
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


def test_over_christmas_a_promise_takes_longer() -> None:
    """Two working days after Thursday 24 December 2026 is Tuesday 29 December."""
    assert working_days_later(date(2026, 12, 24), 2) == date(2026, 12, 29)


@given(DAYS, st.integers(1, 30))
def test_the_last_day_is_a_working_day_with_exactly_that_many_between(day: date, days: int) -> None:
    """The day itself does not count, the last day does."""
    last = working_days_later(day, days)
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert is_working_day(last)
    assert sum(is_working_day(one) for one in between) == days
