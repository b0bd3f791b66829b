"""Whether somebody typed yes or no, in the languages that we serve: only short answers that can mean nothing else."""

from __future__ import annotations

import re
from typing import Literal

YesNo = Literal["yes", "no"]

_WORD = re.compile(r"\w+|👍|👎")
_YES = frozenset(_WORD.findall("ja jazeker jawel yes yep yeah evet نعم tak так sí si oui 👍"))
_NO = frozenset(_WORD.findall("nee neen nope no hayır hayir لا nie ні non 👎"))
# What may stand beside it without making it another message: «ja hoor, dank je», «nee, niet duidelijk».
_BESIDE_YES = frozenset(
    _WORD.findall(
        "hoor dank je wel bedankt dankjewel duidelijk heel zeker het is thanks thank you clear it teşekkürler merci"
        " gracias شكرا dziękuję дякую"
    )
)
_BESIDE_NO = frozenset(
    _WORD.findall("niet echt nog duidelijk helemaal ik snap begrijp het heb hulp nodig not really clear i need help")
)
_MOST_WORDS = 6


def yes_or_no(text: str) -> YesNo | None:
    """«ja» and «nee» in any of our languages; None for everything that may be a question of its own."""
    first, *rest = _WORD.findall(text.casefold()) or [""]
    if "?" in text or len(rest) >= _MOST_WORDS:
        return None
    if first in _YES and _BESIDE_YES.issuperset(rest):
        return "yes"
    return "no" if first in _NO and _BESIDE_NO.issuperset(rest) else None
