"""Amounts as Dutch payroll prints them: 1.234,56 and 1.234,56- and € 1234,56 and 1,234.56."""

from __future__ import annotations

import re

_MINUS = "-−–‐‑"
_AMOUNT = re.compile(
    rf"""(?P<lead>[{_MINUS}+(]?)\s*(?:€|EUR|eur)?\s*(?P<inner>[{_MINUS}+]?)\s*
    (?P<whole>\d{{1,3}}(?:(?P<group>[.,'’\s])\d{{3}})(?:(?P=group)\d{{3}})*|\d{{1,7}})
    (?P<point>[.,])(?P<cents>\d{{2}}|[{_MINUS}]{{1,2}})
    \s*(?:€|EUR|eur)?\s*(?P<trail>[{_MINUS}+)]?)""",
    re.VERBOSE,
)
_NUMBER = re.compile(rf"[{_MINUS}]?(?P<whole>\d{{1,4}})(?:[.,:](?P<part>\d{{1,3}}))?")


def amount(text: str) -> int | None:
    """The amount in cents, or None. A minus may lead or trail; whole euros need ',-' or ',00'."""
    found = _AMOUNT.fullmatch(text.strip())
    if not found or found["group"] == found["point"] or (found["lead"] == "(") != (found["trail"] == ")"):
        return None
    cents = found["cents"] if found["cents"].isdigit() else "00"
    whole = re.sub(r"\D", "", found["whole"])
    negative = any(found[part] and found[part] in _MINUS + "(" for part in ("lead", "inner", "trail"))
    return int(whole + cents) * (-1 if negative else 1)


def number(text: str) -> float | None:
    """A count such as hours: 64, 64,00, 86.67 or 86:40 (hours and minutes). None when it is not one."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    part = found["part"] or "0"
    if ":" in text:
        return round(int(found["whole"]) + int(part) / 60, 2) if int(part) < 60 else None
    return float(f"{found['whole']}.{part}")
