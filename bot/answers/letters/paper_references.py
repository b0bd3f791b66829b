"""The number under which a sender knows a letter: «Ons kenmerk», «Aanslagnummer»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.letters.labels import values_at
from bot.printed import Line

# The number that a sender asks for first; what stands on every letter of a client comes after it.
_LABELS = tuple(
    re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for names in (
        r"ons\s?kenmerk|onze\s?referentie|kenmerk(?:\s?brief)?|briefkenmerk|referentie(?:nummer)?",
        r"aanslag\s?n(?:umme)?r|beschikkings?\s?n(?:umme)?r|cjib-?\s?n(?:umme)?r|zaak\s?-?(?:/\s?rol)?n(?:umme)?r|rolnummer|"
        r"dossier\s?(?:n(?:umme)?r)?|factuur\s?n(?:umme)?r|nota\s?n(?:umme)?r|besluit\s?n(?:umme)?r|vordering\s?nummer|"
        r"vorderingsnummer|correspondentienummer|meldingsnummer|werkmapnummer",
        r"betalings\s?kenmerk",
        r"klant\s?n(?:umme)?r|relatie\s?n(?:umme)?r|debiteur\s?n(?:umme)?r|contract\s?n(?:umme)?r|polis\s?n(?:umme)?r|"
        r"registratie\s?n(?:umme)?r|personeels\s?n(?:umme)?r|cliënt\s?nummer|huurdersnummer|btw-nummer|omzetbelastingnummer",
    )
)
_VALUE = re.compile(r"^[\s:.]*(?P<value>[A-Za-z0-9][\w./–-]*(?: [A-Z0-9][\w./-]*){0,4})")
_YOURS = re.compile(r"\b(?:uw|u\.?)\s*$", re.IGNORECASE)
_HIDDEN = "•"  # where a citizen service number was hidden
_NEAR = {"after": 1.0, "right": 0.97, "below": 0.9}
_RANK = (0.92, 0.9, 0.85, 0.75)


@dataclass(frozen=True, slots=True)
class PaperReference:
    """The reference as printed, how sure it is (0..1), and its line."""

    text: str
    sure: float
    line: Line


def reference_on(lines: Sequence[Line]) -> PaperReference | None:
    """The best reference; None when there is none, or when a citizen service number may be part of it."""
    found = []
    for rank, label in zip(_RANK, _LABELS, strict=True):
        for where, match, line, value in values_at(lines, label):
            text = _value(value)
            if text is None or (where == "after" and _YOURS.search(line.text[: match.start()])):
                continue
            letters = 1.0 if line.sure >= 0.9 else 0.85 if line.sure >= 0.7 else 0.6
            found.append(PaperReference(text, round(rank * _NEAR[where] * letters, 2), line))
    best = max(found, key=lambda each: each.sure, default=None)
    return best if best and _HIDDEN not in best.text else None


def _value(text: str) -> str | None:
    if _HIDDEN in text[:20]:
        return _HIDDEN
    match = _VALUE.match(text)
    value = match["value"].strip(" .-/") if match else ""
    parts = value.split(" ")
    while parts and not any(sign.isdigit() for sign in parts[-1]):  # words of the sentence that goes on
        parts.pop()
    value = " ".join(parts)
    return value if 4 <= len(value) <= 30 and sum(sign.isdigit() for sign in value) >= 3 else None
