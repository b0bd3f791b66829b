"""Dutch amounts, counts, dates and numbers, for every value and every spelling."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.income.papers.amounts import amount, number
from bot.income.papers.bsn import contains_bsn, passes_elfproef, without_bsn
from bot.income.papers.dates import MONTHS, first_date
from bot.income.papers.periods import four_weeks, range_in, single_in
from bot.income.payslip import Period

CENTS = st.integers(0, 99_999_999)
TEST_RANGE = [digits for digits in map("9999{:05d}".format, range(0, 99_999, 7)) if passes_elfproef(digits)]


@given(CENTS, st.sampled_from([".", "'", "’", " ", ""]), st.sampled_from(["", "€ ", "EUR ", "€"]))
def test_every_dutch_amount_is_read(cents: int, group: str, currency: str) -> None:
    """Thousands with a point, apostrophe, space or nothing; with or without a currency."""
    whole = f"{cents // 100:,}".replace(",", group)
    assert amount(f"{currency}{whole},{cents % 100:02d}") == cents


@given(CENTS.filter(bool), st.sampled_from(["-{}", "{}-", "€ -{}", "{} -", "({})", "−{}", "-€ {}"]))
def test_a_minus_may_lead_or_trail(cents: int, shape: str) -> None:
    """Payroll packages print the minus on either side."""
    text = f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"
    assert amount(shape.format(text)) == -cents


@given(CENTS)
def test_english_amounts_are_read(cents: int) -> None:
    """1,234.56."""
    assert amount(f"{cents / 100:,.2f}") == cents


@pytest.mark.parametrize(
    "text", ["1.234", "12-10-2026", "8,00%", "1.23,45", "1.234.56", "1,2", "NL01", "12345678,9", "(1,00"]
)
def test_what_is_not_an_amount_is_none(text: str) -> None:
    """A half understood number is no number."""
    assert amount(text) is None


def test_hours_have_many_spellings() -> None:
    """Also hours and minutes."""
    assert [number(text) for text in ("64", "64,00", "86.67", "86:30", "86:75")] == [
        64,
        64,
        86.67,
        86.5,
        None,
    ]


@given(
    st.dates(date(2001, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d-%m-%y"]),
)
def test_every_date_is_read(day: date, shape: str) -> None:
    """Day first, or the order of ISO."""
    assert first_date(day.strftime(shape)) == day


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_name_of_a_month_is_read(day: date, name: str) -> None:
    """Dutch and English, long and short."""
    spelled = day.replace(day=min(day.day, 28), month=MONTHS[name])
    assert first_date(f"{spelled.day} {name} {spelled.year}") == spelled


@pytest.mark.parametrize("text", ["31-02-2026", "00-01-2026", "1.234,56", "32 mei 2026"])
def test_a_day_that_does_not_exist_is_none(text: str) -> None:
    """No date is invented."""
    assert first_date(text) is None


OCTOBER = Period("month", date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("01-10-2026 t/m 31-10-2026", OCTOBER),
        ("1 oktober - 31 oktober 2026", OCTOBER),
        ("01-10 t/m 31-10-2026", OCTOBER),
        ("oktober 2026", OCTOBER),
        ("2026-10", OCTOBER),
        ("Periode 10 2026", OCTOBER),
        ("05-10-2026 t/m 11-10-2026", Period("week", date(2026, 10, 5), date(2026, 10, 11))),
        ("week 41 2026", Period("week", date(2026, 10, 5), date(2026, 10, 11))),
        ("weken 41 t/m 44 2026", Period("four_weeks", date(2026, 10, 5), date(2026, 11, 1))),
        ("05-10-2026 - 01-11-2026", Period("four_weeks", date(2026, 10, 5), date(2026, 11, 1))),
        ("februari 2027", Period("month", date(2027, 2, 1), date(2027, 2, 28))),
    ],
)
def test_a_period_has_many_spellings(text: str, period: Period) -> None:
    """A range, a name, or a number."""
    assert (range_in(text) or single_in(text)) == period


def test_four_weeks_are_counted_from_the_first_iso_week() -> None:
    """Thirteen a year."""
    assert four_weeks(2026, 1) == Period("four_weeks", date(2025, 12, 29), date(2026, 1, 25))
    assert four_weeks(2026, 14) is None


@given(
    st.sampled_from(TEST_RANGE),
    st.sampled_from(["{}", "BSN: {}", "BSN {}", "sofinr. {}"]),
)
def test_every_bsn_is_seen_and_never_passed_on(digits: str, shape: str) -> None:
    """With and without a label, with and without points."""
    for spelled in (
        digits,
        f"{digits[:4]}.{digits[4:6]}.{digits[6:]}",
        f"{digits[:3]} {digits[3:6]} {digits[6:]}",
    ):
        assert contains_bsn(shape.format(spelled))
        assert without_bsn(f"Bakkerij {spelled}") is None


@pytest.mark.parametrize(
    "text", ["RSIN 999990019", "999990019L01", "NL91 ABNA 0417 1643 00", "12-10-2026", "1.234,56"]
)
def test_other_numbers_are_no_bsn(text: str) -> None:
    """A tax number of the employer passes the same check."""
    assert not contains_bsn(text)
