"""Commands, links and addresses that Telegram finds in a text by itself."""

from __future__ import annotations

import re
from typing import Any

_MIGHT_HOLD_ONE = re.compile(r"[/@#.]")
_PATTERN = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"«»]*[^\s<>\"«».,:;!?)'\]])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?P<site>(?<![\w@/.-])(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|amsterdam)\b(?:/[^\s<>\"«»]*[\w/])?)"
    r"|(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z0-9_]{3,32}\b)"
    r"|(?P<hashtag>(?<!\w)#(?=\w*[^\W\d])\w{1,256})",
    re.IGNORECASE,
)


def found(text: str, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`given` and what is found outside it, in order of position; positions in UTF-16 units."""
    if not _MIGHT_HOLD_ONE.search(text):
        return sorted(given, key=_order) if len(given) > 1 else given
    taken = [(e["offset"], e["offset"] + e["length"]) for e in given if e["type"] in _EXCLUSIVE]
    result = list(given)
    for match in _PATTERN.finditer(text):
        entity = _entity(text, match)
        end = entity["offset"] + entity["length"]
        if not any(start < end and entity["offset"] < stop for start, stop in taken):
            result.append(entity)
    return sorted(result, key=_order)


_EXCLUSIVE = frozenset(("code", "pre", "text_link", "text_mention"))


def _order(entity: dict[str, Any]) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _entity(text: str, match: re.Match[str]) -> dict[str, Any]:
    kind = "url" if match.lastgroup == "site" else str(match.lastgroup)
    return {"offset": _units(text[: match.start()]), "length": _units(match.group()), "type": kind}


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
