"""The amount that a letter asks or grants, on a photo or PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.letters.labels import before
from bot.answers.letters.money import MOST
from bot.printed import Line

_D = r"[\dOoIl|]"
_AMOUNT = re.compile(
    rf"(?P<sign>€|\bEUR\b|\beuro\b)?\s?(?<![\w.,/-])(?P<euros>\d{_D}{{0,2}}(?:[. ]{_D}{{3}})+|\d{_D}{{0,5}})"
    rf"(?:\s?(?P<mark>[.,])\s?(?P<cents>{_D}{{2}}|-{{1,2}}|–|—))?(?![\w/-]|[.,]\d)\s?(?P<word>euro\b|EUR\b)?",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("OoIl|", "00111")
_STRONG = re.compile(
    r"totaal(?:bedrag)?(?: te betalen| te ontvangen| openstaand| verschuldigd)?|(?:nog )?te betalen|te ontvangen|"
    r"openstaand\w*(?: bedrag)?|u moet(?: \w+){0,3} betalen|(?:aan ons )?terug\s?betalen|terugbetaling|"
    r"moet u (?:nu |nog |dan )?(?:betalen)?|(?:u (?:ontvangt|krijgt|betaalt))|betaal(?:t u)?|"
    r"boete(?:bedrag)?|(?:voorschot|termijnbedrag|maandbedrag|uitkering|toeslag|kinderbijslag|schuld|"
    r"huurachterstand|achterstand|vordering)(?: is| was| bedraagt| van)?|"
    r"nieuwe? (?:huur\w*|premie|bedrag|maandbedrag|termijnbedrag)|uit te betalen|uitbetaald|eindafrekening|saldo",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"rente|kosten|hoofdsom|griffie\w*|inkomsten|loon|\bwas\b|oude? |vorige? |verhoging|administratie\w*|ingehouden|"
    r"voorschotten|norm|vermogen|grens|maximaal|minimaal|minstens|eigen risico van|per dag|btw|vrij\w*|meter\w*|tarief|"
    r"heeft u al|al betaald|ontvangen voorschot|reeds",
    re.IGNORECASE,
)
NEAR = 70  # characters before an amount in which words say what it is
SURE, NAMED, BARE = 0.9, 0.6, 0.4
CLOSE = 0.05


@dataclass(frozen=True, slots=True)
class PaperAmount:
    """Whole cents, how sure it is (0..1) that the letter is about it, and its line."""

    cents: int
    sure: float
    line: Line


def amounts_on(lines: Sequence[Line]) -> list[PaperAmount]:
    """The amounts of a letter, the likeliest first and each once."""
    best: dict[int, PaperAmount] = {}
    for each in _all(lines):
        if each.cents not in best or best[each.cents].sure < each.sure:
            best[each.cents] = each
    ranked = sorted(best.values(), key=lambda each: -each.sure)
    if len(ranked) > 1 and ranked[0].sure - ranked[1].sure < CLOSE:  # none stands out
        ranked = [PaperAmount(each.cents, round(each.sure * 0.6, 2), each.line) for each in ranked]
    return ranked


def _all(lines: Sequence[Line]) -> Iterator[PaperAmount]:
    for at, line in enumerate(lines):
        for match in _AMOUNT.finditer(line.text):
            lead = before(lines, at, match.start())[-NEAR:]
            said = bool(match["sign"] or match["word"])
            strong, weak = _last(_STRONG, lead), _last(_WEAK, lead)
            whole = match["cents"] and match["mark"] == "," and (strong >= 0 or line.text.strip() == match[0].strip())
            if not said and not whole:
                continue
            cents = _cents(match)
            if cents is None:
                continue
            sure = SURE if strong > weak else 0.3 if weak > strong else BARE
            if re.search(r"totaal|te betalen|openstaand", lead[max(strong, 0) :], re.IGNORECASE) and strong > weak:
                sure += 0.06
            yield PaperAmount(cents, round(sure * _letters(line, match), 2), line)


def _last(pattern: re.Pattern[str], lead: str) -> int:
    return max((match.start() for match in pattern.finditer(lead)), default=-1)


def _letters(line: Line, match: re.Match[str]) -> float:
    """Lower when digits had to be put right, or the letters were hard to read."""
    clean = (match["euros"] + (match["cents"] or "")).translate(_DIGITS) == match["euros"] + (match["cents"] or "")
    return (1.0 if clean else 0.8) * (1.0 if line.sure >= 0.9 else 0.9 if line.sure >= 0.7 else 0.75)


def _cents(match: re.Match[str]) -> int | None:
    euros = int(re.sub(r"\D", "", match["euros"].translate(_DIGITS)))
    cents = (match["cents"] or "0").translate(_DIGITS)
    whole = euros * 100 + (int(cents) if cents.isdecimal() else 0)
    return whole if 0 < whole <= MOST else None
