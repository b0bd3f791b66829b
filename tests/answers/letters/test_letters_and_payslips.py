"""A payslip is never taken for a letter, and a letter never for a payslip."""

from __future__ import annotations

import pytest

from bot.answers.letters.letter import Letters
from bot.answers.letters.proposing import propose
from bot.income.papers.slips import read_documents
from bot.income.photos.documents import read_text
from bot.income.photos.lines import lines_of
from tests.paper.layouts import LAYOUTS
from tests.paper.letters import TODAY, letter, texts
from tests.paper.lookalikes import REASONS, lookalike
from tests.paper.payslips import payslip
from tests.paper.pdf import write
from tests.paper.wild import wild


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_letter_is_seen_in_a_payslip(letters: Letters, layout: str) -> None:
    """Even when it would not be read as a payslip."""
    _, seen = read_text([payslip(layout, len(layout))[0]])
    assert propose(letters, lines_of(seen), TODAY) is None


@pytest.mark.parametrize("seed", range(6))
def test_no_letter_is_seen_in_a_payslip_of_nobody_we_know(letters: Letters, seed: int) -> None:
    """Drawn by chance."""
    _, seen = read_text([write(wild(3_000 + seed)[0])])
    assert propose(letters, lines_of(seen), TODAY) is None


@pytest.mark.parametrize("reason", [reason for reason in REASONS if reason != "letter"])
def test_no_letter_is_seen_in_another_paper(letters: Letters, reason: str) -> None:
    """A bank statement, a contract, a recipe."""
    _, seen = read_text([lookalike(reason)])
    assert propose(letters, lines_of(seen), TODAY) is None


@pytest.mark.parametrize("number", range(0, len(texts()), 5))
def test_no_payslip_is_seen_in_a_letter(letters: Letters, number: int) -> None:
    """And what is printed is what is found, or it is left to ask."""
    pdf, truth = letter(number, 4_000 + number)
    assert read_documents([pdf]).kind == "not_payslip"
    _, seen = read_text([pdf])
    found = propose(letters, lines_of(seen), TODAY)
    if found is not None:
        assert found.day in (truth["day"], "") or found.sure["day"] < 0.8
        assert truth["reference"] in (found.reference or truth["reference"], None)
        assert "9999" not in str(found)
