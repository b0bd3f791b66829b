"""What each part of a message adds for each class: what is new is worked out together, and remembered."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from bot.answers.finding.features import features
from bot.answers.finding.matrix import Matrix, Numbers

_REMEMBERED = 4000  # parts of messages, under a kilobyte each: a bound on memory, not on meaning
_RARE = 4.0  # the rarity of a word that was never seen

Added = tuple[Numbers, float]  # what a part adds for each class, and how heavily the part itself counts


class Linear:
    """The learned table. A part counts for the sum of the squares of its values."""

    def __init__(self, table: Matrix) -> None:
        self.table = table
        self._known: dict[str, Added] = {}

    def scores(self, message: Sequence[str]) -> Numbers:
        """Of a message given as its parts, scaled so that long ones weigh as much as short ones."""
        found = _remembered(self._known, message, self._worked_out)
        length = math.sqrt(sum(square for _, square in found)) or 1.0
        return _total(found, self.table.width) / np.float32(length)

    def part(self, part: str) -> Numbers:
        """What one part adds, before the message is scaled."""
        return _remembered(self._known, (part,), self._worked_out)[0][0]

    def _worked_out(self, message: Sequence[str]) -> list[Added]:
        spread = [features(part) for part in message]
        starts = np.cumsum([0, *(len(some) for some in spread[:-1])])
        rows, rarity = self.table.find([name for some in spread for name, _ in some])
        values = rarity * np.array([weight for some in spread for _, weight in some], np.float32)
        squares = np.add.reduceat(values * values, starts).tolist()
        return list(zip(self.table.sums(rows, values, starts), squares, strict=True))

    def values(self, message: Sequence[str]) -> dict[int, float]:
        """The known features of a message by their row, scaled: to compare two messages by what they share."""
        spread = [one for part in message for one in features(part)]
        rows, rarity = self.table.find([name for name, _ in spread])
        found: dict[int, float] = {}
        for row, rare, (_, weight) in zip(rows.tolist(), rarity.tolist(), spread, strict=True):
            if row >= 0:
                found[row] = found.get(row, 0.0) + rare * weight
        length = math.sqrt(sum(value * value for value in found.values())) or 1.0
        return {row: value / length for row, value in found.items()}


class Words:
    """BM25 by word. A word counts for its rarity."""

    def __init__(self, table: Matrix) -> None:
        self.table = table
        self._known: dict[str, Added] = {}

    def share(self, words: Iterable[str]) -> Numbers:
        """Per class, which share of the weight of these words the class explains, 0 to about 1."""
        found = _remembered(self._known, tuple(set(words)), self._worked_out)
        usual = sum(rarity for _, rarity in found) * 2.2 or 1.0
        return _total(found, self.table.width) / np.float32(usual)

    def _worked_out(self, words: Sequence[str]) -> list[Added]:
        rows, rarity = self.table.find(words, _RARE)
        found = self.table.sums(rows, np.ones(len(rows), np.float32), np.arange(len(rows)))
        return list(zip(found, rarity.tolist(), strict=True))


def _remembered(
    known: dict[str, Added], parts: Sequence[str], work_out: Callable[[Sequence[str]], list[Added]]
) -> list[Added]:
    if len(known) > _REMEMBERED:
        known.clear()
    fresh = [part for part in parts if part not in known]
    if fresh:
        known.update(zip(fresh, work_out(fresh), strict=True))
    return [known[part] for part in parts]


def _total(found: Sequence[Added], width: int) -> Numbers:
    total: Numbers = sum((scores for scores, _ in found), np.zeros(width, np.float32))
    return total
