"""Words of a letter in a text, whatever the capitals, accents, hyphens and line breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

Phrase = str  # plain words with a space before, between and after: « werk participatie »

LONGEST = 12_000  # characters; three long messages, and the kind of a letter stands on its first page
_WORD = re.compile(r"[^\W_]+")
_WHOLE = str.maketrans({"ı": "i", "ł": "l"})  # letters that do not come apart into a letter and a sign
_STEM = 6  # a shorter word counts only when it is the whole word


def phrase(text: str) -> Phrase:
    """A text as a phrase, for `holds` and `begins`."""
    spread = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    bare = "".join(c for c in spread if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return f" {' '.join(_WORD.findall(bare.translate(_WHOLE)))} "


def holds(text: Phrase, wanted: Phrase) -> bool:
    """Whether the whole words are there, in this order."""
    return bool(wanted.strip()) and wanted in text


def begins(text: Phrase, wanted: Phrase) -> bool:
    """Like `holds`, but the last word may go on: «terugvordering» is in «terugvorderingsbesluit»."""
    if len(wanted.strip()) < _STEM:
        return holds(text, wanted)
    return wanted[:-1] in text


def found(text: Phrase, wanted: Iterable[Phrase]) -> list[Phrase]:
    """Which of the words of a kind are in the text."""
    return [each for each in wanted if begins(text, each)]
