"""Logistic regression over many classes, learned by plain gradient steps on sparse rows.

Only classes that the model at that moment believes in a little are corrected. That leaves most
of the table empty, and makes learning quick enough without any library for numbers.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

Vector = list[tuple[str, float]]
_IGNORED = 0.05  # a belief in a wrong class below this is not corrected
_LEARNED = 0.1  # an example with less doubt than this is left alone


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities that add up to one."""
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def learn(
    vectors: Sequence[Vector],
    labels: Sequence[int],
    width: int,
    *,
    rounds: int = 8,
    speed: float = 2.0,
    weights: Sequence[float] | None = None,
    pause: Callable[[], None] | None = None,
) -> dict[str, dict[int, float]]:
    """The table feature -> class -> weight. `weights` says how much each class counts; the order is fixed."""
    rows: dict[str, dict[int, float]] = {name: {} for vector in vectors for name, _ in vector}
    linked = [[(rows[name], value) for name, value in vector] for vector in vectors]
    order = list(range(len(vectors)))
    shuffle = random.Random(7)  # noqa: S311 - the same order each time, so that learning is repeatable
    for turn in range(rounds):
        shuffle.shuffle(order)
        step = speed / (1.0 + 0.5 * turn)
        for i in order:
            _correct(linked[i], labels[i], width, step * (weights[labels[i]] if weights else 1.0))
        if pause:
            pause()
    return rows


def _correct(vector: list[tuple[dict[int, float], float]], label: int, width: int, step: float) -> None:
    scores = [0.0] * width
    for row, value in vector:
        for c, w in row.items():
            scores[c] += w * value
    chances = softmax(scores)
    if 1.0 - chances[label] < _LEARNED:
        return
    pushes = [(c, -step * p) for c, p in enumerate(chances) if p > _IGNORED and c != label]
    pushes.append((label, step * (1.0 - chances[label])))
    for row, value in vector:
        for c, push in pushes:
            row[c] = row.get(c, 0.0) + push * value
