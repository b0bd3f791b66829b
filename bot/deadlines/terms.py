"""The terms that a client can ask for in the chat: which day is asked, and which day is the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from bot.deadlines.btw import btw_quarter, next_quarter, quarter_of, quarter_start
from bot.deadlines.kor import kor_registration
from bot.deadlines.objection import objection_term
from bot.deadlines.ww import ww_application

# `printed` and `betaling`: the last day is printed on the letter, and is not worked out (as in content/letters.yaml).
TermKind = Literal["bezwaar", "ww", "btw", "kor", "printed", "betaling"]
KINDS: tuple[TermKind, ...] = get_args(TermKind)

# Under these answers the client can have the last day worked out.
OF_TOPIC: dict[str, TermKind] = {
    "bezwaar-maken": "bezwaar",
    "ww-aanvragen": "ww",
    "btw-aangifte-wanneer": "btw",
    "btw-kor": "kor",
}
RECENT = 8  # letters come within about a week


@dataclass(frozen=True, slots=True)
class Term:
    """`start` is the day that was given; `last_day` the last day to act; `pay_by` when money must go earlier.

    `moved` is whether a weekend or holiday gave extra days.
    """

    kind: TermKind
    start: date
    last_day: date
    pay_by: date | None = None
    moved: bool = False

    @property
    def act_by(self) -> date:
        """The earliest of the last days: reminders count back from it."""
        return min(self.last_day, self.pay_by or self.last_day)


def as_kind(name: str) -> TermKind | None:
    """The kind of this name, or None."""
    return next((kind for kind in KINDS if kind == name), None)


def work_out(kind: TermKind, start: date) -> Term:
    """The term that belongs to the day `start`; articles of law stand with the functions that it calls.

    `bezwaar`: the day of sending; `ww`: the first day without work; `btw`: any day in the quarter;
    `kor`: the day on which it should begin; `printed`, `betaling`: the last day itself.
    """
    match kind:
        case "bezwaar":
            term = objection_term(start)
            return Term(kind, start, term.last_day, moved=term.last_day != term.raw_end)
        case "ww":
            return Term(kind, start, ww_application(start).latest)
        case "btw":
            quarter = quarter_of(start)
            due = btw_quarter(*quarter)
            return Term(kind, quarter_start(*quarter), due.file_by, due.pay_by)
        case "kor":
            return Term(kind, start, kor_registration(start))
        case _:
            return Term(kind, start, start)


def likely_days(kind: TermKind, today: date) -> list[date]:
    """The days to offer as buttons; none when a calendar is quicker."""
    match kind:
        case "bezwaar":
            return [today - timedelta(days=days) for days in range(RECENT)]
        case "ww":
            first = today.replace(day=1)
            days = {first, _next_month(first), *(today + timedelta(days=days) for days in (-1, 0, 1))}
            return sorted(day for day in days if ww_application(day).latest >= today)
        case "btw" | "kor":
            return [start for start in _quarters_around(today) if _worth_offering(kind, start, today)][:3]
        case _:
            return []


def _worth_offering(kind: TermKind, start: date, today: date) -> bool:
    if kind == "btw" and start > today:
        return False  # nothing is due before the quarter has begun
    return work_out(kind, start).act_by >= today


def _quarters_around(today: date) -> list[date]:
    """The first days of the quarter before this one, this one and the three that follow."""
    quarter = quarter_of(today.replace(day=1) - timedelta(days=80))
    starts = []
    for _ in range(6):
        starts.append(quarter_start(*quarter))
        quarter = next_quarter(*quarter)
    return starts


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
