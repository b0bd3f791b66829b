"""Small talk: a whole message that is no question gets a friendly word, however it is typed."""

from __future__ import annotations

import pytest

from bot.answers.finding.words import words
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping
from bot.answers.smalltalk import KINDS, SmallTalkList
from tests.answers.small import CONTENT


@pytest.fixture(scope="module")
def small() -> SmallTalkList:
    return SmallTalkList.load(CONTENT / "smalltalk.yaml")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hallooooo", "greeting"),
        ("Hallo goedemorgen!", "greeting"),
        ("heyyy bot", "greeting"),
        ("goedemorgn", "greeting"),
        ("kan je me horen?", "greeting"),
        ("ok dank u wel", "thanks"),
        ("bedankttt hoor 🙏", "thanks"),
        ("hoi, top, bedankt!!", "thanks"),
        ("bedankt voor de hulpp", "thanks"),
        ("dankuwel en fijne dag nog", "bye"),
        ("ok doeiii", "bye"),
        ("hahaha top", "fine"),
        ("hahahahaha 😂", "fine"),
        ("lol", "fine"),
        ("oke prima begrepen", "fine"),
        ("wat een kutbot zeg", "abuse"),
        ("haha je bent dom", "abuse"),
        ("👍👍", "emoji"),
        ("...", "emoji"),
    ],
)
def test_small_talk_is_known_with_repeated_letters_mistakes_and_in_one_breath(
    small: SmallTalkList, text: str, kind: str
) -> None:
    """The weightiest part is answered: a goodbye before thanks, thanks before a greeting."""
    assert small.kind(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello good morning sir", "greeting"),
        ("ok thank you so much, bye", "bye"),
        ("merhaba iyi günler", "greeting"),
        ("tamam çok teşekkür ederim", "thanks"),
        ("هههههه", "fine"),
        ("السلام عليكم صباح الخير", "greeting"),
        ("تمام شكرا جزيلا", "thanks"),
        ("salam, chokran bzaf", "thanks"),
        ("dzień dobry pani", "greeting"),
        ("ok dzięki wielkie", "thanks"),
        ("добрий день, дякую", "thanks"),
        ("ахахах", "fine"),
        ("спасибо большое", "thanks"),
        ("hola buenos dias", "greeting"),
        ("jajaja vale gracias", "thanks"),
        ("bonjour madame", "greeting"),
        ("ok merci beaucoup bonne journée", "bye"),
    ],
)
def test_small_talk_is_known_in_every_language(small: SmallTalkList, text: str, kind: str) -> None:
    """Also without accents, and in Latin letters."""
    assert small.kind(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "hallo, hoe vraag ik bijstand aan?",
        "ok dank u wel en wanneer komt mijn geld",
        "goedemorgen loonstrook",
        "haha en de huurtoeslag dan",
        "no entiendo",
        "anlamadım",
        "nie rozumiem",
        "ik snap het niet",
        "is het zo",
        "heel veel",
        "bedankt, maar mijn uitkering is nog niet binnen",
        "bel mij",
        "kosten",
        "water",
        "letter",
        "monteur",
        "premies",
        "mi hijo",
        "hija",
        "fiets",
        "betaald",
        "mevrouw",
        "merci, et mon salaire ?",
        "hola, tengo una pregunta sobre bijstand",
    ],
)
def test_a_question_stays_a_question(small: SmallTalkList, text: str) -> None:
    """One word that is left over is enough."""
    assert small.kind(text) is None


def test_no_way_to_ask_in_the_content_is_swallowed(small: SmallTalkList) -> None:
    """Spelling is repaired towards small talk, and a real question may never come out of that."""
    questions = Library.load(CONTENT).questions()
    assert not [text for texts in questions.values() for text in texts if small.kind(text)]


def test_the_file_has_each_phrase_under_one_kind_only() -> None:
    """Otherwise the kind that happens to be read last would win."""
    data = mapping(CONTENT / "smalltalk.yaml")
    kinds: dict[tuple[str, ...], set[str]] = {}
    for kind in KINDS:
        for phrase in data.get(kind) or ():
            assert isinstance(phrase, str), phrase
            kinds.setdefault(tuple(words(phrase)), set()).add(kind)
    assert not [phrase for phrase, found in kinds.items() if len(found) > 1]
