"""What a message looks like to the linear models: words, their pieces, and pairs of words.

A message is a set of parts (a word, two words in a row), and each part has features. So the score of a
message is the sum of the scores of its parts: quick to find, and easy to explain word by word.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

_PIECE, _WORD, _PAIR = 0.6, 1.6, 0.8  # how much each kind of feature weighs
# The part that every message has: what is likely when no word is known.
_ALWAYS = "*"

Vector = list[tuple[str, float]]


def parts(tokens: Sequence[str]) -> list[str]:
    """Each word once, each pair of words (with a space between) once."""
    pairs = (f"{left} {right}" for left, right in pairwise(tokens))
    return [_ALWAYS, *dict.fromkeys(tokens), *dict.fromkeys(pairs)]


def features(part: str) -> tuple[tuple[str, float], ...]:
    """The features of one part with their weights; the one of a whole word begins with =."""
    if part == _ALWAYS:
        return ((part, 1.0),)
    return ((part, _PAIR),) if " " in part else _of_word(part)


@lru_cache(maxsize=8192)
def _of_word(word: str) -> tuple[tuple[str, float], ...]:
    edged = f"_{word}_"
    pieces = Counter(edged[i : i + n] for n in (3, 4) for i in range(len(edged) - n + 1))
    return (f"={word}", _WORD), *((piece, _PIECE * math.sqrt(count)) for piece, count in pieces.items())


class Scale:
    """How rare each feature is; what was seen only once is left out, except words."""

    def __init__(self, rarity: dict[str, float]) -> None:
        self.rarity = rarity

    @classmethod
    def learn(cls, messages: Iterable[Sequence[str]]) -> Scale:
        """Count in how many messages, each given as its parts, a feature stands."""
        seen: Counter[str] = Counter()
        total = 0
        for message in messages:
            seen.update({name for part in message for name, _ in features(part)})
            total += 1
        kept = {n: c for n, c in seen.items() if c > 1 or n[0] == "="}
        return cls({n: 1.0 + math.log(total / c) for n, c in kept.items()})

    def part(self, part: str) -> tuple[Vector, float]:
        """The known features of a part, and the sum of the squares of their values."""
        rarity = self.rarity
        vector = [(name, value * rarity[name]) for name, value in features(part) if name in rarity]
        return vector, sum(value * value for _, value in vector)
