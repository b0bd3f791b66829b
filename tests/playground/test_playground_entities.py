"""Positions of entities are counted in UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.playground.detection import found
from bot.playground.entities import cleaned, utf16_length
from bot.playground.refusals import Refusal

TEXTS = st.text(st.sampled_from("ab é\n😀👩‍👧ßع/@.1"), min_size=1, max_size=40)


def part(text: str, entity: dict) -> str:
    """The words under an entity, cut as a client of Telegram does."""
    raw = text.encode("utf-16-le")
    return raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


@given(TEXTS, st.data())
def test_an_entity_keeps_its_words_when_outer_spaces_go(text: str, data: st.DataObject) -> None:
    """Spaces around the text go, the entity moves along and keeps its words."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    entity = {"type": "bold", "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
    stripped, entities = cleaned(text, [entity])
    assert stripped == text.strip()
    kept = [part(stripped, e) for e in entities if e["type"] == "bold"]
    if text[start:end].strip():
        assert len(kept) == 1
        assert kept[0].strip() == text[start:end].strip()


@given(TEXTS, st.integers(0, 90), st.integers(1, 90))
def test_a_position_is_accepted_exactly_when_it_is_between_characters(
    text: str, offset: int, length: int
) -> None:
    """Neither inside a pair of surrogates nor past the end."""
    edges = {utf16_length(text[:n]) for n in range(len(text) + 1)}
    entity = {"type": "italic", "offset": offset, "length": length}
    if offset in edges and offset + length in edges:
        cleaned(text, [entity])
    else:
        with pytest.raises(Refusal):
            cleaned(text, [entity])


@given(TEXTS)
def test_the_length_is_that_of_the_library(text: str) -> None:
    """python-telegram-bot counts the same."""
    (moved,) = MessageEntity.adjust_message_entities_to_utf_16(text, [MessageEntity("bold", 0, len(text))])
    assert moved.length == utf16_length(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😀 /start nu", [("bot_command", "/start")]),
        ("kijk op https://www.amsterdam.nl/wpi?x=1.", [("url", "https://www.amsterdam.nl/wpi?x=1")]),
        (
            "belastingdienst.nl, of mail a.b@amsterdam.nl",
            [("url", "belastingdienst.nl"), ("email", "a.b@amsterdam.nl")],
        ),
        ("16/5 en 1/2 en en/of", []),
        ("@wpi_bot #bijstand", [("mention", "@wpi_bot"), ("hashtag", "#bijstand")]),
        ("Bedrag: 1.234,56. Klaar", []),
    ],
)
def test_what_telegram_finds_by_itself(text: str, expected: list[tuple[str, str]]) -> None:
    """Commands, links and addresses; no fractions and amounts."""
    assert [(e["type"], part(text, e)) for e in found(text, [])] == expected
