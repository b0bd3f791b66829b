"""Dates and months as payslips print them, Dutch and English."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "januari jan january",
            "februari feb february febr",
            "maart mrt maa march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:(?:19|20)\d{2}|['’]?\d{2})"
DATE = re.compile(
    rf"""(?<![\d.,])(?:
    (?P<iso>20\d\d)[-/.](?P<isomonth>\d\d)[-/.](?P<isoday>\d\d)
    |(?P<day>\d{{1,2}})\s?[-/.]\s?(?P<month>\d{{1,2}})\s?[-/.]\s?(?P<year>{_YEAR})
    |(?P<nday>\d{{1,2}})(?:st|nd|rd|th|e)?[\s-](?P<name>{_NAMES})\.?,?[\s-](?P<nyear>{_YEAR})
    |(?P<ename>{_NAMES})\s(?P<eday>\d{{1,2}})(?:st|nd|rd|th)?,\s(?P<eyear>20\d\d)
    )(?![\d,])""",
    re.VERBOSE | re.IGNORECASE,
)


def year(text: str) -> int:
    """The year of '2026', '26' or \"'26\"."""
    digits = int(text.strip("'’"))
    return digits if digits > 99 else 2000 + digits


def day_of(found: re.Match[str]) -> date | None:
    """The date of a match of DATE; None when the calendar has no such day."""
    if found["iso"]:
        parts = (int(found["iso"]), int(found["isomonth"]), int(found["isoday"]))
    elif found["day"]:
        parts = (year(found["year"]), int(found["month"]), int(found["day"]))
    elif found["nday"]:
        parts = (year(found["nyear"]), MONTHS[found["name"].lower()], int(found["nday"]))
    else:
        parts = (int(found["eyear"]), MONTHS[found["ename"].lower()], int(found["eday"]))
    try:
        return date(*parts)
    except ValueError:
        return None


def first_date(text: str) -> date | None:
    """The first date in a text that really starts it (after at most a weekday), or None."""
    found = re.match(r"\W*(?:[a-z]{2,9}dag\W+|\w{6,9}day\W+|(?:ma|di|wo|do|vr|za|zo)\W+)?", text, re.IGNORECASE)
    match = DATE.match(text, found.end() if found else 0)
    return day_of(match) if match else None
