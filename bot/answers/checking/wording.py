"""B1 words: hard words that have an everyday word, and terms that must be explained where they are used.

Both stand in content/words.yaml, with the small words that say nothing about the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answers.finding.words import words
from bot.answers.readability import sentences
from bot.answers.reading_yaml import mapping

NEAR = 2  # sentences before and after a term in which its explanation may stand


@dataclass(frozen=True, slots=True)
class Term:
    """A term, and the words of which one must stand near it."""

    used: re.Pattern[str]
    explained: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What content/words.yaml holds. `hard` has the everyday word with the hard ones for it."""

    small: frozenset[str] = frozenset()
    hard: tuple[tuple[str, re.Pattern[str]], ...] = ()
    terms: tuple[Term, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Wording:
        """Read the file; a missing file asks nothing."""
        found = mapping(path)
        hard = tuple((easy, _any_of(group)) for easy, group in _groups(found.get("hard")))
        terms = tuple(Term(_any_of([name]), _any_of(explained)) for name, explained in _groups(found.get("terms")))
        small = frozenset(word for text in found.get("small") or () for word in words(str(text)))
        return cls(small, hard, terms)

    def remarks(self, text: str) -> Iterator[str]:
        """A sentence for every hard word and for every term that nobody explains."""
        parts = [part.lower() for part in sentences(text)]
        whole = "\n".join(parts)
        for easy, hard in self.hard:
            for word in dict.fromkeys(match[0] for match in hard.finditer(whole)):
                yield f"«{word}» is een moeilijk woord. Schrijf liever: {easy}."
        for term in self.terms:
            missing = _unexplained(term, parts) if term.used.search(whole) else None
            if missing:
                yield f"Leg het woord «{missing}» uit, dicht bij de plek waar het staat."


def _unexplained(term: Term, parts: Sequence[str]) -> str | None:
    """The term as it is written here, when nothing near it explains it."""
    places = [(number, found[0]) for number, part in enumerate(parts) if (found := term.used.search(part))]
    near = (" ".join(parts[max(place - NEAR, 0) : place + NEAR + 1]) for place, _ in places)
    explained = any(term.explained.search(around) for around in near)
    return places[0][1] if places and not explained else None


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """One of the phrases as whole words; a * at the end of a word stands for any ending."""
    longest_first = sorted((phrase.lower() for phrase in phrases), key=len, reverse=True)
    joined = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def _groups(found: object) -> Iterator[tuple[str, list[str]]]:
    """(key, texts) of a mapping of lists."""
    for key, group in (found if isinstance(found, dict) else {}).items():
        yield str(key), [str(text) for text in group] if isinstance(group, list) else [str(group)]
