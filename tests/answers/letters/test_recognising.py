"""A pasted letter is recognised; what people ask is not taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.letters.letter import Letters
from bot.answers.letters.recognising import SHORTEST, SURE, kinds_in, recognise, senders_in
from bot.answers.library import Library
from tests.answers.letters.written import LETTERS, QUESTIONS, TODAY
from tests.answers.small import CONTENT

ALL = Letters.load(CONTENT / "letters.yaml")
PIECES = st.sampled_from(
    [
        "Geachte",
        "UWV",
        "datum",
        "€",
        "3 november",
        "\n",
        "besluit",
        "31-02-2026",
        "ik",
        "?",
        "u",
        "uw",
        "wij",
        "\x00",
        "é",
    ]
)


@pytest.mark.parametrize(("sender", "kind", "sent", "text"), LETTERS, ids=[f"{s}-{k}" for s, k, *_ in LETTERS])
def test_a_letter_is_recognised(letters: Letters, sender: str, kind: str, sent: date | None, text: str) -> None:
    """Its sender, its kind and the day on which it was sent."""
    found = recognise(letters, text, TODAY)
    assert found is not None
    assert (found.sender.key, found.kind.key if found.kind else None) == (sender, kind)
    assert found.sender_sure >= SURE
    assert found.day("sent") == sent


@pytest.mark.parametrize(("sender", "kind", "sent", "text"), LETTERS, ids=[f"{s}-{k}" for s, k, *_ in LETTERS])
def test_capitals_and_line_ends_make_no_difference(
    letters: Letters, sender: str, kind: str, sent: date | None, text: str
) -> None:
    """Phones change them."""
    for changed in (text.upper(), text.replace("\n", "\r\n")):
        found = recognise(letters, changed, TODAY)
        assert found is not None
        assert (found.sender.key, found.kind.key if found.kind else None) == (sender, kind)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_with_words_of_a_letter_is_no_letter(letters: Letters, text: str) -> None:
    """The client tells about a letter."""
    assert recognise(letters, text, TODAY) is None


def test_no_way_to_ask_a_question_counts_as_a_letter(letters: Letters) -> None:
    """Every phrasing of content/, and everything that is about something else."""
    library = Library.load(CONTENT)
    asked = [text for texts in library.questions().values() for text in texts]
    assert [text for text in (*asked, *library.outside()) if recognise(letters, text, TODAY)] == []


def test_a_letter_of_an_unknown_sender_is_not_recognised(letters: Letters) -> None:
    """Then the bot answers as it does to any text."""
    text = LETTERS[14][3]
    for word in ("Incasso", "Incassobureau", "Dossiernummer", "opdrachtgever", "incassokosten"):
        text = text.replace(word, "Zaak")
    assert recognise(letters, text, TODAY) is None


@given(st.one_of(st.text(max_size=600), st.lists(PIECES, max_size=120).map(" ".join)))
def test_it_never_raises(text: str) -> None:
    """Whatever is pasted."""
    found = recognise(ALL, text, TODAY)
    if found:
        assert len(text) >= SHORTEST
        assert 0 <= found.kind_sure <= 1 and 0 < found.sender_sure <= 1


@given(st.lists(PIECES, max_size=60).map(lambda pieces: " ".join(pieces)[: SHORTEST - 1]))
def test_a_short_text_is_never_a_letter(text: str) -> None:
    """Even when it is made of the words of letters."""
    assert recognise(ALL, text, TODAY) is None


def test_a_few_words_name_a_sender_and_a_kind(letters: Letters) -> None:
    """As clients type them when they are asked."""
    assert [sender.key for sender in senders_in(letters, "van het uwv")] == ["uwv"]
    assert [sender.key for sender in senders_in(letters, "de SVB denk ik")] == ["svb"]
    assert senders_in(letters, "mijn buurman") == []
    uwv = letters.senders["uwv"]
    assert kinds_in(uwv, "te veel uitkering terugbetalen aan uwv")[0].key == "terugvordering"
    assert kinds_in(uwv, "iets") == []
    for sender, kind in letters.all():
        assert kinds_in(sender, kind.name)[0] is kind
