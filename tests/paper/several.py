"""Pages with more than one payslip, and pages that go along with a payslip and are none."""

from __future__ import annotations

import re

from tests.paper.payslips import drawn
from tests.paper.pdf import Sheet

_PLACE = re.compile(r"1 0 0 1 ([\d.-]+) ([\d.-]+) Tm")


def payslip_sheet(layout: str, seed: int, other: Sheet | None = None, down: float = 0, right: float = 0) -> Sheet:
    """A payslip, with another one on the same page that much further down or to the right."""
    sheet = drawn(layout, seed)[0][0]
    if other:
        sheet.width += right
        sheet.parts += [_PLACE.sub(lambda place: _moved(place, down, right), part) for part in other.parts]
    return sheet


def _moved(place: re.Match[str], down: float, right: float) -> str:
    return f"1 0 0 1 {float(place[1]) + right:.2f} {float(place[2]) - down:.2f} Tm"


def besides(layout: str, first: int, second: int) -> Sheet:
    """Two payslips whose lines stand between each other, so that no cut parts them."""
    return payslip_sheet(layout, first, payslip_sheet(layout, second), down=8)


def cover_letter() -> Sheet:
    """What an accountant writes with it."""
    return _written("Geachte heer Verzonnen,", "Hierbij de loonstrook van deze maand.", "Met vriendelijke groet")


def holidays_left() -> Sheet:
    """A page about days off."""
    return _written("Verlofoverzicht", "Beginsaldo verlof 40,00 uren", "Opgenomen 16,00 uren", "Eindsaldo 24,00 uren")


def _written(*lines: str) -> Sheet:
    sheet = Sheet()
    for number, line in enumerate(lines):
        sheet.text(60, 70 + 20 * number, line, 11)
    return sheet
