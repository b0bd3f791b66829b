"""Greetings, thanks and swearing: a whole message that is no question (content/smalltalk.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from bot.answers.finding.spelling import Spelling, distance
from bot.answers.finding.words import words
from bot.answers.reading_yaml import mapping

SmallTalk = Literal["greeting", "thanks", "fine", "bye", "abuse", "emoji"]
KINDS: tuple[SmallTalk, ...] = get_args(SmallTalk)
_ASIDE = ("around", "alone")
# Said together, the first of these is answered: «ok, dank je, doei» is a goodbye.
_WEIGHT: tuple[SmallTalk, ...] = ("abuse", "bye", "thanks", "fine", "greeting")
_LAUGHTER = re.compile(
    r"([hjx])[aeiou](?:\1[aeiou])+\1?|(?:[aeo][hj]){2,}[aeo]?|lo+l|lmao|rofl|xd+|mdr|ptdr|(?:х[аеи]){2,}х?|(?:ах){2,}а?|ه{2,}"
)
_TWICE = re.compile(r"(\D)\1+")
_LONGEST = 14  # words; a longer message says more than hello
_SURE = 8  # letters; shorter words have real words as neighbours: «letter» is no «later»
_OFTEN = 50  # how often a word of the list counts for the spelling: the file has each once

Words = tuple[str, ...]


class SmallTalkList:
    """Knows the short messages that need a friendly word and no topic."""

    def __init__(
        self, phrases: dict[Words, SmallTalk], around: Iterable[Words] = (), alone: Iterable[Words] = ()
    ) -> None:
        """`around` are words that may stand beside a phrase, `alone` are phrases that only count alone."""
        self._around = {word for phrase in around for word in _once(phrase)}
        self._alone = {_once(phrase) for phrase in alone}
        self._phrases = {_once(phrase): kind for phrase, kind in phrases.items()}
        known = {word for phrase in self._phrases for word in phrase}
        self._spelling = Spelling(dict.fromkeys(known | self._around, _OFTEN))
        self._longest = max(map(len, phrases), default=0)

    @classmethod
    def load(cls, path: Path) -> SmallTalkList:
        """Read the file; a missing file knows nothing but emoji."""
        data = mapping(path)
        said = {key: [tuple(words(str(phrase))) for phrase in data.get(key) or ()] for key in (*KINDS, *_ASIDE)}
        phrases = {phrase: kind for kind in KINDS for phrase in said[kind]}
        return cls(phrases, *(said[key] for key in _ASIDE))

    def kind(self, text: str) -> SmallTalk | None:
        """Which kind the whole message is, or None when it says something."""
        typed = words(text)
        if not typed:
            return "emoji"
        if len(typed) > _LONGEST:
            return None
        rest = _once(tuple(word for word in typed if not _LAUGHTER.fullmatch(word)))
        whole = self._phrases.get(rest) or self._kind_of(rest)
        if whole or len(rest) == len(typed):
            return whole
        return "fine" if all(word in self._around for word in rest) else None  # laughter, to somebody

    def _kind_of(self, typed: Words) -> SmallTalk | None:
        """The kind of all its parts together; as it was typed, or else with mistakes in spelling repaired."""
        repaired = tuple(self._repaired(word) for word in typed)
        said = self._parts(typed) or (self._parts(repaired) if repaired != typed else None)
        kind = min(said, key=_WEIGHT.index) if said else None
        return None if kind == "abuse" and not self._parts(typed) else kind  # nobody swears by a mistake

    def _repaired(self, word: str) -> str:
        """A long word with one mistake at most, not in the first letter: «anlamadım» (not) is no «anladım» (I see)."""
        near = self._spelling.repair(word) if len(word) >= _SURE else None
        return near if near and near[0] == word[0] and distance(word, near, 1) <= 1 else word

    def _parts(self, typed: Words) -> tuple[SmallTalk, ...] | None:
        """«hoi, dank je wel»: the kinds of the phrases that the message consists of; None when a word is left over."""
        after: list[tuple[SmallTalk, ...] | None] = [None] * len(typed) + [()]
        for i in range(len(typed) - 1, -1, -1):
            for end in range(min(i + self._longest, len(typed)), i, -1):
                kind, rest = self._phrases.get(typed[i:end]), after[end]
                if kind and rest is not None and typed[i:end] not in self._alone:
                    after[i] = (kind, *rest)
                    break
            else:
                after[i] = after[i + 1] if typed[i] in self._around else None
        return after[0]


def _once(phrase: Words) -> Words:
    """Every letter that is repeated once: «halloooo» and «hallo» are the same."""
    return tuple(_TWICE.sub(r"\1", word) for word in phrase)
