"""Floors on fresh messages (evaluation.yaml), with the real content/. n is small: a share carries some points."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answers.decision import Decider
from bot.answers.reading_yaml import mapping
from tests.answers.small import CONTENT
from tests.evaluate import samples
from tests.evaluate.figures import ORDINARY, Kind

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]
MESSAGES: dict[str, Any] = mapping(CONTENT.parent / "tests" / "answers" / "evaluation.yaml")


@pytest.fixture(scope="module")
def asked(real: Decider) -> list[tuple[str, str]]:
    return [(text, slug) for slug, texts in MESSAGES["topics"].items() for text in texts if slug in real.library.slugs]


def test_direct_answers_are_right(real: Decider, asked: list[tuple[str, str]]) -> None:
    """At least 95 percent of what is answered at once, and at least a third is answered at once."""
    said = [(real.decide(text), slug) for text, slug in asked]
    direct = [(d, slug) for d, slug in said if d.action == "answer"]
    right = sum(slug in (d.topic, *d.also) for d, slug in direct)
    assert right >= 0.95 * len(direct)
    assert len(direct) >= len(asked) / 3


def test_the_right_topic_is_reached(real: Decider, asked: list[tuple[str, str]]) -> None:
    """At once or among the choices, for 85 percent."""
    said = [(real.decide(text), slug) for text, slug in asked]
    assert sum(slug in (d.topic, *d.also, *d.choices) for d, slug in said) >= 0.85 * len(asked)


def test_messages_about_something_else_are_not_answered(real: Decider) -> None:
    """At most one in twenty gets an answer, and most get no choices either."""
    said = [real.decide(text).action for text in MESSAGES["outside"]]
    assert said.count("answer") <= len(said) * 0.05
    assert said.count("none") >= len(said) * 0.6


def test_crisis_is_seen(real: Decider) -> None:
    """At least 95 percent of fresh cries, of every kind and in several languages."""
    cries = [text for texts in MESSAGES["crisis"].values() for text in texts]
    missed = [text for text in cries if real.decide(text).action != "crisis"]
    assert len(missed) <= len(cries) * 0.05, missed


def test_ordinary_messages_give_no_alarm(real: Decider, asked: list[tuple[str, str]]) -> None:
    """Under 2 percent of messages, and under 20 percent of sentences that only look like a cry."""
    said = [*(text for text, _ in asked), *MESSAGES["outside"]]
    alarms = [text for text in said if real.decide(text).action == "crisis"]
    assert len(alarms) < len(said) * 0.02, alarms
    looks = [text for text in MESSAGES["harmless"] if real.decide(text).action == "crisis"]
    assert len(looks) <= len(MESSAGES["harmless"]) * 0.2, looks


def test_fresh_messages_stay_out_of_the_content(real: Decider) -> None:
    """A message that was learned measures nothing; a short everyday one may be written twice by chance."""
    fresh = [*samples.fresh(), *samples.older()]
    assert len(samples.unlearned(fresh, real.library)) >= 0.97 * len(fresh)


def test_fresh_cries_are_seen_in_every_language(real: Decider) -> None:
    """95 percent of what is said plainly, 80 percent of what is only hinted at."""
    said = [(s.kind, real.decide(s.text).action == "crisis") for s in samples.unlearned(samples.fresh(), real.library)]
    plainly = [seen for kind, seen in said if kind is Kind.EXPLICIT]
    hinted = [seen for kind, seen in said if kind is Kind.INDIRECT]
    assert sum(plainly) >= 0.95 * len(plainly)
    assert sum(hinted) >= 0.8 * len(hinted)


def test_fresh_ordinary_messages_give_few_alarms(real: Decider) -> None:
    """At most one in twenty, of which a third were written to sound like need."""
    said = [real.decide(s.text).action == "crisis" for s in samples.fresh() if s.kind in ORDINARY]
    assert sum(said) <= 0.05 * len(said)
