"""Days and amounts are found in the ways that letters write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.letters.days import days_in
from bot.answers.letters.money import amounts_in, typed_amount
from tests.answers.letters.written import TODAY

THIRD = date(2026, 11, 3)


@pytest.mark.parametrize(
    "written",
    [
        "3 november 2026",
        "3 nov. 2026",
        "03-11-2026",
        "3-11-26",
        "3/11/2026",
        "3.11.2026",
        "2026-11-03",
        "3 NOVEMBER 2026",
        "dinsdag 3 november 2026",
        "3e november 2026",
        "3 november",
    ],
)
@pytest.mark.parametrize("label", ["Datum: ", "Dagtekening\n", "verzonden ", "Verzenddatum ", "Datum brief: "])
def test_the_day_of_sending_stands_at_its_word(written: str, label: str) -> None:
    """All forms at all words."""
    (found,) = days_in(f"Gemeente\n{label}{written}\nGeachte heer", TODAY)
    assert (found.day, found.role) == (THIRD, "sent")
    assert found.sure > 0.8


@pytest.mark.parametrize(
    "before", ["uiterlijk ", "vóór ", "voor ", "tot en met ", "Uiterste betaaldatum: ", "reageer voor "]
)
def test_a_last_day_stands_at_its_word(before: str) -> None:
    """It is not taken for the day of sending."""
    found = days_in(f"Datum: 3 november 2026\nBetaal {before}1 december 2026.", TODAY)
    assert [(each.day, each.role) for each in found] == [(THIRD, "sent"), (date(2026, 12, 1), "until")]


@pytest.mark.parametrize(
    "text",
    [
        "geboren op 3-5-2020",
        "geboortedatum 3-5-2020",
        "Geen dag: 31-02-2026",
        "tel. 020 252 6000",
        "€ 3.11.2026",
        "artikel 12-3",
        "geboren 1-1-1980",
    ],
)
def test_other_days_and_numbers_are_no_last_day(text: str) -> None:
    """Days of birth, and what is no day."""
    assert [each for each in days_in(text, TODAY) if each.role == "until"] == []
    assert all(each.sure < 0.5 for each in days_in(text, TODAY))


def test_a_place_and_a_day_is_a_heading() -> None:
    """As in «Amsterdam, 3 november 2026»; and without any word the first day at the head is a guess."""
    (found,) = days_in("Verhuurder\nAmsterdam, 3 november 2026\nBeste huurder", TODAY)
    assert found.role == "sent" and found.sure > 0.6
    (guess,) = days_in("UWV 3 november 2026 Beste heer", TODAY)
    assert guess.role == "sent" and guess.sure < 0.5


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 1.234,56", 123_456),
        ("€1234,56", 123_456),
        ("€ 50,-", 5_000),
        ("€ 50,--", 5_000),
        ("EUR 12,50", 1_250),
        ("12,50 euro", 1_250),
        ("12 euro en 50 cent", 1_250),
        ("€ 318", 31_800),
        ("1 234,00 euro", 123_400),
    ],
)
def test_amounts_are_read_to_the_cent(text: str, cents: int) -> None:
    """In the forms of letters."""
    assert [each.cents for each in amounts_in(f"Betaal {text} vandaag.")] == [cents]


def test_the_amount_to_pay_comes_first() -> None:
    """Other amounts stand after it."""
    found = amounts_in("Uw inleg was € 900,00 in mei. De rente is € 3,00. Totaal te betalen: € 90,00. Groeten")
    assert found[0].cents == 9_000


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("125", 12_500),
        ("125,50", 12_550),
        ("€125.50", 12_550),
        ("1.250", 125_000),
        ("125 euro", 12_500),
        ("€ 80,-", 8_000),
        ("het is 125,50 euro", 12_550),
        ("weet ik niet", None),
        ("0", None),
        ("", None),
        ("3 november 2026", None),
        ("123456789012", None),
    ],
)
def test_a_typed_amount_needs_no_sign(typed: str, cents: int | None) -> None:
    """And words are no amount."""
    assert typed_amount(typed) == cents


@given(st.text(alphabet="0123456789-/. €euroc,novjanmei\n", max_size=200))
def test_finding_never_raises(text: str) -> None:
    """Whatever stands there; days are of this century and amounts are positive."""
    assert all(2000 <= each.day.year < 2100 for each in days_in(text, TODAY))
    assert all(each.cents > 0 for each in amounts_in(text))
    assert typed_amount(text) is None or typed_amount(text) > 0  # type: ignore[operator]
