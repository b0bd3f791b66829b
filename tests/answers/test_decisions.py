"""The decision: crisis first, then small talk, then topics."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.asking import ask_batch, ask_one
from bot.answers.decision import Decider
from bot.answers.finding.finder import Finder
from bot.answers.library import Library
from bot.errors import WrongUse
from bot.language import LANGUAGES


def check_shape(decider: Decider, text: str, **given_: object) -> None:
    """Every decision keeps the contract, whatever was typed."""
    said = decider.decide(text, **given_)  # type: ignore[arg-type]
    known = set(decider.library.slugs)
    routes = {route.topic for route in decider.library.help.crisis.values()}
    assert said.action in ("answer", "clarify", "none", "crisis", "smalltalk")
    assert 0.0 <= said.confidence <= 1.0
    assert said.language in LANGUAGES
    assert set(said.choices) <= known and set(said.also) <= known
    if said.action == "answer":
        assert said.topic in known and said.topic not in said.also
    elif said.action == "crisis":
        assert said.topic in routes and said.crisis_kind
    else:
        assert said.topic is None
    if said.action == "clarify":
        assert 2 <= len(said.choices) <= 4 and len(set(said.choices)) == len(said.choices)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_gets_a_valid_decision(decider: Decider, text: str) -> None:
    """No text makes the bot fall over."""
    check_shape(decider, text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "huurtoeslag",
                "loonstrook",
                "en",
                "maar",
                "ik",
                "niet",
                "mijn",
                "btw",
                "21",
                "?",
                "ww",
                "wanneer",
                "honger",
                "man",
                "help",
            ]
        ),
        max_size=14,
    ),
    history=st.lists(st.sampled_from(["hoe vraag ik huurtoeslag aan", "", "xx"]), max_size=2),
)
def test_any_row_of_known_words_gets_a_valid_decision(decider: Decider, words: list[str], history: list[str]) -> None:
    """Also after other messages."""
    check_shape(decider, " ".join(words), history=history)


@pytest.mark.parametrize("text", ["\ud800", "\x00", "a" * 100_000, "🙂" * 3000, "؟؟؟", "ﷺ" * 2000])
def test_strange_and_very_long_texts_are_taken(decider: Decider, text: str) -> None:
    """Half characters, zero bytes and endless messages are just messages."""
    check_shape(decider, text)


def test_a_clear_question_is_answered_at_once(decider: Decider) -> None:
    """Also with a spelling mistake."""
    said = decider.decide("heb ik recht op huurtoeslach")
    assert (said.action, said.topic) == ("answer", "huurtoeslag-recht")


def test_a_question_about_something_else_is_not_answered(decider: Decider) -> None:
    """The bot says that it does not know."""
    assert decider.decide("waar kan ik een nieuw paspoort krijgen").action == "none"


def test_a_follow_up_is_understood_from_the_message_before(decider: Decider) -> None:
    """«En huurtoeslag?» alone says little."""
    said = decider.decide("en huurtoeslag?", history=["heb ik recht op zorgtoeslag"])
    assert "huurtoeslag-recht" in (said.topic, *said.choices[:1])


def test_two_questions_in_one_message_give_two_topics(decider: Decider) -> None:
    """The first is the topic and the second stands in `also`."""
    said = decider.decide("wanneer wordt de uitkering betaald? kan ik huurtoeslag krijgen?")
    assert (said.topic, said.also) == ("bijstand-betaaldatum", ("huurtoeslag-recht",))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hoi!", "greeting"),
        ("dank je wel 🙏", "thanks"),
        ("🙂👍", "emoji"),
        ("kutbot", "abuse"),
        ("hallo, dank u", "thanks"),
    ],
)
def test_small_talk_gets_a_friendly_word_and_no_topic(decider: Decider, text: str, kind: str) -> None:
    """Only when the whole message is small talk."""
    assert decider.decide(text).smalltalk == kind


def test_a_greeting_before_a_question_does_not_hide_the_question(decider: Decider) -> None:
    """«Hallo, ...» is how people begin."""
    assert decider.decide("hallo, heb ik recht op huurtoeslag?").topic == "huurtoeslag-recht"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hoe geef ik mijn loonstrook door", "nl"),
        ("how do i send my payslip to you", "en"),
        ("maaş bordromu nasıl gönderebilirim", "tr"),
        ("متى أستلم المال", "ar"),
        ("kiedy dostanę pieniądze z zasiłku", "pl"),
        ("коли прийдуть мої гроші", "uk"),
        ("cuándo me pagan la ayuda", "es"),
        ("quand est-ce que je reçois mon argent", "fr"),
    ],
)
def test_the_language_of_a_message_is_recognised(decider: Decider, text: str, language: str) -> None:
    """By script, letters and small words."""
    assert decider.decide(text).language == language


def test_a_hint_decides_only_when_the_message_does_not_tell(decider: Decider) -> None:
    """A Dutch sentence stays Dutch in a Turkish chat."""
    assert decider.decide("ok", language_hint="tr").language == "tr"
    assert decider.decide("hoe geef ik mijn loonstrook door", language_hint="tr").language == "nl"
    assert decider.decide("ok", language_hint="xx").language == "nl"


def test_without_a_kept_model_the_bot_starts_at_once_and_offers_choices(small_content: Path, tmp_path: Path) -> None:
    """Until it has learned it is not sure of what people say in their own words, and still sees a crisis."""
    quick = Decider.at_once(Library.load(small_content), tmp_path)
    said = quick.decide("heb ik recht op die huurtoeslag van jullie")
    assert said.action == "clarify" and said.choices[0] == "huurtoeslag-recht"
    assert quick.decide("mijn man slaat mij").action == "crisis"


def test_a_question_word_for_word_is_answered_before_anything_is_learned(small_content: Path, tmp_path: Path) -> None:
    """As it stands in the article; capitals, accents and question marks do not matter."""
    quick = Decider.at_once(Library.load(small_content), tmp_path)
    assert quick.finder.quick
    for slug, questions in quick.library.titles_and_questions().items():
        for question in questions:
            said = quick.decide(f"{question.upper()}??")
            assert (said.action == "answer" and said.topic == slug) or said.action == "crisis", question


class TwoTopics:
    """Something to learn from in which two topics share a question."""

    def fingerprint(self) -> str:
        return "two"

    def questions(self) -> dict[str, list[str]]:
        return self.titles_and_questions()

    def titles_and_questions(self) -> dict[str, list[str]]:
        return {"een": ["wat nu", "eerste vraag"], "twee": ["Wat nu?", "tweede vraag"]}

    def outside(self) -> tuple[str, ...]:
        return ("iets anders",)

    def synonyms(self) -> dict[str, list[str]]:
        return {}


def test_a_question_of_two_topics_is_not_answered_word_for_word() -> None:
    """Nobody knows then which of the two is meant."""
    quick = Finder.quickly(TwoTopics())
    assert quick.find("eerste vraag").confidence == 1.0
    assert quick.find("wat nu").confidence < quick.direct


def test_a_damaged_model_is_not_read(decider: Decider, cache: Path, tmp_path: Path) -> None:
    """A checksum guards the file; the bot then learns anew."""
    for kept in cache.iterdir():
        whole = kept.read_bytes()
        (tmp_path / kept.name).write_bytes(whole[: len(whole) // 2])
    assert Decider.at_once(decider.library, tmp_path).finder.quick


def test_a_kept_model_decides_the_same(decider: Decider, small_content: Path, cache: Path) -> None:
    """Reading it back changes no answer."""
    again = Decider.at_once(Library.load(small_content), cache)
    for text in ("wanneer komt het geld", "afspraak verzetten graag", "kor of niet", "iets heel anders"):
        assert again.decide(text) == decider.decide(text)


def test_ask_gives_the_keys_of_the_contract(decider: Decider) -> None:
    """One object with exactly these keys."""
    said = ask_one(decider, "afspraak maken", id_="7")
    assert list(said) == ["id", "action", "topic", "choices", "also", "confidence", "lang"]
    assert (said["id"], said["topic"]) == ("7", "afspraak-maken")


def test_a_batch_answers_every_line(decider: Decider) -> None:
    """Empty lines do not count."""
    lines = ['{"id": 1, "text": "hoi"}', "", '{"id": 2, "text": "ok", "lang": "tr", "history": ["hoi"]}']
    assert [(said["id"], said["lang"]) for said in ask_batch(decider, lines)] == [(1, "nl"), (2, "tr")]


@pytest.mark.parametrize(
    "line", ["geen json", "[]", '{"id": 1}', '{"text": 3}', '{"text": "x", "history": "y"}', '{"text": "x", "lang": 1}']
)
def test_a_bad_line_is_refused_with_its_number(decider: Decider, line: str) -> None:
    """The person who made the file can find it."""
    with pytest.raises(WrongUse, match="Regel 2"):
        list(ask_batch(decider, ['{"id": 1, "text": "hoi"}', line]))
