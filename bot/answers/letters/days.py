"""Days in a letter: which one it was sent on, and which one is the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from babel import Locale

from bot.deadlines.typed import typed_day

Role = Literal["sent", "until", ""]

_MONTHS = "jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_DAY = re.compile(
    r"(?<![\d.,/€-])(?:"
    r"\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}\s?([-/.])\s?\d{1,2}\s?\1\s?(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}(?:e|ste|de)?\s(?:{_MONTHS})[a-z]{{0,6}}\.?(?:\s['’]?\d{{4}})?"
    r")(?![\d/-])",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?<!\w)(?:datum|dagtekening|verzonden|verzenddatum|verstuurd|datum (?:van )?(?:deze )?brief)\b", re.I
)
_UNTIL = re.compile(
    r"(?<!\w)(?:uiterlijk|v[oó][oó]r|t/m|tot en met|uiterste \w*datum|uiterste datum|betaaldatum|vervaldatum|"
    r"betaal voor|reageer|zitting|afspraak|verwachten u|inleverdatum|hersteltermijn)\b",
    re.I,
)
_OTHER = re.compile(r"(?<!\w)(?:geboren|geboortedatum|geb|vanaf|met ingang van|ingangsdatum|per|sinds|van)\W*$", re.I)
_PLACE = re.compile(r"(?:^|\n)\s*[A-Z][\w '’-]{1,25},\s*(?:de\s)?(?:\w+dag\s)?$")
NEAR = 40  # characters before a day in which a word says what it is
HEAD = 500  # characters in which a letter has its own date
OLD = timedelta(days=3 * 365)
_DUTCH = Locale.parse("nl")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day in a letter; `sure` from 0 to 1 is how sure we are of its role."""

    day: date
    role: Role
    sure: float


def days_in(text: str, today: date) -> tuple[FoundDay, ...]:
    """Every day with what it seems to be, each day once, in the order of the letter.

    A day without a year is the nearest one. Days of birth and other beginnings have no role.
    """
    best: dict[date, FoundDay] = {}
    for found in _all(text, today):
        if found.day not in best or best[found.day].sure < found.sure:
            best[found.day] = found
    if not any(found.role == "sent" for found in best.values()):
        _guess_sent(best, text, today)
    return tuple(best.values())


def _all(text: str, today: date) -> Iterator[FoundDay]:
    for match in _DAY.finditer(text):
        day = typed_day(match[0], today, "any", _DUTCH)
        if day is None:
            continue
        before = text[max(0, match.start() - NEAR) : match.start()]
        role, sure = _role(before)
        if role == "sent" and not today - OLD < day <= today + timedelta(days=7):
            sure /= 2
        yield FoundDay(day, role, sure)


def _role(before: str) -> tuple[Role, float]:
    """By the last word before it that says something, on the same line or the one above."""
    if _OTHER.search(before):
        return "", 0.0
    lately = "\n".join(before.split("\n")[-2:])
    sent = max((m.end() for m in _SENT.finditer(lately)), default=-1)
    until = max((m.end() for m in _UNTIL.finditer(lately)), default=-1)
    if sent == until:
        return ("sent", 0.7) if _PLACE.search(before) else ("", 0.0)
    return ("sent", 0.9) if sent > until else ("until", 0.8)


def _guess_sent(best: dict[date, FoundDay], text: str, today: date) -> None:
    """No word says which day is the letter's: then the first one at its head that is not yet to come."""
    heads = {found.day for found in _all(text[:HEAD], today)}
    for day, found in best.items():
        if day in heads and not found.role and today - OLD < day <= today:
            best[day] = replace(found, role="sent", sure=0.4)
            return
