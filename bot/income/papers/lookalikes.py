"""Papers that look like a payslip but are not: they are named, never read as one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from bot.income.papers.lexicon import lexicon
from bot.income.papers.sheet import Sheet, cells_of
from bot.income.papers.text import plain

_TITLE_ROWS = 14
_WAGE_TITLE = re.compile(
    r"(?:specificatie|afrekening) (?:van )?(?:uw |je |het |de )?(?:loon|salaris|bezoldiging)\b|"
    r"(?:loon|salaris|verlonings?|bezoldigings?) ?"
    r"(?:strook(?:je)?|specificatie|staat|afrekening|overzicht|brief(?:je)?)\b|"
    r"(?:wage|wages|salary|pay|payroll|earnings) (?:slip|specification|stub|statement|advice)\b"
)
"""What payslips are called by those who have their own word for them."""
_TIMES_IN_CHAT = 3
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")


def has_words(sheet: Sheet) -> bool:
    """Whether the text layer is real: at least three words that people use. Broken fonts give none."""
    return len(re.findall(r"\b[a-z]{3,}\b", sheet.text)) >= 3


def payroll_words(sheet: Sheet) -> int:
    """How many different payroll words are printed."""
    return sum(_has(sheet.text, word) for word in lexicon().payroll_words)


def amounts(sheet: Sheet) -> int:
    """How many amounts are printed."""
    return sum(value.cents is not None for values in sheet.values for value in values)


def other_paper(sheet: Sheet) -> str | None:
    """The kind of paper this is when it is not a payslip: a title, or many of its own words; else None."""
    titled, worded = _titles(sheet), _worded(sheet)
    if "payslip" in titled and titled[0] == "payslip":
        return None
    if titled and titled[0] != "payslip":
        return titled[0]
    kind, count = worded.most_common(1)[0] if worded else ("", 0)
    return kind if count >= 3 and kind != "letter" else None


def weak_guess(sheet: Sheet) -> str:
    """The best name for a paper that has no facts of a payslip."""
    worded = _worded(sheet)
    kind, count = worded.most_common(1)[0] if worded else ("other", 0)
    if count >= 2:
        return kind
    times = sum(bool(row and _CLOCK.fullmatch(row[-1].text)) for row in sheet.rows)  # a message ends with its time
    return "chat" if times >= _TIMES_IN_CHAT else "other"


def is_titled(sheet: Sheet) -> bool:
    """Whether the paper calls itself a payslip."""
    return "payslip" in _titles(sheet)


def is_title_of_payslip(text: str) -> bool:
    """Whether a text that stands apart is the title of a payslip."""
    return _title_kind(plain(text)) == "payslip"


def titles_of(sheet: Sheet) -> list[str]:
    """The texts near the top that call the paper a payslip, with what follows in them: often the period."""
    texts = (" ".join(word.text for word in cell) for row in sheet.rows[:_TITLE_ROWS] for cell in cells_of(row))
    return [text for text in texts if is_title_of_payslip(text)]


def _titles(sheet: Sheet) -> list[str]:
    """The kinds whose title stands as a text of its own near the top, the largest letters first."""
    found: list[tuple[float, int, str]] = []
    for row in sheet.rows[:_TITLE_ROWS]:
        for cell in cells_of(row):
            spelled = plain(" ".join(word.text for word in cell))
            kind = _title_kind(spelled)
            if kind:
                found.append((-round(cell[0].size), cell[0].row, kind))
    return [kind for _, _, kind in sorted(found)]


def _title_kind(spelled: str) -> str | None:
    """A title may be followed by a year, a month or a name, not by a whole sentence."""
    for kind, pattern in _title_patterns():
        found = pattern.match(spelled)
        if found and len(spelled) < found.end() + 45:
            return kind
    return None


@cache
def _title_patterns() -> list[tuple[str, re.Pattern[str]]]:
    words = lexicon()
    titles = {kind: paper.title for kind, paper in words.papers.items() if paper.title} | {
        "payslip": words.titles
    }
    return [
        (kind, re.compile(rf"(?:uw |je |jouw |mijn |your |my |de )?(?:{'|'.join(map(re.escape, of))})\b"))
        for kind, of in titles.items()
    ] + [("payslip", _WAGE_TITLE)]


def _worded(sheet: Sheet) -> Counter[str]:
    return Counter(
        {
            kind: count
            for kind, paper in lexicon().papers.items()
            if (count := sum(_has(sheet.text, word) for word in (*paper.words, *paper.title)))
        }
    )


def _has(text: str, word: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}\b", text))
