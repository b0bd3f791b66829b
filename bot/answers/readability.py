"""How hard a Dutch text is to read: sentence length, word length, and one figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.article import PLACEHOLDER

_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_FILLED = "bedrag"
_SYLLABLE = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Readability:
    """`figure` is Flesch-Douma: 0 is very hard, 100 very easy, B1 is about 60 and up."""

    average: float
    longest: int
    longest_sentence: str
    figure: float


def sentences(text: str) -> list[str]:
    """The sentences and list items of a text, without markup; an amount or contact is one word.

    A line that holds nothing but a contact is no sentence: it would make every text look easy.
    """
    bare = PLACEHOLDER.sub(_FILLED, text).replace("**", "")
    parts = (part.lstrip("-• ").strip() for part in _END.split(bare))
    return [part for part in parts if _WORD.search(part) and part != _FILLED]


def measure(text: str) -> Readability | None:
    """None for a text without sentences."""
    found = [(len(_WORD.findall(s)), s) for s in sentences(text)]
    if not found:
        return None
    typed = _WORD.findall(PLACEHOLDER.sub(_FILLED, text))
    average = sum(n for n, _ in found) / len(found)
    syllables = sum(max(len(_SYLLABLE.findall(word)), 1) for word in typed) / max(len(typed), 1)
    longest, sentence = max(found)
    # Douma, De leesbaarheid van landbouwbladen (1960).
    return Readability(average, longest, sentence, 206.84 - 0.93 * average - 77 * syllables)
