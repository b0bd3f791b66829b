"""How the paper lies on the photo, told by its lines of print; edges of paper mislead (shadows, folds, tables)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.income.photos.recognising import Line

LETTERS = 0.6
"""The part of the height of a box that is letters."""

_POINTS = 9.0  # the size of the letters of most lines, whatever the distance of the camera
_SLOPE_FROM = 3.0  # boxes this many times wider than high tell how the paper lies
_MOST = 220  # lines that are compared with each other

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Flat:
    """How the paper lies: the slope of print is `a + b x + c y`, with x and y from the middle."""

    x: float
    y: float
    scale: float
    a: float
    b: float
    c: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the photo is on the flat page."""
        dx, dy = x - self.x, y - self.y
        drop = self.a * dx + (self.b - self.a * self.c) * dx**2 / 2 - self.b * self.c * dx**3 / 3
        return (dx + self.a * dy) * self.scale, (dy * (1 - self.c * dx) - drop) * self.scale

    def level(self, x: Numbers, y: Numbers) -> Numbers:
        """How low points of the photo are on the flat page, in pixels."""
        dx, dy = x - self.x, y - self.y
        drop = self.a * dx + (self.b - self.a * self.c) * dx**2 / 2 - self.b * self.c * dx**3 / 3
        return np.asarray(dy * (1 - self.c * dx) - drop)


def flat_of(lines: Sequence[Line], height: int, width: int) -> Flat:
    """First by the direction of the lines, then so that what is one row is level."""
    size = float(np.median([line.box.height for line in lines])) * LETTERS
    telling = [line for line in lines if line.box.width > _SLOPE_FROM * line.box.height] or list(lines)
    middle = np.array([line.box.corners.mean(0) for line in telling], np.float64)
    slopes = np.array([np.tan(np.clip(line.box.slope, -0.7, 0.7)) for line in telling])
    weights = np.array([line.box.width**2 / line.box.height for line in telling])
    start = Flat(width / 2, height / 2, _POINTS / size, _weighted_median(slopes, weights), 0.0, 0.0)
    kept = np.abs(slopes - start.a) < 0.06
    if kept.any():
        across, down = (middle[:, 0] - start.x) / width, (middle[:, 1] - start.y) / height
        places = np.stack([np.ones(len(middle)), across, down], 1)[kept]
        heavy = weights[kept][:, None]
        pull = np.diag([0.0, 1.0, 1.0]) * heavy.sum() * 0.004
        a, b, c = np.linalg.solve(places.T @ (places * heavy) + pull, places.T @ (slopes[kept] * heavy[:, 0]))
        start = replace(start, a=float(a), b=float(b) / width, c=float(c) / height)
    return _levelled(start, lines, size, height, width)


def _levelled(flat: Flat, lines: Sequence[Line], size: float, height: int, width: int) -> Flat:
    """Capitals stand at the left of words, so lines seem to sink a little: the rows themselves know better."""
    chosen = sorted(lines, key=lambda line: -line.box.width)[:_MOST]
    middle = np.array([line.box.corners.mean(0) for line in chosen], np.float64)
    x, y = middle.T
    first, second = np.triu_indices(len(chosen), 1)
    apart = np.abs(x[first] - x[second]) > 4 * size
    near = np.abs(y[first] - y[second]) < 0.08 * np.abs(x[first] - x[second]) + 1.5 * size + 0.1 * width
    first, second = first[apart & near], second[apart & near]
    if len(first) < 3:
        return flat

    def level(tried: Flat) -> float:
        lows = tried.level(x, y)
        off = (lows[first] - lows[second]) / (0.22 * size)
        far = (tried.a - flat.a + 0.008) / 0.02  # the lines seem to sink by about 0.008
        return float(np.exp(-(off**2)).sum()) - 0.02 * len(chosen) * far**2

    best, most = flat, level(flat)
    for step in (0.003, 0.0015, 0.0006):
        for turn in np.arange(-8, 9) * step:
            for tried in _around(best, float(turn), height, width):
                if (value := level(tried)) > most:
                    best, most = tried, value
    return best


def _around(flat: Flat, turn: float, height: int, width: int) -> tuple[Flat, Flat, Flat]:
    return (
        replace(flat, a=flat.a + turn),
        replace(flat, b=flat.b + turn / width),
        replace(flat, c=flat.c + turn / height),
    )


def _weighted_median(values: Numbers, weights: Numbers) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])
