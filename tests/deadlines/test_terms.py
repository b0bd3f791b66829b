"""The terms of the chat: which days are offered, and when a reminder can come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines import wording, wording_reminders
from bot.deadlines.holidays import is_working_day
from bot.deadlines.reminder import Reminder, moment_before, offers
from bot.deadlines.terms import KINDS, OF_TOPIC, TermKind, as_kind, likely_days, work_out
from bot.language import LANGUAGES, translator
from bot.reception import days

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def test_the_last_day_of_each_kind() -> None:
    """With the functions of the law; what is printed on a letter is taken as it is."""
    day = date(2026, 11, 14)
    assert work_out("bezwaar", date(2026, 11, 13)).last_day == date(2026, 12, 28)
    assert work_out("bezwaar", date(2026, 11, 13)).moved
    assert not work_out("bezwaar", date(2026, 11, 12)).moved
    assert work_out("ww", day).last_day == date(2026, 11, 21)
    btw = work_out("btw", day)
    assert (btw.start, btw.last_day, btw.act_by) == (date(2026, 10, 1), date(2027, 1, 31), date(2027, 1, 29))
    assert work_out("kor", date(2027, 1, 1)).last_day == date(2026, 12, 3)
    assert {work_out(kind, day).last_day for kind in ("printed", "betaling")} == {day}
    assert as_kind("iets") is None and set(OF_TOPIC.values()) < set(KINDS)


def test_the_likely_days() -> None:
    """Recent days for a letter; days around today for WW; what is still possible for BTW and KOR."""
    assert likely_days("bezwaar", TODAY)[0] == TODAY and len(likely_days("bezwaar", TODAY)) == 8
    assert date(2026, 12, 1) in likely_days("ww", TODAY)
    assert likely_days("btw", TODAY) == [date(2026, 10, 1)]
    assert likely_days("btw", date(2027, 1, 5)) == [date(2026, 10, 1), date(2027, 1, 1)]
    assert likely_days("kor", TODAY) == [date(2027, 1, 1), date(2027, 4, 1), date(2027, 7, 1)]
    assert likely_days("kor", date(2026, 12, 4))[0] == date(2027, 4, 1)
    assert likely_days("printed", TODAY) == []


@given(DAYS, st.sampled_from(KINDS))
def test_no_day_is_offered_that_is_too_late(today: date, kind: TermKind) -> None:
    """Whoever taps on a likely day still has time; BTW always has one."""
    offered = likely_days(kind, today)
    assert all(work_out(kind, day).act_by >= today for day in offered)
    assert offered == sorted(offered, reverse=kind == "bezwaar")
    assert offered or kind in ("printed", "betaling")


@given(DAYS, st.sampled_from(KINDS))
def test_every_button_of_a_keyboard_is_short_enough(day: date, kind: TermKind) -> None:
    """64 bytes for what it means, and something to read on it."""
    words = translator("ar")
    rows = [*days.likely(words, kind, day), *days.month(words, kind, day.replace(day=1), day)]
    for button in (button for row in rows for button in row):
        assert 0 < len(button.action.encode()) <= 64 and button.label.strip()


def test_a_reminder_comes_at_nine_in_amsterdam_in_summer_and_winter() -> None:
    """Also when the clock changed in between."""
    assert moment_before(date(2027, 1, 4), 7).astimezone(UTC) == datetime(2026, 12, 28, 8, tzinfo=UTC)
    assert moment_before(date(2027, 4, 1), 2).astimezone(UTC) == datetime(2027, 3, 30, 7, tzinfo=UTC)


@given(DAYS)
def test_the_last_reminder_comes_on_a_working_day(day: date) -> None:
    """Whoever needs help for a last day after Christmas hears it before Christmas."""
    moment = moment_before(day, 2).date()
    assert is_working_day(moment) and moment <= day - timedelta(days=2)
    assert moment_before(date(2026, 12, 28), 2).date() == date(2026, 12, 24)


def test_only_moments_that_are_still_to_come_are_offered() -> None:
    """A week before, two days before, one of them, or none."""
    term = work_out("printed", date(2026, 12, 2))
    moments = [(24, 12), (25, 7), (25, 9), (30, 7), (30, 9)]
    found = [offers(term, datetime(2026, 11, day, hour, tzinfo=UTC)) for day, hour in moments]
    assert found == [[7, 2], [7, 2], [2], [2], []]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_can_be_said(kind: TermKind, language: str) -> None:
    """No sentence has a place that nobody fills; the last day stands in it."""
    words, term = translator(language), work_out(kind, TODAY)
    for today in (date(2026, 1, 1), term.act_by, term.last_day):
        said, stands_out = wording.last_day(words, term, today)
        assert stands_out in said and "{" not in said
    kept = Reminder("r", "c", kind, TODAY, term.act_by, "de brief", "due", datetime(2026, 1, 1, tzinfo=UTC))
    for left in (-1, 0, 1, 2, 7):
        today = date.fromordinal(term.act_by.toordinal() - left)
        said = wording_reminders.reminder(words, kept, today)
        assert words.day(term.act_by) in said and "{" not in said
    others = (wording.how_it_was_counted(words, term), wording.too_late(words, term), wording.ask_day(words, kind))
    assert "{" not in "".join((*others, wording.unknown_day(words, kind)))


def test_when_the_day_to_pay_is_past_the_return_is_still_possible() -> None:
    """Saturday 30 January 2027."""
    said, day = wording.last_day(translator("nl"), work_out("btw", date(2026, 12, 1)), date(2027, 1, 30))
    assert day == "zondag 31 januari 2027" and "Betaal vandaag nog" in said
