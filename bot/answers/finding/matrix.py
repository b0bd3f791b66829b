"""A table of numbers, feature by class, kept in one byte a number and used from a file without unpacking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answers.finding.names import Hashes, hashes, places_of

Numbers = NDArray[np.float32]

_STEPS = 127  # a row is kept in steps of a 127th of its largest number


class Matrix:
    """A row holds a number for each class, and how rare its name is; rows stand in the order of the hashes."""

    def __init__(self, names: Hashes, rarity: Numbers, sizes: Numbers, steps: NDArray[np.int8]) -> None:
        self._names, self._rarity, self._sizes, self._steps = names, rarity, sizes, steps

    @classmethod
    def of(cls, names: Sequence[str], table: Numbers, rarity: Mapping[str, float]) -> Matrix:
        """The table with each number rounded to a step of its row."""
        sizes = np.abs(table).max(axis=1, initial=0.0) / _STEPS
        steps = np.round(table / np.maximum(sizes, 1e-12)[:, None]).astype(np.int8)
        keys = hashes(names)
        order = np.argsort(keys, kind="stable")
        rare = np.array([rarity[name] for name in names], np.float32)
        return cls(keys[order], rare[order], sizes.astype(np.float32)[order], steps[order])

    @classmethod
    def kept(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Matrix:
        """The one that `arrays` gave under this name."""
        return cls(*(arrays[f"{name}.{part}"] for part in ("names", "rarity", "sizes", "steps")))  # type: ignore[arg-type]

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """All that must be kept."""
        return {
            f"{name}.names": self._names,
            f"{name}.rarity": self._rarity,
            f"{name}.sizes": self._sizes,
            f"{name}.steps": self._steps,
        }

    @property
    def width(self) -> int:
        """How many classes there are."""
        return int(self._steps.shape[1])

    def find(self, names: Sequence[str], otherwise: float = 0.0) -> tuple[NDArray[np.int64], Numbers]:
        """For each name its row, -1 when there is none, and its rarity, `otherwise` when there is none."""
        rows = places_of(hashes(names), self._names)
        if not len(self._names):
            return rows, np.full(len(rows), otherwise, np.float32)
        return rows, np.where(rows < 0, np.float32(otherwise), self._rarity[rows])

    def sums(self, rows: NDArray[np.int64], values: Numbers, starts: NDArray[np.int64]) -> Numbers:
        """From each of `starts` to the next: for each class the sum of value times number. Row -1 adds nothing."""
        if not len(self._names):
            return np.zeros((len(starts), self.width), np.float32)
        heavy = np.where(rows < 0, np.float32(0.0), values * self._sizes[rows])
        total: Numbers = np.add.reduceat(self._steps[rows] * heavy[:, None], starts, axis=0)
        return total
