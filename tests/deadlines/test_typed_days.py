"""Days as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.typed import seems_a_day, typed_day
from bot.deadlines.wording import day_label
from bot.language import LANGUAGES, translator

TODAY = date(2026, 11, 25)
THIRD = date(2026, 11, 3)

THE_THIRD = [
    "3-11", "3/11", "3.11", "3 11 2026", "03-11-2026", "3 - 11 - 2026", "3-11-26", "2026-11-03",
    "3 nov", "3 nov.", "3 november", "3november", "3 November 2026", "3 nov '26", "3e november", "3de nov",
    "dinsdag 3 november 2026", "op 3 nov", "de brief is van 3 november", "november 3", "Nov 3, 2026", "3rd of november",
    "3 novmber", "  3   nov  ",
]  # fmt: skip


@pytest.mark.parametrize("text", THE_THIRD)
def test_many_ways_to_write_one_day(text: str) -> None:
    """Numbers, names, short and long, misspelt."""
    assert typed_day(text, TODAY, "past") == THIRD


@pytest.mark.parametrize(("text", "days"), [("vandaag", 0), ("Gisteren", -1), ("eergisteren.", -2), ("morgen", 1)])
def test_words_for_days(text: str, days: int) -> None:
    """As one says it."""
    assert typed_day(text, TODAY) == TODAY + timedelta(days=days)


FRIDAYS = [
    ("nl", "afgelopen vrijdag"), ("nl", "vrijdag"), ("nl", "op vrijdag"), ("en", "last Friday"), ("tr", "geçen cuma"),
    ("ar", "الجمعة الماضية"), ("ar", "يوم الجمعة"), ("pl", "w ostatni piątek"), ("pl", "zeszły piątek"),
    ("uk", "минулої п'ятниці"), ("es", "el viernes pasado"), ("fr", "vendredi dernier"), ("fr", "afgelopen vrijdag"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), FRIDAYS)
def test_the_last_weekday_is_the_one_before_today(language: str, text: str) -> None:
    """On a Friday it is the one of a week ago; only where a past day is asked for."""
    locale = translator(language).locale
    assert typed_day(text, date(2026, 11, 27), "past", locale) == date(2026, 11, 20)
    assert typed_day(text, date(2026, 11, 23), "past", locale) == date(2026, 11, 20)
    assert typed_day(text, date(2026, 11, 27), "future", locale) is None


VAGUE = ["vorige vrijdag", "2 weken geleden", "vorige week", "قبل أسبوعين", "dwa tygodnie temu", "hace dos semanas"]


@pytest.mark.parametrize("text", VAGUE)
def test_a_day_that_is_not_certain_is_asked_again(text: str) -> None:
    """A last day in law is not worked out from «about two weeks ago»."""
    assert typed_day(text, TODAY, "past") is None and seems_a_day(text)


@pytest.mark.parametrize("text", ["dün", "أمس", "wczoraj", "вчора", "ayer", "hier"])
def test_yesterday_in_every_language(text: str) -> None:
    """Whatever language the client chose."""
    assert typed_day(text, TODAY, "past") == TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("31 dec", "past", "2025-12-31"),
        ("20 dec", "past", "2026-12-20"),  # a slip, to be asked about; not a letter of last year
        ("1 jan", "future", "2027-01-01"),
        ("1 juli", "future", "2027-07-01"),
        ("1 jan", "any", "2027-01-01"),
        ("29 feb", "any", "2028-02-29"),
        ("29 februari", "past", "2024-02-29"),
    ],
)
def test_without_a_year_it_is_the_likely_one(text: str, near: str, day: str) -> None:
    """A letter is of the past, a start is to come."""
    assert typed_day(text, TODAY, near) == date.fromisoformat(day)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "", "hoi", "30 februari", "31-4", "0-3", "3-13", "100 euro", "2 maanden geleden", "3-11-1999", "12345678",
        "3-11-20265",
        "wat gebeurt er met mijn geld na 3 november?",
        "Ik kreeg op 3 november een brief en nu weet ik niet wat ik moet doen",
    ],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    """Never guessed: no day of the calendar, another subject, or a whole question."""
    assert typed_day(text, TODAY) is None


def test_what_was_meant_as_a_day_is_told_from_a_question() -> None:
    """«vorige week» was meant as one; a question is answered instead."""
    assert seems_a_day("vorige week") and seems_a_day("30 februari") and seems_a_day("afgelopen maandag")
    assert not seems_a_day("hoe maak ik bezwaar") and not seems_a_day("wanneer krijg ik deze maand mijn geld?")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(LANGUAGES)))
def test_what_the_bot_writes_it_can_read(day: date, language: str) -> None:
    """A day in full, in every language that we serve."""
    words = translator(language)
    assert typed_day(words.short_day(day), TODAY, "any", words.locale) == day


@given(st.text(max_size=60))
def test_no_text_makes_it_fall(text: str) -> None:
    """Whatever is typed."""
    typed_day(text, TODAY, "past", Locale.parse("ar"))
    seems_a_day(text)


def test_a_day_on_a_button_is_short() -> None:
    """Two of them stand beside each other."""
    assert day_label(translator("nl"), THIRD) == "di 3 nov"
