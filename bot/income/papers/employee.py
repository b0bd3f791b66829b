"""Whose payslip it is: the name beside a label. It is only compared with earlier payslips, never a proof."""

from __future__ import annotations

import re

from bot.income.papers.bsn import without_bsn
from bot.income.papers.lexicon import lexicon
from bot.income.papers.sheet import Sheet
from bot.income.papers.text import squeezed

_LABELS = (
    ("naammedewerker", "naamwerknemer", "medewerkernaam", "werknemernaam", "employeename", "nameemployee"),
    ("medewerker", "werknemer", "employee"),
    ("naam", "name"),
)
_LEFT_OUT = re.compile(r"\d[\d .\-/]*|[:|]")


def employee_of(sheet: Sheet) -> str | None:
    """The name as printed, or None: no name is better than a wrong one."""
    runs = [run for row in sheet.runs for run in row]
    for keys in _LABELS:
        for run in runs:
            if run.key in keys and (name := _name(sheet.text_right_of(run))):
                return name
    return None


def _name(text: str) -> str | None:
    name = " ".join(_LEFT_OUT.sub(" ", text.strip(" :").partition("   ")[0]).split())
    key, words = squeezed(name), lexicon()
    known = key in words.labels or key in words.headings or key in words.other_labels
    capitals = sum(part[:1].isupper() for part in name.split())
    if known or not 4 <= len(name) <= 60 or len(name.split()) < 2 or capitals < 2:
        return None
    return without_bsn(name)
