"""Objecting to a decision: the term, and whether an objection came in time (Awb chapter 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.deadlines.holidays import end_of_term

WEEKS = 6  # Awb article 6:7
LONGEST_EXTENDED = 12  # weeks; longer terms are not extended (Atw article 4)
POST_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class ObjectionTerm:
    """`raw_end` is where the weeks end; `last_day` is that day, or the working day after it."""

    raw_end: date
    last_day: date


def objection_term(sent: date, weeks: int = WEEKS) -> ObjectionTerm:
    """The term of an objection to a decision that was sent on `sent`.

    It begins on the day after sending (Awb 6:8) and lasts six weeks (Awb 6:7). An end on a weekend or
    holiday moves to the next working day (Atw article 1), unless the term is longer than twelve weeks.
    """
    raw_end = sent + timedelta(weeks=weeks)
    return ObjectionTerm(raw_end, end_of_term(raw_end) if weeks <= LONGEST_EXTENDED else raw_end)


def objection_in_time(sent: date, received: date, posted: date | None = None, weeks: int = WEEKS) -> bool:
    """Whether an objection came in time (Awb article 6:9).

    Received on the last day at the latest; or posted by then and received within a week after it.
    Whether there is a good reason for being late (Awb 6:11) is for a person.
    """
    last_day = objection_term(sent, weeks).last_day
    by_post = posted is not None and posted <= last_day and received <= last_day + POST_WEEK
    return received <= last_day or by_post
