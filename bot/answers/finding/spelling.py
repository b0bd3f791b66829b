"""Repairs a word to the nearest word that the content itself uses.

Only words that nobody in content/ used are touched. Words with one letter less on either
side are looked up in an index, so that no word is compared with the whole list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from bot.answers.finding.names import Hashes, hashes

_SHORTEST = 5  # shorter words have too many neighbours
_COMMON = 3  # a word that stands in fewer examples may itself be a mistake: no word is repaired to it
_LONG = 9  # from here two mistakes are allowed


class Nearby:
    """Which words are one letter away: sorted hashes of words and shortened words, each with the number of its word."""

    def __init__(self, keys: Hashes, numbers: NDArray[np.int32]) -> None:
        self.keys, self.numbers = keys, numbers

    @classmethod
    def of(cls, vocabulary: Mapping[str, int]) -> Nearby:
        """An index of the words of this vocabulary that a word may be repaired to."""
        keys: list[str] = []
        numbers: list[int] = []
        for number, (word, often) in enumerate(vocabulary.items()):
            if often >= _COMMON and len(word) >= _SHORTEST - 1 and not word.isdigit():
                found = {word, *_shorter(word)}
                keys += found
                numbers += [number] * len(found)
        hashed = hashes(keys)
        order = np.argsort(hashed, kind="stable")
        return cls(hashed[order], np.array(numbers, np.int32)[order])

    def found(self, keys: set[str]) -> set[int]:
        """The numbers of the words that share one of these keys."""
        wanted = hashes(tuple(keys))
        first, after = np.searchsorted(self.keys, wanted), np.searchsorted(self.keys, wanted, "right")
        return {int(n) for a, b in zip(first, after, strict=True) if a < b for n in self.numbers[a:b]}


class Spelling:
    """The own vocabulary with its counts, and the index of shortened words."""

    def __init__(self, vocabulary: Mapping[str, int], nearby: Nearby | None = None) -> None:
        self.vocabulary = vocabulary
        self.nearby = nearby or Nearby.of(vocabulary)
        self._words = tuple(vocabulary)
        self._known: dict[str, str | None] = {}

    def repair(self, word: str) -> str | None:
        """The word that was probably meant; None when the word is known, short or like nothing."""
        if word in self.vocabulary or len(word) < _SHORTEST or word.isdigit():
            return None
        if word not in self._known:
            if len(self._known) > 5000:  # a bound on memory, not on meaning
                self._known.clear()
            self._known[word] = self._search(word)
        return self._known[word]

    def _search(self, word: str) -> str | None:
        allowed = 2 if len(word) >= _LONG else 1
        best: tuple[float, str] | None = None
        for candidate in self._candidates(word, allowed):
            steps = distance(word, candidate, allowed)
            if steps > allowed or (candidate[0] != word[0] and candidate[1:2] != word[1:2]):
                continue
            rank = (steps - min(self.vocabulary[candidate], 50) / 100, candidate)
            best = min(best, rank) if best else rank
        return best[1] if best else None

    def _candidates(self, word: str, allowed: int) -> Iterator[str]:
        keys = {word, *_shorter(word)}
        if allowed > 1:
            keys |= {shorter for key in tuple(keys) for shorter in _shorter(key)}
        return (self._words[number] for number in self.nearby.found(keys))


def _shorter(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def distance(left: str, right: str, most: int) -> int:
    """Letters added, left out, changed or swapped with a neighbour; most + 1 when it is more than `most`."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        above, row = row, [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]
