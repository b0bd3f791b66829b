"""Keyboards to choose a day: likely days, and a calendar of one month."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date, get_day_names

from bot.deadlines import wording
from bot.deadlines.terms import OF_TOPIC, TermKind, likely_days
from bot.language import Translator
from bot.messages import Button

FARTHEST = 24  # months before and after today that the calendar shows
_EMPTY = "·"  # a button must say something

Rows = Sequence[Sequence[Button]]


def button_under(_: Translator, slug: str) -> Rows:
    """The row for an answer that is about a term; no row for another one."""
    kind = OF_TOPIC.get(slug)
    return [[Button(wording.work_out_button(_), f"term:ask:{kind}")]] if kind else []


def likely(_: Translator, kind: TermKind, today: date, of: str = "term", out: Rows | None = None) -> Rows:
    """The likely days, two in a row, then the ways out (`out`, or the usual ones). Actions begin with `of`."""
    days = [Button(_label(_, kind, day), f"{of}:day:{kind}:{day}") for day in likely_days(kind, today)]
    width = 1 if kind == "btw" else 2
    rows = [days[i : i + width] for i in range(0, len(days), width)]
    if kind != "btw":
        rows.append([Button(wording.other_day_button(_), f"{of}:month:{kind}:{today:%Y-%m}")])
    return [*rows, *(ways_out(_, kind) if out is None else out)]


def ways_out(_: Translator, kind: TermKind) -> Rows:
    """Who does not know the day of a letter is not left with it."""
    known = kind in ("btw", "kor")
    return [] if known else [[Button(wording.unknown_day_button(_), f"term:unknown:{kind}")]]


def month(_: Translator, kind: TermKind, first: date, today: date, of: str = "term", out: Rows | None = None) -> Rows:
    """A calendar of the month of `first`, Monday first, with arrows to the months around it; then as `likely`."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    names = get_day_names("short", "stand-alone", _.locale)
    return [
        _arrows(_, kind, first, today, of),
        [_nothing(names[day]) for day in range(7)],
        *([_day(kind, first, day, of) for day in week] for week in weeks),
        *(ways_out(_, kind) if out is None else out),
    ]


def in_reach(first: date, today: date) -> bool:
    """Whether the calendar shows this month."""
    return abs((first.year - today.year) * 12 + first.month - today.month) <= FARTHEST


def _day(kind: TermKind, first: date, day: date, of: str) -> Button:
    return Button(str(day.day), f"{of}:day:{kind}:{day}") if day.month == first.month else _nothing(_EMPTY)


def _arrows(_: Translator, kind: TermKind, first: date, today: date, of: str) -> list[Button]:
    before, after = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)
    name = _nothing(format_date(first, "LLLL y", locale=_.locale))
    return [
        Button("‹", f"{of}:month:{kind}:{before:%Y-%m}") if in_reach(before, today) else _nothing(_EMPTY),
        name,
        Button("›", f"{of}:month:{kind}:{after:%Y-%m}") if in_reach(after, today) else _nothing(_EMPTY),
    ]


def _label(_: Translator, kind: TermKind, day: date) -> str:
    if kind == "btw":
        return wording.quarter_label(_, day)
    return _.short_day(day) if kind == "kor" else wording.day_label(_, day)


def _nothing(label: str) -> Button:
    return Button(label, "term:nothing")
