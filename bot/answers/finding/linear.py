"""Logistic regression over many classes, learned by gradient steps on a few examples at a time.

Each number of the table has its own pace (AdaGrad, Duchi e.a. 2011): a rare feature moves in large
steps when it is seen, a frequent one in ever smaller ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answers.finding.rows import Rows

_AT_ONCE = 32  # examples a step
_SOFT = 0.05  # of the belief that an example is of its class is spread over all: keeps confidence modest


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: NDArray[np.float32] = raised / raised.sum(axis=-1, keepdims=True)
    return chances


def learn(
    rows: Rows,
    labels: Sequence[int],
    width: int,
    *,
    rounds: int,
    speed: float = 1.2,
    weights: Sequence[float] | None = None,
    pause: Callable[[], None] | None = None,
) -> NDArray[np.float32]:
    """The table feature by class. `weights` says how much each class counts; the order is fixed."""
    wanted = np.asarray(labels)
    counted = np.asarray(weights if weights is not None else np.ones(width), np.float32)
    table = np.zeros((len(rows.names), width), np.float32)
    # One pace a feature, not a number: a tenth of the memory and nearly the same result.
    paces = np.full(len(rows.names), 1e-3, np.float32)
    shuffle = np.random.default_rng(7)  # the same order each time, so that learning is repeatable
    for _ in range(rounds):
        order = shuffle.permutation(len(rows))
        for start in range(0, len(order), _AT_ONCE):
            chosen = order[start : start + _AT_ONCE]
            features, examples = rows.table(chosen)
            part = table[features]
            miss = softmax(examples @ part)
            miss -= _SOFT / width
            miss[np.arange(len(chosen)), wanted[chosen]] -= 1.0 - _SOFT
            miss *= counted[wanted[chosen]][:, None]
            slope = examples.T @ miss
            # In place where it can be: these tables are what the time goes into.
            paces[features] += np.maximum(slope.max(axis=1), -slope.min(axis=1)) ** 2
            slope *= (speed / np.sqrt(paces[features]))[:, None]
            part -= slope
            table[features] = part
        if pause:
            pause()
    return table
