"""Which pages are one payslip: in one file, in several files that came together, and on one page."""

from __future__ import annotations

import pytest

from bot.income.papers.slips import read_documents
from bot.income.several import shares
from tests.paper.layouts import LAYOUTS
from tests.paper.lookalikes import lookalike, lookalike_sheet
from tests.paper.payslips import payslip
from tests.paper.pdf import write
from tests.paper.several import cover_letter, holidays_left, payslip_sheet


def nets(*documents: bytes) -> list[tuple[tuple[int, ...], int | None]]:
    """The pages and the net wage of each payslip that was found."""
    return [(slip.pages, slip.net_cents) for slip in read_documents(documents).payslips]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_payslips_are_told_apart_wherever_they_stand(layout: str) -> None:
    """On two pages of a file, in two files, above each other and beside each other on one page."""
    (one, first), (two, second) = (payslip(layout, seed) for seed in (3, 8))
    wanted = [first["net_cents"], second["net_cents"]]
    sheets = [payslip_sheet(layout, seed) for seed in (3, 8)]
    assert nets(write(sheets)) == [((1,), wanted[0]), ((2,), wanted[1])]
    assert nets(one, two) == [((1,), wanted[0]), ((2,), wanted[1])]
    for down, right in ((420, 0), (0, 600)):
        both = payslip_sheet(layout, 3, sheets[1], down, right)
        assert nets(write([both])) == [((1,), wanted[0]), ((1,), wanted[1])]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_page_twice_is_one_payslip(layout: str) -> None:
    """Who is not sure takes two photos."""
    data, truth = payslip(layout, 3)
    assert nets(data, data) == [((1,), truth["net_cents"])]


def test_pages_of_something_else_are_no_part_of_a_payslip() -> None:
    """A letter before it, a year statement behind it; neither hides the payslip nor is taken for one."""
    data, truth = payslip("afas", 3)
    sheet = payslip_sheet("afas", 3)
    wanted = [((2,), truth["net_cents"])]
    assert nets(write([cover_letter(), sheet])) == wanted
    assert nets(write([lookalike_sheet("contract"), sheet, lookalike_sheet("benefit_specification")])) == wanted
    assert nets(lookalike("jaaropgave"), data) == wanted
    assert nets(write([sheet, lookalike_sheet("jaaropgave")])) == [((1,), truth["net_cents"])]
    assert nets(write([cover_letter(), holidays_left()])) == []


def test_every_page_is_shown_with_one_of_the_payslips() -> None:
    """A page of none goes with the one before it, and what stands before all with the first."""
    assert shares([{"pages": [2]}, {"pages": [4, 5]}], 6) == [[1, 2, 3], [4, 5, 6]]
    assert shares([{"pages": [1]}, {"pages": [1]}], 1) == [[1], [1]]
    assert shares([{"pages": [1]}], 1) == [[1]]
