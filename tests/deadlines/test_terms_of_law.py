"""Terms worked out by hand from the law, and what must hold on every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.btw import btw_quarter, next_quarter, quarter_of, quarter_start
from bot.deadlines.holidays import end_of_term, is_working_day, last_working_day_until
from bot.deadlines.kor import kor_registration
from bot.deadlines.objection import objection_in_time, objection_term
from bot.deadlines.toeslagen import toeslag_application
from bot.deadlines.ww import ww_application

DAYS = st.dates(date(2025, 10, 1), date(2028, 12, 31))
D = date.fromisoformat

OBJECTIONS = [
    ("2026-02-02", "2026-03-16", "2026-03-16", "an ordinary Monday"),
    ("2026-02-20", "2026-04-03", "2026-04-07", "Good Friday, weekend, Easter Monday"),
    ("2026-11-12", "2026-12-24", "2026-12-24", "Christmas Eve is a working day"),
    ("2026-11-13", "2026-12-25", "2026-12-28", "Christmas, then a weekend"),
    ("2026-11-20", "2027-01-01", "2027-01-04", "New Year's Day, then a weekend"),
    ("2027-03-16", "2027-04-27", "2027-04-28", "King's Day"),
    ("2027-03-24", "2027-05-05", "2027-05-10", "5 May, Ascension Day, a day by decree, then a weekend"),
    ("2028-03-17", "2028-04-28", "2028-05-01", "a day by decree, then a weekend"),
]


@pytest.mark.parametrize(("sent", "raw", "last", "why"), OBJECTIONS, ids=[case[3] for case in OBJECTIONS])
def test_an_objection_has_six_weeks_and_ends_on_a_working_day(sent: str, raw: str, last: str, why: str) -> None:
    """Awb 6:7 and 6:8, Atw 1 and 3."""
    term = objection_term(D(sent))
    assert (term.raw_end, term.last_day) == (D(raw), D(last))


def test_a_term_of_more_than_twelve_weeks_is_not_extended() -> None:
    """Atw 4: thirteen weeks after Saturday 3 October 2026 is Saturday 2 January 2027."""
    assert objection_term(D("2026-10-03"), 13).last_day == D("2027-01-02")
    assert objection_term(D("2026-10-10"), 12).last_day == D("2027-01-04")


@pytest.mark.parametrize(
    ("received", "posted", "in_time"),
    [
        ("2026-03-16", None, True),
        ("2026-03-17", None, False),
        ("2026-03-23", "2026-03-16", True),
        ("2026-03-24", "2026-03-16", False),
        ("2026-03-18", "2026-03-17", False),
        ("2026-02-03", "2026-02-02", True),
    ],
)
def test_an_objection_by_post_may_arrive_a_week_later(received: str, posted: str | None, in_time: bool) -> None:
    """Awb 6:9, for a decision of 2 February 2026: the last day is 16 March."""
    assert objection_in_time(D("2026-02-02"), D(received), D(posted) if posted else None) is in_time


@pytest.mark.parametrize(
    ("quarter", "file_by", "pay_by"),
    [
        ((2026, 1), "2026-04-30", "2026-04-30"),
        ((2026, 2), "2026-07-31", "2026-07-31"),
        ((2026, 4), "2027-01-31", "2027-01-29"),
        ((2028, 1), "2028-04-30", "2028-04-26"),  # Sunday; before it a day by decree and King's Day
    ],
)
def test_btw_is_paid_on_a_working_day_before_the_end(quarter: tuple[int, int], file_by: str, pay_by: str) -> None:
    """The end of the month after the quarter; money cannot arrive on a Sunday."""
    term = btw_quarter(*quarter)
    assert (term.file_by, term.pay_by) == (D(file_by), D(pay_by))


@pytest.mark.parametrize("quarter", [0, 5])
def test_there_are_four_quarters(quarter: int) -> None:
    """A mistake of the caller is not a date."""
    with pytest.raises(ValueError, match="quarter"):
        btw_quarter(2026, quarter)


def test_ww_kor_and_toeslagen() -> None:
    """WW 26: a week; KOR: four whole weeks before the start; toeslagen: the end of the next year, since 2025."""
    assert ww_application(D("2027-02-01")).latest == D("2027-02-08")
    assert ww_application(D("2027-02-01")).earliest == D("2027-01-25")
    assert kor_registration(D("2028-01-01")) == D("2027-12-03")
    assert kor_registration(D("2027-03-01")) == D("2027-01-31")
    assert [toeslag_application(year) for year in (2024, 2025)] == [D("2025-09-01"), D("2026-12-31")]
    with pytest.raises(ValueError, match="2024"):
        toeslag_application(2023)


@given(DAYS)
def test_the_last_day_for_an_objection_is_a_working_day_and_never_within_six_weeks(sent: date) -> None:
    """Never on a weekend or holiday, never early, and no working day lies between the raw end and it."""
    term = objection_term(sent)
    assert is_working_day(term.last_day)
    assert term.last_day >= term.raw_end == sent + timedelta(days=42)
    between = [term.raw_end + timedelta(days=n) for n in range((term.last_day - term.raw_end).days)]
    assert not any(is_working_day(day) for day in between)


@given(DAYS, st.integers(0, 60))
def test_a_later_letter_never_ends_earlier(sent: date, days: int) -> None:
    """Monotone."""
    assert objection_term(sent).last_day <= objection_term(sent + timedelta(days=days)).last_day


@given(DAYS, st.integers(-50, 70), st.integers(0, 20))
def test_posting_never_makes_an_objection_late(sent: date, days: int, on_its_way: int) -> None:
    """What was in time without a stamp is in time with one; and a day earlier is never worse."""
    received = sent + timedelta(days=days)
    posted = received - timedelta(days=on_its_way)
    if objection_in_time(sent, received):
        assert objection_in_time(sent, received, posted)
    if objection_in_time(sent, received, posted):
        assert objection_in_time(sent, received - timedelta(days=1), posted - timedelta(days=1))


@given(DAYS)
def test_the_two_ways_to_a_working_day_agree(day: date) -> None:
    """Forward and back meet on a working day and nowhere else."""
    assert last_working_day_until(day) <= day <= end_of_term(day)
    assert (last_working_day_until(day) == end_of_term(day)) is is_working_day(day)


@given(DAYS)
def test_a_quarter_is_due_within_a_month_after_it(day: date) -> None:
    """Paying is never later than the return, and both come after the quarter."""
    quarter = quarter_of(day)
    after = quarter_start(*next_quarter(*quarter))
    term = btw_quarter(*quarter)
    assert quarter_start(*quarter) <= day < after <= term.pay_by <= term.file_by < after + timedelta(days=31)
    assert is_working_day(term.pay_by)
