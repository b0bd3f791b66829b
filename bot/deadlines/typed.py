"""A day as people type it: 3-11, 3 nov, maandag 3 november 2026, 2026-11-03, gisteren."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import get_day_names, get_month_names

Near = Literal["past", "future", "any"]
# How a weekday is written after «last» where it is bent.
_BENT = {
    "środa": ("środę",), "sobota": ("sobotę",), "niedziela": ("niedzielę",),
    "понеділок": ("понеділка",), "вівторок": ("вівторка",), "середа": ("середи", "середу"), "четвер": ("четверга",),
    "п'ятниця": ("п'ятниці", "п'ятницю"), "субота": ("суботи", "суботу"),
    "неділя": ("неділі", "неділю"),
}  # fmt: skip
SLIP = timedelta(days=31)
LONGEST, LONGEST_QUESTION = 40, 20  # characters; a longer text is no day but a question

_YEAR = r"['’]?(?P<year>\d{4}|\d{2})"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s?[-/. ]\s?(?P<month>\d{{1,2}})(?:\s?[-/. ]\s?{_YEAR})?(?![-/.]?\d)",
        r"(?<!\d)(?P<day>\d{1,2})(?:ste|de|e|st|nd|rd|th)?[-. ]{0,3}(?:(?:de|of) )?"
        rf"(?P<name>[^\W\d_]{{3,}})[-., ]{{0,3}}(?:(?:de|of) )?(?:{_YEAR})?(?!\d)",
        rf"(?P<name>[^\W\d_]{{3,}})[-. ]{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[-., ]{{1,2}}{_YEAR})?(?!\d)",
    )
)
_WORDS = {
    "vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2,
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "bugün": 0, "dün": -1, "اليوم": 0, "أمس": -1, "امس": -1, "مبارح": -1, "dzisiaj": 0, "dziś": 0, "wczoraj": -1,
    "przedwczoraj": -2, "сьогодні": 0, "вчора": -1, "позавчора": -2, "hoy": 0, "ayer": -1, "anteayer": -2,
    "aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "avant-hier": -2,
}  # fmt: skip
# «afgelopen vrijdag» is one day; «vorige vrijdag» may be two, and is asked. The other languages have one word for it.
_LAST = re.compile(
    r"^(?:op |el |w |у |в |ostatni[aą]? |zeszł\w+ |minul\w+ |минул\w+ |afgelopen |last |geçen |el |يوم )*"
    r"(?P<name>[^\W\d_]+(?:'[^\W\d_]+)?)(?: günü| pasado| dernier| الماضي| الماضية)?$"
)
# What a Dutch or English month begins with, also misspelt; «maanden geleden» is no March.
_BEGINNINGS = (
    ("jan", 1), ("feb", 2), ("maar", 3), ("mar", 3), ("mrt", 3), ("apr", 4), ("mei", 5), ("may", 5), ("jun", 6),
    ("jul", 7), ("aug", 8), ("sep", 9), ("okt", 10), ("oct", 10), ("nov", 11), ("dec", 12),
)  # fmt: skip
_HINTS = re.compile(
    r"\d|\bweek|\bmaand|(maan|dins|woens|donder|vrij|zater|zon)dag|\bgeleden|\bago\b|\bmonth|\b(mon|tues|wednes|thurs|fri|satur|sun)day|\bhafta|\bönce\b"
    r"|أسبوع|اسبوع|شهر|قبل|منذ|\btydzie|\btygod|\bmiesi|\btemu\b|тижд|тижн|місяц|\bтому\b|\bsemana|\bhace\b|\bsemaine|\bmois\b"
    r"|\bil y a\b",
    re.IGNORECASE,
)


def typed_day(text: str, today: date, near: Near = "any", locale: Locale | None = None) -> date | None:
    """The day in a short text, or None. Without a year: the nearest one, and by `near` one that is past or to come.

    Month names in Dutch and English, and those of `locale`. Years from 2000 to 2099.
    """
    text = " ".join(text.casefold().split())
    if _is_long(text):
        return None
    if text.strip(" .!") in _WORDS:
        return today + timedelta(days=_WORDS[text.strip(" .!")])
    return next(_found(text, today, near, locale), None) or _last_weekday(text.strip(" .!"), today, near, locale)


def _last_weekday(text: str, today: date, near: Near, locale: Locale | None) -> date | None:
    """«afgelopen vrijdag»: the last one before today, where a past day is asked for."""
    match = _LAST.match(_straight(text)) if near == "past" and not text.startswith("vorige") else None
    if match is None:
        return None
    names = {**_weekdays("nl"), **_weekdays("en"), **(_weekdays(str(locale)) if locale else {})}
    weekday = names.get(match["name"])
    return None if weekday is None else today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


@lru_cache(maxsize=16)
def _weekdays(locale: str) -> dict[str, int]:
    """Every whole name of a weekday in this language, Monday 0."""
    found: dict[str, int] = {}
    for day, name in get_day_names("wide", "format", locale).items():
        whole = _straight(name.casefold())
        short = whole.removeprefix("ال")
        found |= dict.fromkeys((whole, short, *_BENT.get(whole, ())), day)
    return found


def _straight(text: str) -> str:
    return text.replace("ʼ", "'").replace("’", "'")


def seems_a_day(text: str) -> bool:
    """Whether a text that holds no day was meant as one."""
    return not _is_long(text) and _HINTS.search(text) is not None


def _is_long(text: str) -> bool:
    return len(text) > (LONGEST_QUESTION if "?" in text else LONGEST)


def _found(text: str, today: date, near: Near, locale: Locale | None) -> Iterator[date]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = int(parts["month"]) if parts.get("month") else _month(parts["name"], locale)
            day = _day(int(parts["day"]), month, parts["year"], today, near) if month else None
            if day:
                yield day


def _day(day: int, month: int, year: str | None, today: date, near: Near) -> date | None:
    if year:
        whole = int(year) if len(year) == 4 else 2000 + int(year)
        return _valid(whole, month, day) if 2000 <= whole < 2100 else None
    years = range(today.year - 4, today.year + 5)  # 29 February comes once in four years
    days = [found for each in years if (found := _valid(each, month, day))]
    if near == "past":
        # A day a little ahead is a slip, not a day of last year: who asked can say that it is still to come.
        days = [found for found in days if found <= today + SLIP]
    elif near == "future":
        days = [found for found in days if found >= today]
    return min(days, key=lambda found: abs(found - today), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str, locale: Locale | None) -> int | None:
    if name.startswith("maand"):
        return None
    local = _names(str(locale)).get(name) if locale else None
    return local or next((month for beginning, month in _BEGINNINGS if name.startswith(beginning)), None)


@lru_cache(maxsize=16)
def _names(locale: str) -> dict[str, int]:
    """Every spelling of a month in this language."""
    shapes = [(width, context) for width in ("wide", "abbreviated") for context in ("format", "stand-alone")]
    return {
        name.casefold().strip("."): month
        for width, context in shapes
        for month, name in get_month_names(width, context, locale).items()  # type: ignore[arg-type]
    }
