"""Registering for the kleineondernemersregeling (Wet op de omzetbelasting 1968, article 25 and following)."""

from __future__ import annotations

from datetime import date, timedelta

# Four whole weeks lie between registration and start. For 1 January everybody names 3 December.
BEFORE_START = timedelta(weeks=4, days=1)


def kor_registration(start: date) -> date:
    """The last day on which the registration must have been received for a start on `start`.

    Counted back, so a weekend gives no extra day (Atw article 1, second paragraph). Of one day it is not
    certain on which side it lies; this is the earlier one.
    """
    return start - BEFORE_START
