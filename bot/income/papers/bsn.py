"""Whether a citizen service number is printed. The number itself is never returned."""

from __future__ import annotations

import re

from bot.income.papers.text import plain

LABEL = re.compile(
    r"\b(?:bsn|burger\s?service\s?(?:nummer|nr)|sofi\s?(?:nummer|nr)?|citizen service (?:number|no))\b"
)
_GROUP = re.compile(r"(?<![\w.,/-])(?<!\d )\d(?:[ .\-]?\d){7,8}(?![\d,/]|[.\-]\d|L\d|\s?L0\d| \d)")
OTHER_NUMBER = re.compile(
    r"(?:loonheffing(?:en|s)?n(?:umme|)r|lh nr|rsin|kvk|fiscaal|iban|rekening|personeels|medewerker|"
    r"dossier|klant|"
    r"debiteur|telefoon|tel|aansluit|relatie|factuur)\D{0,24}$"
)


def passes_elfproef(digits: str) -> bool:
    """The check of the BSN: 9a + 8b + ... + 2h - i is a multiple of eleven; eight digits get a zero first."""
    padded = digits.zfill(9)
    if len(padded) != 9 or padded == "000000000":
        return False
    weighted = sum(
        int(digit) * weight for digit, weight in zip(padded, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
    )
    return weighted % 11 == 0


def contains_bsn(text: str, only_labelled: bool = False) -> bool:
    """Whether a text has a BSN: labelled as one, or nine digits that pass the check and are nothing else."""
    for found in _GROUP.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        before = plain(text[max(0, found.start() - 40) : found.start()])
        if not passes_elfproef(digits):
            continue
        loose = len(digits) == 9 and not only_labelled and not OTHER_NUMBER.search(before)
        if loose or LABEL.search(before):
            return True
    return False


def without_bsn(text: str) -> str | None:
    """The text, or None when something in it may be a BSN: nothing that looks like one leaves the worker."""
    digits = re.sub(r"[ .\-]", "", text)
    runs = re.findall(r"\d{8,}", digits)
    return (
        None
        if any(passes_elfproef(run[at : at + 9]) for run in runs for at in range(max(1, len(run) - 8)))
        else text
    )
