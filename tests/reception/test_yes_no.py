"""A typed yes or no, and what is a message of its own."""

from __future__ import annotations

import pytest

from bot.reception.yes_no import yes_or_no


@pytest.mark.parametrize(
    "text", ["ja", "Ja!", "jazeker", "ja hoor dank je wel", "yes", "نعم", "tak", "так", "sí", "oui", "👍"]
)
def test_a_short_yes_is_yes(text: str) -> None:
    """In every language, with a thank you beside it."""
    assert yes_or_no(text) == "yes"


@pytest.mark.parametrize(
    "text", ["nee", "Nee.", "nee niet echt", "Nee, ik heb hulp nodig", "hayır", "HAYIR", "لا", "ні", "non"]
)
def test_a_short_no_is_no(text: str) -> None:
    """In every language, also as the button says it."""
    assert yes_or_no(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "ja?",
        "ja maar hoe zit het met mijn huur",
        "nee ik wil bezwaar maken",
        "nee bedankt",
        "ja ik heb hulp nodig",
    ],
)
def test_whatever_may_mean_more_is_neither(text: str) -> None:
    """A question that begins with «ja» is a question."""
    assert yes_or_no(text) is None
