"""From raw signs to a confidence that means what it says: «0,9» is right nine times out of ten."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_STEPS = 400


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic function of the signs, and the threshold for answering at once."""

    weights: tuple[float, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    direct: float = 0.8

    def confidence(self, signs: Sequence[float]) -> float:
        """0 to 1."""
        scaled = zip(self.weights[1:], signs, self.means, self.spreads, strict=True)
        return squash(self.weights[0] + sum(w * (s - m) / d for w, s, m, d in scaled))


def squash(value: float) -> float:
    """The logistic function, without overflow."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def fit(rows: Sequence[Sequence[float]], right: Sequence[bool], *, precision: float, floor: float) -> Calibration:
    """Learn from cross-validated examples; `direct` is the lowest confidence that keeps the precision."""
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [_spread(column, mean) for column, mean in zip(columns, means, strict=True)]
    scaled = [[1.0, *((v - m) / d for v, m, d in zip(row, means, spreads, strict=True))] for row in rows]
    weights = _descend(scaled, right)
    found = Calibration(tuple(weights), tuple(means), tuple(spreads))
    direct = threshold([found.confidence(row) for row in rows], right, precision)
    return Calibration(found.weights, found.means, found.spreads, max(floor, direct))


def threshold(confidences: Sequence[float], right: Sequence[bool], precision: float) -> float:
    """The lowest confidence from which on at least this share is right."""
    good = 0
    best = 0.99
    for n, (value, ok) in enumerate(sorted(zip(confidences, right, strict=True), reverse=True), 1):
        good += ok
        if good / n >= precision:
            best = value
    return min(best, 0.97)


def _descend(rows: Sequence[Sequence[float]], right: Sequence[bool]) -> list[float]:
    table, wanted = np.array(rows), np.array(right, float)
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        miss = wanted - 1.0 / (1.0 + np.exp(-np.clip(table @ weights, -30, 30)))
        # A little shrinking keeps signs that say the same thing from fighting each other.
        weights = weights * 0.999 + (3.0 / len(table)) * (miss @ table)
    return [float(weight) for weight in weights]


def _spread(column: Sequence[float], mean: float) -> float:
    return math.sqrt(sum((v - mean) ** 2 for v in column) / len(column)) or 1.0
