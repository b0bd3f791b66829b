"""Advice on a caseworker's own text."""

from __future__ import annotations

import pytest

from bot.answers.checking.wording import Wording
from bot.desk_app.knowledge import Knowledge
from bot.handoff.advice import advise, is_bsn
from bot.handoff.quick_texts import PLACES, QuickText, read_quick_texts
from bot.policy import AMSTERDAM

CONTENT = AMSTERDAM.parent.parent
FACTS = {"name": "Samira", "caseworker": "Noor", "month": "oktober 2026"}


def kinds(text: str, **rest: object) -> list[str]:
    return [one.kind for one in advise(text, **rest)]  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["111222333", "Je nummer is 111 222 333.", "111.222.333", "x111222333x 111222333"])
def test_a_bsn_is_seen_and_not_repeated(text: str) -> None:
    """Nine digits that pass the test of eleven; the remark names the first two only."""
    found = [one for one in advise(text) if one.kind == "bsn"]
    assert [one.what for one in found] == ["11…"]
    assert all(one.grave for one in found)


@pytest.mark.parametrize("text", ["111222334", "0612345678", "000000000", "12 345", "€ 1.234.567,89"])
def test_other_numbers_are_no_bsn(text: str) -> None:
    """A phone number, an amount or any nine digits."""
    assert "bsn" not in kinds(text)


def test_the_test_of_eleven() -> None:
    """The usual example passes; one digit off does not."""
    assert is_bsn("111222333")
    assert not is_bsn("111222332")


def test_another_client_in_the_text_is_seen() -> None:
    """By the whole name, or by the number; half a name is nobody."""
    others = [("Peter Proef", "K-2345-6789")]
    assert "other_client" in kinds("Bel peter  proef even.", others=others)
    assert "other_client" in kinds("Zie k-2345-6789.", others=others)
    assert "other_client" not in kinds("Bel Peter even.", others=others)
    assert "other_client" not in kinds("Bel Peter Proefstra even.", others=others)


def test_length_open_places_and_action() -> None:
    """Long texts and sentences, a place that was not filled, and no word of what to do."""
    assert kinds("Stuur mij de brief.") == []
    assert kinds("Dag Samira, stuur mij de brief.") == []
    assert kinds("Je hoeft nu niets te doen.") == []
    assert kinds("Kun je mij bellen?") == []
    assert "no_action" in kinds("Je dossier is in behandeling.")
    assert "long_sentence" in kinds("Bel mij " + "morgen " * 25)
    assert "long_text" in kinds("Bel mij. " * 80)
    assert "open_place" in kinds("Kom op [dag] langs.")


def test_hard_words_come_from_the_content() -> None:
    """The same list that editors are held to."""
    knowledge = Knowledge(wording=Wording.load(CONTENT / "words.yaml"))
    found = advise("Stuur mij derhalve je loonstrook.", hard=knowledge.hard_words)
    assert [one.what for one in found] == ["derhalve → dus"]


TEXTS = read_quick_texts(CONTENT / "quick_texts.yaml")


def test_there_are_enough_quick_texts_and_not_too_many() -> None:
    """A list that one can look over at a glance."""
    assert 12 <= len(TEXTS) <= 15
    assert set(PLACES) == {"name", "caseworker", "month"}


@pytest.mark.parametrize("quick", TEXTS, ids=lambda quick: quick.id)
def test_quick_texts_pass_our_own_advice(quick: QuickText) -> None:
    """Filled in, nothing is left to say of them but the places that the caseworker fills."""
    knowledge = Knowledge(wording=Wording.load(CONTENT / "words.yaml"))
    remarks = advise(quick.filled(FACTS), hard=knowledge.hard_words)
    assert [one for one in remarks if one.kind != "open_place"] == []
    assert "{" not in quick.filled(FACTS)


def test_a_fact_that_is_not_known_stays_visible() -> None:
    """Never an empty place in a sentence; the advice points at it."""
    assert QuickText("a", "A", "Dag {name}").filled({}) == "Dag [name]"
