"""Days that stand on a letter, and how sure it is what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.letters.misread import Printed
from bot.printed import Line

POSTMARK = re.compile(r"port\s?betaald|postnl|frankeer|\bport payé|poststempel", re.IGNORECASE)
CLOSE = 0.1  # two days that are as likely as this make each other doubtful


@dataclass(frozen=True, slots=True)
class PaperDay:
    """A day on a letter, how sure it is (0..1), and the line that it stands in."""

    day: date
    sure: float
    line: Line


def weighed(each: Printed, line: Line, sure: float, *, timely: bool) -> PaperDay:
    """How sure a day is by its place, its letters, and whether such a day can be."""
    letters = 1.0 if line.sure >= 0.9 else 0.9 if line.sure >= 0.7 else 0.75
    return PaperDay(each.day, round(sure * each.sure * letters * (1.0 if timely else 0.4), 2), line)


def best(found: Sequence[PaperDay]) -> PaperDay | None:
    """The surest; less sure when another day is nearly as likely."""
    ranked = sorted(found, key=lambda each: -each.sure)
    if not ranked:
        return None
    first = ranked[0]
    rival = next((each for each in ranked if each.day != first.day), None)
    doubt = rival is not None and first.sure - rival.sure < CLOSE
    return PaperDay(first.day, round(first.sure * 0.6, 2), first.line) if doubt else first
