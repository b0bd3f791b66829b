"""What a message looks like to the linear models: pieces of words, words and pairs of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

_PIECE, _WORD, _PAIR = 0.6, 1.6, 0.8  # how much each kind weighs before scaling to length one
_ALWAYS = 1.0  # the feature that every message has: what is likely when no word is known


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[str, ...]:
    edged = f"_{word}_"
    return tuple(edged[i : i + n] for n in (3, 4) for i in range(len(edged) - n + 1))


def counts(tokens: Sequence[str]) -> dict[str, float]:
    """Every feature of the words with its weight; words begin with =, pairs hold a space."""
    found: Counter[str] = Counter()
    for token in tokens:
        found.update(_pieces(token))
    weighed = {name: _PIECE * math.sqrt(count) for name, count in found.items()}
    weighed["*"] = _ALWAYS
    for token in tokens:
        weighed["=" + token] = _WORD
    for left, right in pairwise(tokens):
        weighed[f"{left} {right}"] = _PAIR
    return weighed


class Scale:
    """How rare each feature is; what was seen only once is left out, except words."""

    def __init__(self, rarity: dict[str, float]) -> None:
        self.rarity = rarity

    @classmethod
    def learn(cls, examples: Iterable[dict[str, float]]) -> Scale:
        """Count in how many examples each feature stands."""
        seen: Counter[str] = Counter()
        total = 0
        for example in examples:
            seen.update(example.keys())
            total += 1
        kept = {n: c for n, c in seen.items() if c > 1 or n[0] == "="}
        return cls({n: 1.0 + math.log(total / c) for n, c in kept.items()})

    def vector(self, weighed: dict[str, float]) -> list[tuple[str, float]]:
        """The known features, scaled to length one."""
        rarity = self.rarity
        raw = [(name, value * rarity[name]) for name, value in weighed.items() if name in rarity]
        length = math.sqrt(sum(value * value for _, value in raw)) or 1.0
        return [(name, value / length) for name, value in raw]
