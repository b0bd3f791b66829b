"""Learns a model from the content itself, and measures on held-out parts how sure it may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answers.finding.adding import Linear, Words
from bot.answers.finding.bm25 import impacts
from bot.answers.finding.calibration import Calibration, fit
from bot.answers.finding.features import Scale, parts
from bot.answers.finding.linear import learn
from bot.answers.finding.matrix import Matrix
from bot.answers.finding.model import Model, ranking, signs
from bot.answers.finding.preparing import Preparer, Synonyms, vocabulary_of
from bot.answers.finding.rows import Rows

Progress = Callable[[float], None]
_PARTS = 3  # one part of the content in so many is held out
_ROUNDS = 4
# Editors write each phrasing to differ from the others, so a held-out phrasing is harder than a real
# message: 91 percent right here was 97 to 100 percent right on fresh ones (tests/answers/evaluation.yaml).
_PRECISION, _FLOOR = 0.91, 0.75


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts with the number of their topic; the number len(labels) means «something else»."""

    labels: tuple[str, ...]
    texts: tuple[str, ...]
    classes: tuple[int, ...]

    def pick(self, chosen: Sequence[int]) -> Examples:
        """Only the examples with these numbers."""
        texts = tuple(self.texts[i] for i in chosen)
        return Examples(self.labels, texts, tuple(self.classes[i] for i in chosen))


def train(examples: Examples, synonyms: Synonyms, progress: Progress | None = None) -> Model:
    """The whole model with its confidence; `progress` hears a share from 0 to 1."""
    said = progress or (lambda share: None)
    calibration = calibrate(examples, synonyms, lambda share: said(share * 0.5))
    model = bare(examples, synonyms, _ROUNDS)
    said(1.0)
    return replace(model, calibration=calibration)


def bare(examples: Examples, synonyms: Synonyms, rounds: int, weight: float = 1.0) -> Model:
    """A model without a confidence; with no rounds it has no linear part and is ready at once.

    `weight` is how much an example of a topic counts beside one of «something else».
    """
    preparer = Preparer(vocabulary_of(examples.texts), synonyms)
    prepared = [preparer.prepare(text).tokens for text in examples.texts]
    width = len(examples.labels) + 1
    documents: list[Counter[str]] = [Counter() for _ in range(width)]
    for tokens, c in zip(prepared, examples.classes, strict=True):
        documents[c].update(tokens)
    linear = None
    if rounds:
        messages = [parts(tokens) for tokens in prepared]
        scale = Scale.learn(messages)
        rows = Rows.of(scale, messages)
        weights = [weight] * (width - 1) + [1.0]
        table = learn(rows, examples.classes, width, rounds=rounds, weights=weights)
        linear = Linear(Matrix.of(rows.names, table, scale.rarity))
    return Model(examples.labels, preparer, linear, Words(impacts(documents)))


def calibrate(examples: Examples, synonyms: Synonyms, progress: Progress) -> Calibration | None:
    """Hold out one part and look how often the first choice is right."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    # A topic's questions stand together, so every third one spreads each topic over both parts.
    held = [i for i in range(len(examples.texts)) if i % _PARTS == 0]
    rest = [i for i in range(len(examples.texts)) if i % _PARTS != 0]
    model = bare(examples.pick(rest), synonyms, _ROUNDS)
    progress(0.8)
    for i in held:
        look = model.look(examples.texts[i])
        order = ranking(look)
        rows.append(signs(look, order))
        right.append(order[0] == examples.classes[i])
    progress(1.0)
    if not any(right) or all(right):
        return None
    return fit(rows, right, precision=_PRECISION, floor=_FLOOR)
