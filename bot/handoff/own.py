"""What a client may do with the own questions: see them, withdraw one, go on with one. Pure rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.deadlines.holidays import working_days_later
from bot.handoff.case import Case
from bot.language import AMSTERDAM

REOPEN_WITHIN = timedelta(days=7)
SHOWN_FOR = timedelta(days=30)  # after closing
MOST_SHOWN = 6


def is_question(case: Case) -> bool:
    """A paper to look at is no question: it stands among the papers."""
    return case.reason != "paper"


def may_withdraw(case: Case) -> bool:
    """Whether the client can say that this question is no longer needed."""
    return case.state == "open" and is_question(case) and case.withdrawn_at is None


def stays_open(case: Case) -> bool:
    """An emergency is not closed by one tap, perhaps of somebody else who holds the phone: a person looks first."""
    return case.urgency == "urgent"


def may_reopen(case: Case, at: datetime) -> bool:
    """Whether the client can still go on with this question."""
    ended = case.closed_at or case.withdrawn_at
    return ended is not None and is_question(case) and at <= ended + REOPEN_WITHIN


def last_day_to_reopen(case: Case) -> date:
    """The last whole or part day in Amsterdam on which the client can go on with a closed or withdrawn question."""
    ended = case.closed_at or case.withdrawn_at
    assert ended is not None
    return (ended + REOPEN_WITHIN).astimezone(AMSTERDAM).date()


def to_show(cases: Sequence[Case], at: datetime) -> list[Case]:
    """Open questions first, then those closed not long ago; each newest first, as `cases` are."""
    asked = [case for case in cases if is_question(case)]
    open_ones = [case for case in asked if case.state == "open"]
    closed = [case for case in asked if case.closed_at and at - case.closed_at <= SHOWN_FOR]
    return [*open_ones, *closed][:MOST_SHOWN]


def answer_by(case: Case, working_days: int) -> date | None:
    """The last day of the promise to a client who waits; None when nobody waits."""
    if case.waiting_since is None:
        return None
    return working_days_later(case.waiting_since.astimezone(AMSTERDAM).date(), working_days)
