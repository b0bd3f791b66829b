"""Who is asking: one question settles what a message means, and the answer is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.who import WhoIsAsking
from tests.answers.small import CONTENT

FILE = """
uitkering:
  question: "Welke uitkering?"
  options: {bijstand: "Bijstand", ww: "WW", toeslag: "Toeslag"}
  same:
    - {bijstand: geld-bijstand, ww: geld-ww, toeslag: geld-toeslag}
    - {bijstand: reis-bijstand, ww: reis-ww}
"""


@pytest.fixture
def who(tmp_path: Path) -> WhoIsAsking:
    (tmp_path / "who.yaml").write_text(FILE)
    return WhoIsAsking.load(tmp_path / "who.yaml")


def test_two_topics_of_one_line_are_one_question(who: WhoIsAsking) -> None:
    """The options come in the order in which they are likely; a faint one is left out."""
    doubt = who.doubt([("geld-ww", 0.4), ("geld-bijstand", 0.3), ("iets", 0.1), ("geld-toeslag", 0.01)])
    assert doubt is not None
    assert list(doubt.topics.items()) == [("ww", "geld-ww"), ("bijstand", "geld-bijstand")]
    assert doubt.difference.question == "Welke uitkering?"


@pytest.mark.parametrize(
    "topics",
    [
        [("geld-ww", 0.9), ("geld-bijstand", 0.01)],
        [("geld-ww", 0.4), ("reis-bijstand", 0.4)],
        [("iets", 0.5), ("geld-ww", 0.2), ("geld-bijstand", 0.2)],
        [],
    ],
)
def test_other_doubts_are_not_about_who_is_asking(who: WhoIsAsking, topics: list[tuple[str, float]]) -> None:
    """Only when the first topic is on one line with another likely one."""
    assert who.doubt(topics) is None


def test_what_is_known_settles_it(who: WhoIsAsking) -> None:
    """For another difference or another option it settles nothing."""
    topics = [("geld-ww", 0.4), ("geld-bijstand", 0.3)]
    assert who.settled(topics, {"uitkering": "bijstand"}) == "geld-bijstand"
    assert who.settled(topics, {"uitkering": "toeslag"}) is None
    assert who.settled(topics, {"werk": "zelf"}) is None


def test_every_button_of_the_real_file_fits_in_a_message() -> None:
    """Telegram takes 64 bytes an action."""
    who = WhoIsAsking.load(CONTENT / "who.yaml")
    assert who.differences
    for difference in who.differences:
        for line in difference.same:
            for option, slug in line.items():
                assert len(f"who:{difference.name}:{option}:{slug}".encode()) <= 64
