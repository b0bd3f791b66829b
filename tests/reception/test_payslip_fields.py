"""The fields of a payslip as a client sees them and types them over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.income import fields
from bot.language import LANGUAGES, translator

AMOUNTS = st.integers(0, 99_999_99)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(AMOUNTS, st.sampled_from(fields.CORRECTABLE[2:6]))
def test_an_amount_that_is_shown_can_be_typed_over(cents: int, name: str) -> None:
    """What the bot writes in Dutch, it also understands."""
    assert fields.typed(name, fields.shown(translator("nl"), name, cents)) == cents


@given(st.integers(1, 9_999))
def test_whole_euros_need_no_cents(euros: int) -> None:
    """«823» is 823 euros."""
    assert fields.typed("net_cents", str(euros)) == euros * 100


@given(DAYS)
def test_a_date_with_dashes_or_slashes_is_understood(day: date) -> None:
    """The example in the question, and the way many people write it."""
    assert fields.typed("paid_on", f"{day:%d-%m-%Y}") == day.isoformat()
    assert fields.typed("paid_on", f"{day.day}/{day.month}/{day.year}") == day.isoformat()


@pytest.mark.parametrize(("text", "hours"), [("62,5", 62.5), ("62.5", 62.5), ("40", 40.0)])
def test_hours_take_a_comma_or_a_point(text: str, hours: float) -> None:
    """Phones differ in what they offer."""
    assert fields.typed("hours", text) == hours


@pytest.mark.parametrize(
    ("name", "text"),
    [("net_cents", "weet ik niet"), ("net_cents", ""), ("paid_on", "gisteren"), ("paid_on", "31-02-2026"),
     ("hours", "veel"), ("employer", "   ")],
)  # fmt: skip
def test_what_is_no_value_is_asked_again(name: str, text: str) -> None:
    """Never a guess."""
    assert fields.typed(name, text) is None


@given(st.text(max_size=300), st.sampled_from(fields.CORRECTABLE))
def test_whatever_is_typed_gives_a_value_or_none_and_no_error(text: str, name: str) -> None:
    """A client can paste anything; an amount is never negative by accident and a name never endless."""
    value = fields.typed(name, text)
    if isinstance(value, str):
        assert 0 < len(value) <= fields.LONGEST_TEXT
    if value is not None:
        assert fields.shown(translator("nl"), name, value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_that_was_not_found_is_said_so(language: str) -> None:
    """In no language an empty place or «None»."""
    text, bold = fields.lines(translator(language), {})
    assert len(text.splitlines()) == len(fields.SHOWN) == len(bold)
    assert "None" not in text


@given(DAYS, st.integers(1, 45))
def test_the_benefit_month_is_one_that_the_period_touches(first: date, days: int) -> None:
    """Never a month outside the pay period; for a whole month that month."""
    last = first + timedelta(days=days - 1)
    month = fields.benefit_month({"period": {"kind": "month", "start": first.isoformat(), "end": last.isoformat()}})
    assert month is not None
    assert month.day == 1
    assert first.replace(day=1) <= month <= last


@pytest.mark.parametrize(
    ("start", "end", "month"),
    [
        ("2026-10-01", "2026-10-31", date(2026, 10, 1)),
        ("2026-09-07", "2026-10-04", date(2026, 9, 1)),
        ("2026-12-28", "2027-01-24", date(2027, 1, 1)),
    ],
)
def test_the_benefit_month_holds_most_days_of_the_period(start: str, end: str, month: date) -> None:
    """Four weeks lie in two months; the one with most days counts until a person decides."""
    assert fields.benefit_month({"period": {"kind": "four_weeks", "start": start, "end": end}}) == month


def test_without_a_period_there_is_no_month() -> None:
    """The client is asked."""
    assert fields.benefit_month({"period": None}) is None


def test_the_last_months_go_back_over_new_year() -> None:
    """Newest first, each on its first day."""
    months = fields.recent_months(date(2027, 1, 31), 3)
    assert months == [date(2027, 1, 1), date(2026, 12, 1), date(2026, 11, 1)]


def test_a_doubtful_field_is_marked_and_a_certain_one_is_not() -> None:
    """The client looks where the reader is not sure."""
    reading = {"net_cents": 87_500, "paid_cents": 87_500, "confidence": {"net_cents": 0.5, "paid_cents": 1.0}}
    text, _ = fields.lines(translator("nl"), reading)
    marked = [line for line in text.splitlines() if "⚠️" in line]
    assert len(marked) == 1
    assert marked[0].startswith("Netto loon")
