"""Many sparse examples in three flat arrays, for learning from all of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answers.finding.features import Scale


@dataclass(frozen=True, slots=True)
class Rows:
    """Example i has the features `columns[starts[i]:starts[i + 1]]` with those `values`, which add up."""

    names: tuple[str, ...]
    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float32]

    @classmethod
    def of(cls, scale: Scale, messages: Sequence[Sequence[str]]) -> Rows:
        """Messages given as their parts, scaled as `Scale.message` does; each part is worked out once."""
        number: dict[str, int] = {}
        seen: dict[str, tuple[list[int], list[float], float]] = {}
        columns: list[int] = []
        values: list[float] = []
        starts, lengths = [0], []
        for message in messages:
            square = 0.0
            for part in message:
                if part not in seen:
                    vector, more = scale.part(part)
                    places = [number.setdefault(name, len(number)) for name, _ in vector]
                    seen[part] = places, [value for _, value in vector], more
                places, found, more = seen[part]
                columns += places
                values += found
                square += more
            starts.append(len(columns))
            lengths.append(math.sqrt(square) or 1.0)
        scaled = (np.array(values) / np.repeat(np.array(lengths), np.diff(starts))).astype(np.float32)
        return cls(tuple(number), np.array(starts), np.array(columns, np.int64), scaled)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def table(self, chosen: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """(features, example by feature) of some examples, with only the features that they have."""
        spans = [slice(self.starts[i], self.starts[i + 1]) for i in chosen]
        features, places = np.unique(np.concatenate([self.columns[span] for span in spans]), return_inverse=True)
        owners = np.repeat(np.arange(len(chosen)), [span.stop - span.start for span in spans])
        values = np.concatenate([self.values[span] for span in spans])
        width = len(features)
        table = np.bincount(owners * width + places, values, len(chosen) * width).reshape(len(chosen), width)
        return features, table.astype(np.float32)
