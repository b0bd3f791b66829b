"""Another month or name than expected is a question, and only then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.income.expected import questions, same_name
from bot.income.paper import LedgerMonth, Paper
from bot.language import translator

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
NOVEMBER = AT.date()


def paper(month: date | None = date(2026, 10, 1), name: str = "p", **reading: object) -> Paper:
    return Paper(name, "LS-1", "c", "pdf", "confirmed", month, 1, "f", "sha", dict(reading), AT, None)


def asked(one: Paper, known: LedgerMonth | None = None, *earlier: Paper) -> str:
    return "\n".join(questions(translator("nl"), one, known, earlier, NOVEMBER))


def test_a_month_that_is_known_already_is_asked_about() -> None:
    """By what is known of it; the paper itself is no reason."""
    for state, paper_id, said in (
        ("confirmed", "other", "heb ik al een loonstrook: LS-9"),
        ("no_income", None, "geen loon"),
        ("confirmed", "p", ""),
    ):
        known = LedgerMonth(date(2026, 10, 1), state, "LS-9", paper_id, AT)
        found = asked(paper(), known)
        assert said in found and bool(found) is bool(said)


@pytest.mark.parametrize(
    ("month", "unusual"),
    [(date(2026, 8, 1), False), (date(2026, 11, 1), False), (date(2025, 10, 1), True), (date(2026, 12, 1), True)],
)
def test_a_month_long_ago_or_still_to_come_is_asked_about(month: date, unusual: bool) -> None:
    """The last months are usual."""
    assert ("Is dat de maand" in asked(paper(month))) is unusual
    assert asked(paper(None)) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("S. Verzonnen", "Verzonnen, Samira", True),
        ("mevr. S. Verzonnen", "S. Verzonnem", True),
        ("S. van den Berg", "P. van den Akker", False),
        ("S. Verzonnen", "P. Denkbeeldig", False),
        ("S.", "P. Denkbeeldig", True),
    ],
)
def test_names_are_the_same_when_they_share_a_part(one: str, other: str, same: bool) -> None:
    """Order, initials and a letter that was misread do not count; nor do «van» and «den»."""
    assert same_name(one, other) is same


def test_a_name_is_compared_with_what_was_confirmed_only() -> None:
    """Without an earlier name there is nothing to compare with."""
    new = paper(employee="P. Denkbeeldig")
    assert "andere naam" not in asked(new)
    assert "andere naam" in asked(new, None, paper(name="q", employee="S. Verzonnen"))
    both = (paper(name="q", employee="S. Verzonnen"), paper(name="r", employee="Denkbeeldig"))
    assert "andere naam" not in asked(new, None, *both)
