"""Which pay period a paper is about: a month, four weeks or a week."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.income.papers.dates import DATE, MONTHS, day_of, year
from bot.income.papers.labels import Label
from bot.income.papers.lookalikes import titles_of
from bot.income.papers.sheet import Sheet
from bot.income.papers.text import plain
from bot.income.payslip import Period, PeriodKind

_DAY_NAME = r"(?:(?:ma|di|wo|do|vr|za|zo)(?:\w{1,5}dag)?\.?\s)?"
_BETWEEN = re.compile(
    rf"\s*(?:t/?m|tot en met|tot|-|–|—|to|until|through|till|/|en met)\s*{_DAY_NAME}", re.IGNORECASE
)
_SHORT_START = re.compile(
    r"(?<![\d.,/-])(\d{1,2})[-/.](\d{1,2})\s*(?:t/?m|tot en met|-|–|to)\s*", re.IGNORECASE
)
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_NAMED_DAY = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s({_NAMES})?\.?\s*(?:t/?m|tot en met|-|–|to)\s*{_DAY_NAME}", re.IGNORECASE
)
_MONTH = re.compile(rf"\b({_NAMES})\.?[\s,-]+(20\d\d|['’]\d\d)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<![\d.,/-])(?:(20\d\d)\s*[-/.]?\s*(\d{1,2})|(\d{1,2})\s*[-/.]?\s*(20\d\d))(?![\d,/]|[-.]\d)"
)
_WEEK = re.compile(
    r"\b(?:week|wk|weeknummer|weeknr|week nr)\.?\s*:?\s*(\d{1,2})\b(?:\s*[-/,]?\s*(?:van\s)?(20\d\d))?",
    re.IGNORECASE,
)
_YEAR_WEEK = re.compile(r"\b(20\d\d)\s*[-/]?\s*(?:week|wk|w)\.?\s*(\d{1,2})\b", re.IGNORECASE)
_WEEKS = re.compile(
    r"\b(?:loon)?(?:weken|weeks)\s*:?\s*(\d{1,2})\s*(?:t/?m|tot en met|-|–|to)\s*(\d{1,2})\b"
    r"(?:\s*[-/,]?\s*(?:van\s)?(20\d\d))?",
    re.IGNORECASE,
)
_FOUR = re.compile(r"\b(?:4|vier|four)\s?(?:weken\w*|wekelijks\w*|weekse|weeks?|weekly)|\b4wk\b")
_WEEKLY = re.compile(
    r"\b(?:weekloon|weekstrook|weektabel|per week verloond|weekly|weekverloning|(?:loon)?tijdvak week)\b"
)


_NAMES_PERIOD = re.compile(
    r"(?!.*(?:vorige|volgende|previous|next))(?:\w+ ?){0,2}(?:periode|tijdvak|maand|period|month)"
)
"""What names a period in words that are in no list, such as «verwerkingsperiode»."""


def period_of(sheet: Sheet, labels: list[Label]) -> tuple[Period | None, float]:
    """The pay period and how sure it is. Beside or below a label first, then anywhere on the paper."""
    hint = _hint(sheet.text)
    lines = [" ".join(word.text for word in row) for row in sheet.rows]
    ranges = [period for line in lines if (period := range_in(line, hint))]
    for text in _labelled(sheet, labels):
        period = range_in(text, hint) or single_in(text, hint)
        if period:
            # not everybody counts four weeks from ISO week 1: printed days go before a number
            days = ranges[0] if ranges and period.kind == ranges[0].kind == "four_weeks" else period
            return days, 0.95
    for run in (run for row in sheet.runs for run in row if _NAMES_PERIOD.fullmatch(plain(run.text))):
        text = sheet.text_right_of(run).partition("   ")[0]
        if period := range_in(text, hint) or single_in(text, hint):
            return period, 0.9
    titles = [period for text in titles_of(sheet) if (period := single_in(text, hint))]
    found = [*ranges, *titles, *map(_week_in, lines)]
    if hint != "four_weeks":
        found += [_month_in(line) for line in lines[: max(12, len(lines) // 3)]]
    first = next((period for period in found if period), None)
    return first, 0.7 if first else 0.0


def _hint(text: str) -> PeriodKind | None:
    if _FOUR.search(text):
        return "four_weeks"
    return "week" if _WEEKLY.search(text) else None


def _labelled(sheet: Sheet, labels: list[Label]) -> Iterator[str]:
    named = [label.run for label in labels if label.field == "period"]
    for run in named:
        yield f"{run.text} {sheet.text_right_of(run)}"
    for run in named:
        for row in sheet.rows[run.row + 1 : run.row + 3]:
            yield " ".join(
                word.text for word in row if word.x0 > run.x0 - run.size and word.x0 < run.x1 + 8 * run.size
            )


def range_in(text: str, hint: PeriodKind | None = None) -> Period | None:
    """The first 'from until' in a text; the first date may lack its year."""
    for found in DATE.finditer(text):
        start = day_of(found)
        between = _BETWEEN.match(text, found.end())
        until = DATE.match(text, between.end()) if between else None
        end = day_of(until) if until else None
        if start and end and (period := _named(start, end, hint)):
            return period
    return _short_range(text, hint)


def _short_range(text: str, hint: PeriodKind | None) -> Period | None:
    for pattern in (_SHORT_START, _NAMED_DAY):
        for found in pattern.finditer(text):
            until = DATE.match(text, found.end())
            end = day_of(until) if until else None
            month = found[2] or (str(end.month) if end else "0")
            number = int(month) if month.isdigit() else MONTHS[month.lower()]
            if end and (start := _day(end.year - (number > end.month), number, int(found[1]))):
                return _named(start, end, hint)
    return None


def _named(start: date, end: date, hint: PeriodKind | None) -> Period | None:
    days = (end - start).days + 1
    whole = start.day == 1 and (start.year, start.month) == (end.year, end.month) and end == _last_day(end)
    if not 1 <= days <= 31:
        return None
    if whole and hint != "four_weeks":
        return Period("month", start, end)
    if days == 28:
        return Period("four_weeks", start, end)
    if days <= 7 and hint != "four_weeks" and (days == 7 or hint == "week"):
        return Period("week", start, end)
    return Period("four_weeks" if hint == "four_weeks" else "month", start, end)


def single_in(text: str, hint: PeriodKind | None = None) -> Period | None:
    """A period that is named by one month, number or week."""
    spelled = plain(text)
    if _WEEK.search(text) or _YEAR_WEEK.search(text) or _WEEKS.search(text):
        return _week_in(text)
    if month := _month_in(text):
        return month
    found = _NUMBERED.search(text)
    if not found:
        return None
    in_year, index = int(found[1] or found[4]), int(found[2] or found[3])
    of_week = hint == "week" or "week" in spelled.split()
    if hint == "four_weeks" or (index == 13 and not of_week):
        return four_weeks(in_year, index)
    if of_week:
        return week(in_year, index)
    return month_period(in_year, index)


def _month_in(text: str) -> Period | None:
    found = _MONTH.search(text)
    if not found or re.search(r"\d\s?$", text[: found.start()]):
        return None
    return month_period(year(found[2]), MONTHS[found[1].lower()])


def _week_in(text: str) -> Period | None:
    if found := _WEEKS.search(text):
        in_year = found[3] or _any_year(text)
        first, last = (week(int(in_year), int(found[part])) if in_year else None for part in (1, 2))
        return _named(first.start, last.end, None) if first and last else None
    if found := _YEAR_WEEK.search(text):
        return week(int(found[1]), int(found[2]))
    if found := _WEEK.search(text):
        in_year = found[2] or _any_year(text)
        return week(int(in_year), int(found[1])) if in_year else None
    return None


def _any_year(text: str) -> str | None:
    found = re.search(r"(?<!\d)(20\d\d)(?!\d)", text)
    return found[1] if found else None


def month_period(in_year: int, month: int) -> Period | None:
    """A whole calendar month."""
    first = _day(in_year, month, 1)
    return Period("month", first, _last_day(first)) if first else None


def four_weeks(in_year: int, index: int) -> Period | None:
    """The n-th four weeks of a year (1..13), counted from the Monday of ISO week 1."""
    first = week(in_year, 1)
    if not first or not 1 <= index <= 13:
        return None
    start = first.start + timedelta(weeks=4 * (index - 1))
    return Period("four_weeks", start, start + timedelta(days=27))


def week(in_year: int, index: int) -> Period | None:
    """An ISO week."""
    try:
        start = date.fromisocalendar(in_year, index, 1)
    except ValueError:
        return None
    return Period("week", start, start + timedelta(days=6))


def _last_day(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _day(in_year: int, month: int, day: int) -> date | None:
    try:
        return date(in_year, month, day)
    except ValueError:
        return None
