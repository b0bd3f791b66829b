"""What was learned from the content: the tables, and how they add up to an order and a confidence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.answers.finding.adding import Linear, Words
from bot.answers.finding.calibration import Calibration
from bot.answers.finding.features import parts
from bot.answers.finding.linear import softmax
from bot.answers.finding.matrix import Numbers
from bot.answers.finding.preparing import Prepared, Preparer

_BM25 = 4.0  # how heavily the share of matched words counts beside the linear model
_NEVER = 1e-9


@dataclass(frozen=True, slots=True)
class Look:
    """One message seen by both models. `chances` has the chance of «something else» at the end."""

    chances: Numbers
    matched: Numbers
    known: int
    unknown: int

    @property
    def outside(self) -> float:
        """The chance that the message is about something else."""
        return float(self.chances[-1])


@dataclass(frozen=True, slots=True)
class Model:
    """Labels are slugs; class number len(labels) is «something else»."""

    labels: tuple[str, ...]
    preparer: Preparer
    linear: Linear | None
    words: Words
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
        matched = self.words.share(prepared.tokens)
        scores = _BM25 * matched
        if self.linear is not None:
            scores = scores + self.linear.scores(parts(prepared.tokens))
        return Look(softmax(scores), matched, prepared.known, prepared.unknown)


def together(alone: Look, joined: Look, before: int, fading: float = 0.2) -> Look:
    """A follow-up: the geometric mean of the message and the message after the earlier one.

    The earlier topic itself becomes less likely, as people do not ask the same again.
    """
    mixed = np.sqrt(alone.chances * joined.chances) + np.float32(_NEVER)
    mixed[before] *= fading
    return Look(mixed / mixed.sum(), joined.matched, joined.known, joined.unknown)


def ranking(look: Look) -> list[int]:
    """Classes from likely to unlikely, without «something else»."""
    order: list[int] = np.argsort(-look.chances[:-1], kind="stable").tolist()
    return order


def signs(look: Look, order: Sequence[int]) -> tuple[float, ...]:
    """What the confidence is computed from: chance, lead, matched words, agreement, unknown words."""
    first = float(look.chances[order[0]])
    second = float(look.chances[order[1]]) if len(order) > 1 else 0.0
    inside = look.matched[:-1]
    best = int(inside.argmax())
    total = max(look.known + look.unknown, 1)
    return (
        _logit(first),
        math.log(max(first, _NEVER) / max(second, _NEVER)),
        float(inside[order[0]]),
        float(best == order[0]),
        look.unknown / total,
        math.log1p(look.known),
        math.log1p(look.unknown),
        _logit(look.outside),
        float(look.matched[-1]),
    )


def _logit(p: float) -> float:
    bounded = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))
