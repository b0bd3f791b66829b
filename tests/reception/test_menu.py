"""The menu under the typing field sends its label as text; the bot knows its own labels again."""

from __future__ import annotations

import pytest

from bot.language import LANGUAGES, translator
from bot.reception.visit import MENU_ACTIONS, menu, menu_action


def labels(language: str) -> list[str]:
    """The four labels in this language."""
    return [label for row in menu(translator(language)) for label in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_known_in_its_own_language_and_in_dutch(language: str) -> None:
    """An old keyboard in Dutch keeps working after another language was chosen."""
    assert [menu_action(label, language) for label in labels(language)] == list(MENU_ACTIONS)
    assert [menu_action(label, language) for label in labels("nl")] == list(MENU_ACTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_labels_differ(language: str) -> None:
    """Two equal labels would hide one of the jobs."""
    assert len(set(labels(language))) == len(MENU_ACTIONS)


@pytest.mark.parametrize("text", ["", "hoi", "Mijn klantmanager", "❓ Stel een vraag over mijn brief"])
def test_what_somebody_types_is_no_button(text: str) -> None:
    """Only the whole label counts: a sentence that holds it is a question."""
    assert menu_action(text, "nl") is None
