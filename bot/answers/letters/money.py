"""Amounts of euros in a letter, and as clients type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?P<euros>\d{1,3}(?:[. ]\d{3})+|\d{1,7})(?:[.,](?P<cents>\d{2}|--?|–|—))?(?![\d.,]*\d)"
_WITH_SIGN = re.compile(rf"(?:€|\beuro|\beur)\s?{_NUMBER}", re.IGNORECASE)
_WITH_WORD = re.compile(
    rf"(?<![\d.,€]){_NUMBER}\s?(?:euro|eur)\b(?:\s(?:en\s)?(?P<more>\d{{1,2}})\scent)?", re.IGNORECASE
)
_TYPED = re.compile(rf"(?:€|euro|eur)?\s?{_NUMBER}\s?(?:€|euro|eur)?\.?", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:totaal|te betalen|openstaand\w*|verschuldigd\w*|terug ?betalen|saldo|bedrag|betaal\w*)\b", re.IGNORECASE
)
NEAR = 45  # characters before an amount in which a word says what it is
MOST = 100_000_000  # cents; a million euros is no letter of our clients
SURE, PERHAPS = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """Whole cents; `sure` from 0 to 1 is how likely it is what the letter is about."""

    cents: int
    sure: float


def amounts_in(text: str) -> tuple[FoundAmount, ...]:
    """Every amount, the likeliest first and each once; an amount without a euro sign or word is none."""
    best: dict[int, FoundAmount] = {}
    for pattern in (_WITH_SIGN, _WITH_WORD):
        for match in pattern.finditer(text):
            cents = _cents(match)
            near = text[max(0, match.start() - NEAR) : match.start()]
            sure = SURE if _ASKED.search(near) else PERHAPS
            if cents is not None and (cents not in best or best[cents].sure < sure):
                best[cents] = FoundAmount(cents, sure)
    return tuple(sorted(best.values(), key=lambda amount: -amount.sure))


def typed_amount(text: str) -> int | None:
    """The cents that a client typed, with or without a euro sign; None when it is no amount."""
    match = _TYPED.fullmatch(" ".join(text.split()))
    if match:
        return _cents(match)
    amounts = amounts_in(text) if len(text) <= 60 else ()
    return amounts[0].cents if len(amounts) == 1 else None


def _cents(match: re.Match[str]) -> int | None:
    euros = int(re.sub(r"\D", "", match["euros"]))
    cents = match.groupdict().get("more") or match["cents"] or "0"
    whole = euros * 100 + (int(cents) if cents.isdecimal() else 0)
    return whole if 0 < whole <= MOST else None
