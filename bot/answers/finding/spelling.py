"""Repairs a word to the nearest word that the content itself uses.

Only words that nobody in content/ used are touched. Words with one letter less on either
side are looked up in an index, so that no word is compared with the whole list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_SHORTEST = 5  # shorter words have too many neighbours
_LONG = 9  # from here two mistakes are allowed


class Spelling:
    """The own vocabulary with its counts, and the index of shortened words."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary
        self._index: dict[str, list[str]] = {}
        self._known: dict[str, str | None] = {}
        for word in vocabulary:
            if len(word) >= _SHORTEST - 1 and not word.isdigit():
                for key in {word, *_shorter(word)}:
                    self._index.setdefault(key, []).append(word)

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

    def _candidates(self, word: str, allowed: int) -> set[str]:
        keys = {word, *_shorter(word)}
        if allowed > 1:
            keys |= {shorter for key in tuple(keys) for shorter in _shorter(key)}
        return {found for key in keys for found in self._index.get(key, ())}


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
