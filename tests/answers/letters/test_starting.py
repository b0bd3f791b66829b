"""«Ik heb een brief», and words under a photo of one."""

from __future__ import annotations

import pytest

from bot.answers.letters.letter import Letters
from bot.answers.letters.starting import caption_says_letter, starts
from bot.answers.library import Library
from tests.answers.small import CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb een brief",
        "ik heb een brief.",
        "Ik heb een brief gekregen",
        "heb een brief ontvangen",
        "Ik kreeg vandaag een brief!",
        "hoi ik heb een briefje gekregen",
        "I have a letter",
        "I got a letter",
        "Bir mektup aldım",
        "Dostałem list",
        "Mam pismo",
        "У мене є лист",
        "Отримала лист",
        "Tengo una carta",
        "He recibido una carta",
        "J'ai reçu une lettre",
        "وصلتني رسالة",
        "لدي رسالة",
    ],
)
def test_having_a_letter_starts_the_helper(letters: Letters, text: str) -> None:
    """In the languages of the bot."""
    assert starts(letters, text) == (True, None)


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Ik heb een brief van het UWV", "uwv"),
        ("ik heb een brief gekregen van de belastingdienst", "belastingdienst"),
        ("I got a letter from DUO", "duo"),
    ],
)
def test_the_sender_may_be_said_at_once(letters: Letters, text: str, sender: str) -> None:
    """Then it is not asked."""
    said, found = starts(letters, text)
    assert said and found is letters.senders[sender]


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb een brief gekregen en ik begrijp hem niet",
        "Ik heb een brief van mijn buurman over de schutting",
        "brief",
        "",
        "Ik heb een brief van UWV over terugbetalen en wil bezwaar maken",
        "ik heb een vraag",
        "waarom krijg ik een brief",
    ],
)
def test_a_question_about_a_letter_stays_a_question(letters: Letters, text: str) -> None:
    """It may have an answer of its own."""
    said, sender = starts(letters, text)
    assert not said or sender is not None


def test_few_ways_to_ask_a_question_start_the_helper(letters: Letters) -> None:
    """And those that do are about letters."""
    questions = Library.load(CONTENT).questions()
    started = {slug for slug, texts in questions.items() for text in texts if starts(letters, text)[0]}
    assert all("brie" in slug for slug in started), started


@pytest.mark.parametrize(
    "text",
    [
        "brief",
        "Mijn brief van de gemeente",
        "wat betekent dit?",
        "Post gekregen",
        "what does this mean",
        "my letter",
        "mektup",
        "Bu ne demek?",
        "list z urzędu",
        "Co to znaczy?",
        "лист",
        "Що це означає?",
        "carta",
        "¿Qué significa esto?",
        "une lettre",
        "Que veut dire ça",
        "رسالة من البلدية",
        "ماذا يعني هذا؟",
    ],
)
def test_words_under_a_photo_say_that_it_is_a_letter(text: str) -> None:
    """In the languages of the bot."""
    assert caption_says_letter(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "loonstrook oktober",
        "wat betekent dit op mijn loonstrook",
        "my payslip letter",
        "hier",
        "oktober",
        "alsjeblieft",
    ],
)
def test_other_words_do_not(text: str) -> None:
    """A payslip goes its own way."""
    assert not caption_says_letter(text)
