"""What was learned from the content: the tables, and how they add up to an order and a confidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.finding.calibration import Calibration
from bot.answers.finding.features import Scale, counts
from bot.answers.finding.linear import softmax
from bot.answers.finding.matrix import Matrix
from bot.answers.finding.preparing import Prepared, Preparer

_BM25 = 4.0  # how heavily the share of matched words counts beside the linear model
_NEVER = 1e-9


@dataclass(frozen=True, slots=True)
class Look:
    """One message seen by both models. `chances` has the chance of «something else» at the end."""

    chances: list[float]
    matched: list[float]
    known: int
    unknown: int

    @property
    def outside(self) -> float:
        """The chance that the message is about something else."""
        return self.chances[-1]


@dataclass(frozen=True, slots=True)
class Model:
    """Labels are slugs; class number len(labels) is «something else»."""

    labels: tuple[str, ...]
    preparer: Preparer
    scale: Scale
    linear: Matrix | None
    words: Matrix
    rarity: Mapping[str, float]
    calibration: Calibration | None = None
    _last: list[tuple[str, Look]] = field(default_factory=list, compare=False, repr=False)

    def look(self, text: str) -> Look:
        """Prepare the message and ask both models. A message is often asked about twice in a row."""
        for asked, look in self._last[:1]:
            if asked == text:
                return look
        look = self.look_at(self.preparer.prepare(text))
        self._last[:] = [(text, look)]
        return look

    def look_at(self, prepared: Prepared) -> Look:
        """The same for a message that was prepared before."""
        width = len(self.labels) + 1
        matched = self._matched(prepared.tokens, width)
        if self.linear is None:
            scores = [_BM25 * share for share in matched]
        else:
            raw = self.linear.scores(self.scale.vector(counts(prepared.tokens)), width)
            scores = [r + _BM25 * share for r, share in zip(raw, matched, strict=True)]
        return Look(softmax(scores), matched, prepared.known, prepared.unknown)

    def _matched(self, tokens: Sequence[str], width: int) -> list[float]:
        """Per class, which share of the weight of the typed words the class explains, 0 to about 1."""
        typed = set(tokens)
        scores = self.words.scores(((word, 1.0) for word in typed), width)
        usual = sum(self.rarity.get(word, 4.0) for word in typed) * 2.2 or 1.0
        return [score / usual for score in scores]


def together(alone: Look, joined: Look, before: int, fading: float = 0.2) -> Look:
    """A follow-up: the geometric mean of the message and the message after the earlier one.

    The earlier topic itself becomes less likely, as people do not ask the same again.
    """
    mixed = [math.sqrt(max(a * b, _NEVER**2)) for a, b in zip(alone.chances, joined.chances, strict=True)]
    mixed[before] *= fading
    total = sum(mixed)
    return Look([m / total for m in mixed], joined.matched, joined.known, joined.unknown)


def ranking(look: Look) -> list[int]:
    """Classes from likely to unlikely, without «something else»."""
    chances = look.chances
    return sorted(range(len(chances) - 1), key=lambda c: -chances[c])


def signs(look: Look, order: Sequence[int]) -> tuple[float, ...]:
    """What the confidence is computed from: chance, lead, matched words, agreement, unknown words."""
    first = look.chances[order[0]]
    second = look.chances[order[1]] if len(order) > 1 else 0.0
    inside = look.matched[:-1]
    best = max(range(len(inside)), key=inside.__getitem__)
    total = max(look.known + look.unknown, 1)
    return (
        _logit(first),
        math.log(max(first, _NEVER) / max(second, _NEVER)),
        inside[order[0]],
        float(best == order[0]),
        look.unknown / total,
        math.log1p(look.known),
        math.log1p(look.unknown),
        _logit(look.outside),
        look.matched[-1],
    )


def _logit(p: float) -> float:
    bounded = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))
