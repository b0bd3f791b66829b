"""Words in one spelling, so that 'Netto-loon:' and 'nettoloon' meet."""

from __future__ import annotations

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9%]+")


def plain(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces; 't/m' becomes 'tm'."""
    lowered = unicodedata.normalize("NFKD", text).lower().replace("t/m", "tm").replace("’", "'")
    unaccented = "".join(letter for letter in lowered if not unicodedata.combining(letter))
    return _OTHER.sub(" ", unaccented).strip()


def squeezed(text: str) -> str:
    """The plain text without spaces: Dutch writes compounds joined, split and with a hyphen."""
    return plain(text).replace(" ", "")
