"""Before matching: spelling, compounds in two parts, and words that mean the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.finding.spelling import Nearby, Spelling
from bot.answers.finding.words import words

_PART = 4  # the shortest half of a compound
_ARABIC = "\u0600", "\u06ff"
_ROOT = 2  # an Arabic word keeps more letters than this
_FRONTS = ("وال", "بال", "فال", "كال", "عال", "ال", "لل", "و", "ب", "ل", "ف", "ع", "ه")
_ENDS = ("ي", "نا", "ه", "ها", "ك", "كم", "هم", "ات", "ين")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The words to match with, and how many of the typed words the content knows."""

    tokens: tuple[str, ...]
    known: int
    unknown: int


def arabic_forms(word: str) -> list[str]:
    """The word without what Arabic writes onto it: «and», «the», «with», «for» in front, «my», «their» behind."""
    bare = [word[len(front) :] for front in _FRONTS if word.startswith(front) and len(word) - len(front) > _ROOT]
    ends = [w[: -len(end)] for w in (word, *bare) for end in _ENDS if w.endswith(end) and len(w) - len(end) > _ROOT]
    return [*bare, *ends]


class Synonyms:
    """Variants of at most three words, each with the word that the content uses for it."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._canon: dict[tuple[str, ...], tuple[str, ...]] = {}
        for canon, variants in groups.items():
            for variant in variants:
                self._canon[tuple(words(variant))] = tuple(words(canon))
        self._firsts = {key[0] for key in self._canon if key}

    def added(self, tokens: Sequence[str]) -> list[str]:
        """The own words for the variants in this message."""
        extra: list[str] = []
        for i, token in enumerate(tokens):
            if _ARABIC[0] <= token[0] <= _ARABIC[1] and (token,) not in self._canon:
                extra += next((own for form in arabic_forms(token) if (own := self._canon.get((form,)))), ())
            if token in self._firsts:
                # At the end of the message the slices get shorter and are the same: each counts once.
                for variant in dict.fromkeys(tuple(tokens[i : i + length]) for length in (1, 2, 3)):
                    extra += self._canon.get(variant, ())
        return extra


class Preparer:
    """Prepares messages against one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int], synonyms: Synonyms, nearby: Nearby | None = None) -> None:
        """`nearby` is the index of the vocabulary when it was made before."""
        self.vocabulary = vocabulary
        self._spelling = Spelling(vocabulary, nearby)
        self._synonyms = synonyms

    @property
    def nearby(self) -> Nearby:
        """The index for repairs, to be kept."""
        return self._spelling.nearby

    def prepare(self, text: str) -> Prepared:
        """Repaired words first, then what was joined, split and added."""
        tokens: list[str] = []
        extra: list[str] = []
        known = 0
        for word in words(text):
            repaired = self._spelling.repair(word)
            parts = () if repaired or word in self.vocabulary else self._split(word)
            known += word in self.vocabulary or bool(repaired or parts)
            tokens.append(repaired or word)
            extra += parts
        unknown = len(tokens) - known
        extra += self._joined(tokens)
        extra += self._synonyms.added([*tokens, *extra] if extra else tokens)
        return Prepared((*tokens, *extra), known, unknown)

    def _joined(self, tokens: Sequence[str]) -> list[str]:
        pairs = (a + b for a, b in pairwise(tokens) if len(a) > 2 and len(b) > 2)
        return [pair for pair in pairs if pair in self.vocabulary]

    def _split(self, word: str) -> tuple[str, ...]:
        for i in range(len(word) - _PART, _PART - 1, -1):
            left, right = word[:i], word[i:]
            if right in self.vocabulary:
                if left in self.vocabulary:
                    return left, right
                if left.endswith("s") and left[:-1] in self.vocabulary:
                    return left[:-1], right
        return ()


def vocabulary_of(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in these texts."""
    return Counter(word for text in texts for word in words(text))
