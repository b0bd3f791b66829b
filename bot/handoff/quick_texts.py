"""Short texts of content/quick_texts.yaml for caseworkers to begin with, filled with the client's facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.language import SOURCE

PLACES = ("name", "caseworker", "month")
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class QuickText:
    """One text; `{name}`, `{caseworker}` and `{month}` in it are filled by `filled`."""

    id: str
    title: str
    text: str
    others: Mapping[str, str] = field(default_factory=dict)  # language -> the same text

    def filled(self, facts: Mapping[str, str], language: str = SOURCE) -> str:
        """The text for one client, in Dutch when there is none in this language; a place without a fact stays open."""
        return fill(self.others.get(language, self.text), facts)


def fill(text: str, facts: Mapping[str, str]) -> str:
    """A text with the facts of one client; a place without a fact stays visible as an open place."""
    return _PLACE.sub(lambda found: facts.get(found[1]) or f"[{found[1]}]", text)


def read_quick_texts(path: Path) -> Sequence[QuickText]:
    """All texts of the file, in its order; none when there is no file. ValueError for what cannot be used."""
    if not path.exists():
        return ()
    found = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    texts = [_text(one) for one in found]
    unknown = {place for one in texts for text in (one.text, *one.others.values()) for place in _PLACE.findall(text)}
    unknown -= set(PLACES)
    if unknown or len({one.id for one in texts}) != len(texts):
        raise ValueError(f"quick_texts.yaml: two texts with one id, or an unknown place {sorted(unknown)}")
    return tuple(texts)


def _text(one: Mapping[str, Any]) -> QuickText:
    others = {str(code): _joined(str(text)) for code, text in (one.get("others") or {}).items()}
    return QuickText(str(one["id"]), str(one["title"]), _joined(str(one["text"])), others)


def _joined(text: str) -> str:
    """Lines of one paragraph are one line: where the file breaks them says nothing."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
