"""The day in a letter by which, or on which, something must be done, on a photo or PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.answers.letters.labels import before, flowing
from bot.answers.letters.misread import printed_days
from bot.answers.letters.paper_days import POSTMARK, PaperDay, best, weighed
from bot.printed import Line

_WEEKDAY = r"(?:op\s)?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s?)?"
_UNTIL = re.compile(
    r"(?:uiterlijk|v[oóö0]{2}r|t/?m|tot en met|uiterste\s\w*\s?datum|betaal\s?datum|verval\s?datum|inlever\s?datum|"
    rf"hersteltermijn|reageer\w*)[\s:]{{0,3}}{_WEEKDAY}$",
    re.IGNORECASE,
)
_ON = re.compile(rf"(?<!\w)(?:op|datum|datum en tijd|tot|is)[\s:]{{0,3}}{_WEEKDAY}$", re.IGNORECASE)
_BEGINS = re.compile(r"gaat in|ingang|vanaf|begint|start|geboren|op uw rekening|betalen wij", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?:van|vanaf|periode)\b[^.]{0,45}\b(?:tot|t/m|tot en met)\W*$", re.IGNORECASE)
_MEETING = re.compile(r"\buur\b|\bu\.|\d[:.]\d\d\b|zitting|afspraak|gesprek|verwacht|langs|huisbezoek", re.IGNORECASE)
_LATE = timedelta(days=90)  # a last day that is longer ago is hardly what the letter is about now
NAMED, MET, ON = 0.9, 0.75, 0.55


def last_day(lines: Sequence[Line], today: date) -> PaperDay | None:
    """The day before or on which something must be done; None when the letter prints none."""
    found = []
    for at, line in enumerate(lines):
        text = flowing(lines, at)
        for each in printed_days(text, today):
            lead = before(lines, at, each.start)[-90:]
            after = text[each.end :][:60]
            sure = _sure(lead, after, ahead=each.day >= today) if each.start < len(line.text) else 0.0
            if sure:
                found.append(weighed(each, line, sure, timely=each.day >= today - _LATE))
    return best(found)


def _sure(lead: str, after: str, *, ahead: bool) -> float:
    """By the words before a day: a last day, the day of a meeting, or perhaps only a day that is named."""
    if POSTMARK.search(lead) or _PERIOD.search(lead):
        return 0.0
    if _UNTIL.search(lead):
        return NAMED
    if not ahead or not _ON.search(lead) or _BEGINS.search(lead[-45:]):
        return 0.0
    return MET if _MEETING.search(f"{lead} {after}") else ON
