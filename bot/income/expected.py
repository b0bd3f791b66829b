"""Whether a payslip is the one that was to be expected. What is not is asked about, never refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from bot.income import fields, wording_expected
from bot.income.paper import LedgerMonth, Paper
from bot.income.papers.text import plain
from bot.language import Translator

_SHORTEST = 3  # letters of a part of a name that says something
_ALIKE = 0.75  # of two spellings of one name: a photo may cost a letter


def questions(
    _: Translator, paper: Paper, known: LedgerMonth | None, papers: Iterable[Paper], today: date
) -> list[str]:
    """What to ask before the payslip is confirmed; `known` is the month that it belongs to, as far as it is known."""
    asked = []
    if paper.month and known and known.state == "no_income":
        asked.append(wording_expected.said_no_income(_, paper.month))
    elif paper.month and known and known.paper_id != paper.id:
        asked.append(wording_expected.month_again(_, paper.month, known.number))
    elif paper.month and paper.month not in fields.recent_months(today):
        asked.append(wording_expected.month_unusual(_, paper.month))
    if other_name(paper, papers):
        asked.append(wording_expected.other_name(_))
    return asked


def other_name(paper: Paper, papers: Iterable[Paper]) -> bool:
    """Whether the name is on none of the payslips that the client confirmed before."""
    name = str(paper.reading.get("employee") or "")
    confirmed = [each for each in papers if each.state == "confirmed" and each.id != paper.id]
    names = [str(each.reading["employee"]) for each in confirmed if each.reading.get("employee")]
    return bool(name and names) and not any(same_name(name, each) for each in names)


def same_name(one: str, other: str) -> bool:
    """Whether two names share a part: «S. Verzonnen» and «Verzonnen, Samira» do. Initials alone say nothing."""
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return True
    return any(SequenceMatcher(None, a, b).ratio() >= _ALIKE for a in first for b in second)


def _parts(name: str) -> list[str]:
    small = ("van", "den", "der", "het", "dhr", "mevr", "mevrouw", "heer")
    words = "".join(sign if sign.isalpha() else " " for sign in plain(name)).split()
    return [word for word in words if len(word) >= _SHORTEST and word not in small]
