"""How sure a field is when its letters were recognised on a photo: the sums prove, unsure letters lower."""

from __future__ import annotations

from dataclasses import replace

from bot.income.papers.sheet import Sheet
from bot.income.papers.spots import words_of
from bot.income.payslip import Payslip

PROVEN = 0.99
MOST_UNPROVEN = 0.9
MOST_MONEY = 0.75
"""An amount on a photo that no sum proves is always asked: rows slip on a folded page (docs/decisions/0010)."""

_MONEY = ("gross_cents", "wage_tax_cents", "net_cents", "paid_cents")


def with_doubt(slip: Payslip, sheet: Sheet) -> Payslip:
    """The same payslip with a confidence that knows how well its letters could be read."""
    if all(word.sure == 1.0 for row in sheet.rows for word in row):
        return slip
    return replace(slip, confidence={name: _sure(slip, sheet, name, base) for name, base in slip.confidence.items()})


def _sure(slip: Payslip, sheet: Sheet, name: str, base: float) -> float:
    if base >= PROVEN:
        return base
    words = words_of(sheet, slip, name)
    letters = min((word.sure for word in words), default=0.6)
    most = MOST_MONEY if name in _MONEY else MOST_UNPROVEN
    return round(min(base, most) * _kept(letters), 2)


def _kept(letters: float) -> float:
    """What is left of the confidence when the least certain letter is this sure."""
    if letters >= 0.9:
        return 1.0
    return 0.85 if letters >= 0.7 else 0.6
