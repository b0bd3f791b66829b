"""Days as a camera reads them: 1 and l, 0 and O, spaces between digits, a month that misses a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_DIGITS = str.maketrans("OoQDIil|!SZzB", "0000111115228")
_LETTERS = str.maketrans("015|!", "oisli")
_D = r"[\dOoQDIil|!SZz]"
_DAY = rf"(?P<day>(?:[0-3OoIil|Zz]\s?)?{_D})"
_YEAR = rf"(?P<year>[2Zz]\s?[0OoQD]\s?{_D}\s?{_D}|['’]{_D}{{2}})"
_NOT_BEFORE = r"(?<![\w€.,/-])(?<!€\s)"
_NAMED = re.compile(
    rf"{_NOT_BEFORE}{_DAY}(?:e|ste|de)?\s?[-.]?\s?(?P<name>[^\W\d_][\w|!]{{1,10}}?)\.?\s?[-,]?\s?"
    rf"(?:{_YEAR}(?!\w)|(?<=[a-z.])(?!\w))"
)
_NUMBERS = re.compile(
    rf"{_NOT_BEFORE}{_DAY}\s?(?P<mark>[-/.–])\s?(?P<month>(?:[01OoIil|]\s?)?{_D})\s?(?P=mark)\s?"
    rf"(?P<year>[2Zz]\s?[0OoQD]\s?{_D}\s?{_D}|{_D}{{2}})(?![\w/-]|[.,]\d)"
)
_ISO = re.compile(rf"{_NOT_BEFORE}(?P<year>20\d\d)\s?-\s?(?P<month>\d\d)\s?-\s?(?P<day>\d\d)(?![\w/-])")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_SHORT = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "maa": 3, "apr": 4, "mel": 5, "rnei": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MISREAD, _WITHOUT_YEAR = 0.85, 0.7


@dataclass(frozen=True, slots=True)
class Printed:
    """A day and where it stands in its text; `sure` (0..1) is lower when letters had to be put right."""

    day: date
    start: int
    end: int
    sure: float


def printed_days(text: str, today: date) -> list[Printed]:
    """Every day of this century in a text, in order. Without a year it is the nearest one."""
    found = [each for pattern in (_ISO, _NUMBERS, _NAMED) for each in _all(pattern, text, today)]
    return sorted(found, key=lambda each: each.start)


def _all(pattern: re.Pattern[str], text: str, today: date) -> Iterator[Printed]:
    for match in pattern.finditer(text):
        parts = match.groupdict()
        if not any(sign.isdigit() for sign in parts["day"] + (parts["year"] or "")):
            continue
        month, sure = _month(parts["name"]) if parts.get("name") else (_number(parts["month"]), 1.0)
        day = _date(_number(parts["day"]), month, parts["year"], today)
        if day is None:
            continue
        typed = parts["day"] + (parts.get("month") or "") + (parts["year"] or "")
        sure *= 1.0 if typed.strip("'’").isdigit() else _MISREAD
        yield Printed(day, match.start(), match.end(), sure if parts["year"] else sure * _WITHOUT_YEAR)


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is None:
        days = [found for each in (-1, 0, 1) if (found := _valid(today.year + each, month, day))]
        return min(days, key=lambda found: abs(found - today), default=None)
    whole = _number(year)
    return _valid(whole if whole > 99 else 2000 + whole, month, day)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 2000 <= year < 2100 else None
    except ValueError:
        return None


def _number(text: str) -> int:
    digits = re.sub(r"\D", "", text.translate(_DIGITS))
    return int(digits) if digits else 0


def _month(name: str) -> tuple[int, float]:
    """The month and how sure; zero when it is none, or when two are as near."""
    spelled = name.translate(_LETTERS).casefold().strip(".")
    if spelled in _SHORT:
        return _SHORT[spelled], 1.0
    far = sorted((_apart(spelled, month), number) for number, month in enumerate(_MONTHS, 1))
    (best, number), (second, _) = far[:2]
    if best == 0:
        return number, 1.0 if name.casefold() == spelled else _MISREAD
    allowed = 0 if len(spelled) < 4 else 1 if len(spelled) < 7 else 2
    return (number, _MISREAD) if best <= allowed and second > best else (0, 0.0)


def _apart(one: str, other: str) -> int:
    """How many letters must change, go or come to make one word of the other."""
    before = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, wanted in enumerate(other, 1):
            row.append(min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted)))
        before = row
    return before[-1]
