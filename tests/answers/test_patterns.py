"""All patterns in one go find what each of them alone would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.crisis import Signs
from bot.answers.patterns import Patterns
from tests.answers.small import CONTENT

SOURCES = (r"\bwil .{0,9}dood\b", "geen (eten|brood)", r"хочу.{0,9}померти\b", "é n", r"(?!ik )bang\w*")
WORDS = ("ik", "wil", "dood", "geen", "eten", "brood", "хочу", "померти", "bang", "bange", "é", "n", "x" * 40, "\n")


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", " ", "  "]))
def test_together_they_find_the_first_that_each_alone_finds(said: list[str], between: str) -> None:
    """In ASCII or not, of any length, also a pattern that looks ahead."""
    text = between.join(said)
    alone = (i for i, source in enumerate(SOURCES) if re.search(source, text))
    assert Patterns(SOURCES).first(text) == next(alone, None)


def test_the_real_patterns_find_the_same_together() -> None:
    """Every cry and every ordinary sentence of content/, and long stories made of them."""
    signs = Signs.load(CONTENT / "crisis.yaml")
    cries = [text.lower() for texts in signs.seeds.values() for text in texts[::7]]
    ordinary = [text.lower() for text in signs.ordinary[::7]]
    stories = [" en ".join(ordinary[i : i + 20] + cries[i : i + 1]) for i in range(0, len(ordinary), 20)]
    alone = [re.compile(source) for source in signs.patterns.sources]
    for text in (*cries, *ordinary, *stories):
        assert signs.patterns.first(text) == next((i for i, p in enumerate(alone) if p.search(text)), None)


def test_no_patterns_find_nothing_and_a_wrong_one_is_refused() -> None:
    """What an editor mistypes is heard at once, not when somebody is in need."""
    assert Patterns(()).first("ik wil dood") is None
    with pytest.raises(re.error):
        Patterns(["geen (eten"])
