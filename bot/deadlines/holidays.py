"""Working days of public bodies, by the Algemene termijnenwet (Atw, BWBR0002448), articles 1 and 3."""

from __future__ import annotations

from datetime import date, timedelta

# Days that a royal decree makes equal to a holiday (Stcrt. 2025, 24713); of other years no decree was seen.
DECREE_DAYS = frozenset({date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)})
COMPLETE_YEARS = range(2026, 2029)


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def holidays(year: int) -> frozenset[date]:
    """Generally recognised holidays and what is equal to them; 5 May every year (Atw article 3).

    Sundays that are holidays need no mention. Outside COMPLETE_YEARS days by decree may be missing;
    a term is then shown too short, never too long.
    """
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day = date(year, 4, 26)
    around_easter = {sunday + timedelta(days=days) for days in (-2, 1, 39, 50)}
    fixed = {date(year, 1, 1), kings_day, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(around_easter | fixed | {day for day in DECREE_DAYS if day.year == year})


def is_working_day(day: date) -> bool:
    """Whether public bodies work on this day."""
    return day.weekday() < 5 and day not in holidays(day.year)


def working_days_later(day: date, days: int) -> date:
    """The day that is `days` working days after `day` (not counting `day` itself)."""
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def end_of_term(day: date) -> date:
    """The day itself, or the first working day after a weekend or holiday (Atw article 1, first paragraph).

    Not for terms in hours, of more than twelve weeks, three months or ninety days, nor for terms
    that are counted back (articles 1 and 4).
    """
    return day if is_working_day(day) else working_days_later(day, 1)


def last_working_day_until(day: date) -> date:
    """The last working day on or before `day`."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
