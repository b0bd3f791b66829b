"""Why a message got its topic: what each typed word counted for, and the phrasings that come nearest.

For editors and for `ask --explain`. The sums are those of the decision itself (bot/answers/finding/model.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answers.finding.features import parts
from bot.answers.finding.model import Model, ranking
from bot.answers.finding.words import words

_PHRASINGS = 3
_WORDS = 8


@dataclass(frozen=True, slots=True)
class Heard:
    """A word or pair as it was matched, with how much more it says for the topic than for the next one."""

    part: str
    says: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """`repaired` maps a typed word to how it was read; `added` are words that mean the same."""

    topic: str
    runner_up: str
    heard: tuple[Heard, ...]
    repaired: Mapping[str, str]
    added: tuple[str, ...]
    phrasings: tuple[str, ...]


def explain(model: Model, text: str, questions: Mapping[str, Sequence[str]]) -> Explanation:
    """Why the first topic of this message comes before the second."""
    prepared = model.preparer.prepare(text)
    first, second = ranking(model.look_at(prepared))[:2]
    typed = words(text)
    read = prepared.tokens[: len(typed)]
    heard = [Heard(part, _lead(model, part, first, second)) for part in parts(prepared.tokens)[1:]]
    heard.sort(key=lambda h: -abs(h.says))
    return Explanation(
        topic=model.labels[first],
        runner_up=model.labels[second],
        heard=tuple(heard[:_WORDS]),
        repaired={word: other for word, other in zip(typed, read, strict=True) if word != other},
        added=prepared.tokens[len(typed) :],
        phrasings=_nearest(model, text, questions.get(model.labels[first], ())),
    )


def _lead(model: Model, part: str, first: int, second: int) -> float:
    if model.linear is None:
        return 0.0
    scores = model.linear.part(part)
    return float(scores[first] - scores[second])


def _nearest(model: Model, text: str, questions: Sequence[str]) -> tuple[str, ...]:
    """The topic's phrasings with the most features in common, by their rarity."""
    if model.linear is None:
        return tuple(questions[:_PHRASINGS])
    wanted = model.linear.values(parts(model.preparer.prepare(text).tokens))
    near = [
        sum(value * wanted.get(row, 0.0) for row, value in model.linear.values(parts(tokens)).items())
        for tokens in (model.preparer.prepare(question).tokens for question in questions)
    ]
    return tuple(questions[i] for i in np.argsort(-np.array(near), kind="stable")[:_PHRASINGS])
