"""Applying for a toeslag of a past year (Algemene wet inkomensafhankelijke regelingen, Awir, article 15)."""

from __future__ import annotations

from datetime import date

FIRST_YEAR = 2024  # of earlier years no term was looked up
UNTIL_NEW_YEAR = 2025  # from this year on, by the text that holds since 1 January 2026


def toeslag_application(year: int) -> date:
    """The last day to apply for a toeslag of the calendar year `year`; ValueError before 2024.

    Of 2024: 1 September of the next year. From 2025: 31 December of the next year.
    """
    if year < FIRST_YEAR:
        raise ValueError(f"no term is known of a year before {FIRST_YEAR}")
    return date(year + 1, 12, 31) if year >= UNTIL_NEW_YEAR else date(year + 1, 9, 1)
