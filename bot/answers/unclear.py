"""Which answers clients found unclear, and what was not answered: sums of the anonymous counts.

A count is (day, name, number). Who asked, and in which words, is in none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Count = tuple[str, str, int]
_SHOWN, _UNCLEAR, _CLEAR, _QUESTION = "topic.", "clear.no.", "clear.yes.", "question."
NAMES = (_SHOWN, _UNCLEAR, _CLEAR, _QUESTION)  # how the names begin that are summed here
_FEW = 5  # shown less often says little


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How often an answer was shown, and how often clients said that it was clear or not."""

    slug: str
    shown: int
    unclear: int
    clear: int

    @property
    def share(self) -> float:
        """The part of all times shown after which the client asked for help, 0 to 1."""
        return min(self.unclear / self.shown, 1.0) if self.shown else float(self.unclear > 0)


@dataclass(frozen=True, slots=True)
class DayCount:
    """What became of the questions of one day (UTC, ISO); `expired` were found but too old to show."""

    day: str
    answered: int
    choices: int
    unanswered: int
    expired: int


def by_topic(counts: Iterable[Count]) -> list[TopicCount]:
    """Every topic that was shown: the largest share of unclear first, those shown seldom after the others."""
    sums = _sums((name, number) for _, name, number in counts)
    kinds = (_SHOWN, _UNCLEAR, _CLEAR)
    slugs = {name.removeprefix(kind) for name in sums for kind in kinds if name.startswith(kind)}
    found = [TopicCount(s, sums[_SHOWN + s], sums[_UNCLEAR + s], sums[_CLEAR + s]) for s in slugs]
    return sorted(found, key=lambda one: (one.shown < _FEW, -one.share, -one.unclear, -one.shown, one.slug))


def by_day(counts: Iterable[Count]) -> list[DayCount]:
    """Every day with a question, the newest first."""
    days: dict[str, Counter[str]] = {}
    for day, name, number in counts:
        if name.startswith(_QUESTION):
            days.setdefault(day, Counter())[name.removeprefix(_QUESTION)] += number
    return [
        DayCount(day, kinds["answer"], kinds["clarify"], kinds["none"], kinds["expired"])
        for day, kinds in sorted(days.items(), reverse=True)
    ]


def _sums(counts: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, number in counts:
        found[name] += number
    return found
