"""From what somebody typed to plain lower-case words, the same for every script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 1500  # characters; more costs time and adds nothing
_WORD = re.compile(r"[^\W_]+")
_MANY = re.compile(r"(\D)\1{2,}")
_CODE = re.compile(r"\d{5,}")
_EDGES = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "’": "'", "`": "'"})


@lru_cache(maxsize=128)
def plain(text: str) -> str:
    """Lower case without accents, without letters repeated for emphasis, at most LONGEST characters."""
    text = text[:LONGEST]
    if text.isascii():  # most Dutch; nothing to take apart
        return _MANY.sub(r"\1\1", text.lower().translate(_EDGES))
    spread = unicodedata.normalize("NFKD", text).lower()
    bare = "".join(c for c in spread if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return _MANY.sub(r"\1\1", bare.translate(_EDGES))


def words(text: str) -> list[str]:
    """The words of a message; a long number is one and the same word, as it says nothing about the topic."""
    return ["0" if _CODE.search(word) else word for word in _WORD.findall(plain(text).replace("'", ""))]
