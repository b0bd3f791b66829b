"""Applying for WW in time (Werkloosheidswet, BWBR0004045)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class ApplicationTerm:
    """From `earliest` up to and including `latest`."""

    earliest: date
    latest: date


def ww_application(first_day: date) -> ApplicationTerm:
    """When to apply for WW; `first_day` is the first day of unemployment (WW article 26, first paragraph, b).

    Within a week after it. A weekend or holiday at the end gives no extra day here: the early date is
    the safe one. From one week before it an application is possible.
    """
    return ApplicationTerm(first_day - WEEK, first_day + WEEK)
