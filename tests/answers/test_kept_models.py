"""A model that was kept says the same as the one that was learned, and a damaged one is not used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.finding import model_file
from bot.answers.finding.model import Model
from bot.answers.finding.names import hashes, places_of
from bot.answers.finding.preparing import Synonyms
from bot.answers.finding.spelling import Spelling
from bot.answers.finding.training import Examples, bare

SYNONYMS = Synonyms({"uitkering": ["bijstand"]})
SAID = {
    "betaaldag": ("wanneer krijg ik mijn uitkering", "op welke dag komt het geld", "mijn geld is er nog niet"),
    "huurtoeslag": ("kan ik huurtoeslag krijgen", "toeslag voor mijn huur", "hulp met de huur van mijn woning"),
}
ASKED = ("wanneer komt de uitkerng", "Хто я?", "", "toeslag", "iets heel anders dan dat", "bijstand 0123456")


@pytest.fixture
def model() -> Model:
    pairs = [(text, number) for number, slug in enumerate(SAID) for text in SAID[slug]]
    pairs += [("waar kan ik parkeren", len(SAID)), ("hoe laat gaat de winkel open", len(SAID))]
    examples = Examples(tuple(SAID), tuple(text for text, _ in pairs), tuple(number for _, number in pairs))
    return bare(examples, SYNONYMS, 4)


def test_what_was_kept_says_the_same(model: Model, tmp_path: Path) -> None:
    """To the last bit, for words that are known, misspelt, of another script, and for nothing at all."""
    kept = tmp_path / "kept.model"
    model_file.write(model, kept)
    read = model_file.read(kept, SYNONYMS)
    assert read is not None
    assert read.labels == model.labels
    for text in ASKED:
        ours, theirs = model.look(text), read.look(text)
        assert np.array_equal(ours.chances, theirs.chances)
        assert np.array_equal(ours.matched, theirs.matched)
        assert (ours.known, ours.unknown) == (theirs.known, theirs.unknown)


@pytest.mark.parametrize("where", [0, 40, -1])
def test_a_damaged_model_is_not_used(model: Model, tmp_path: Path, where: int) -> None:
    """One changed byte is seen, wherever it is."""
    kept = tmp_path / "kept.model"
    model_file.write(model, kept)
    data = bytearray(kept.read_bytes())
    data[where] ^= 1
    kept.write_bytes(data)
    assert model_file.read(kept, SYNONYMS) is None


@pytest.mark.parametrize("content", [b"", b"half", b"\0" * 32])
def test_a_file_that_is_no_model_is_not_used(tmp_path: Path, content: bytes) -> None:
    """Nor is a file of no bytes, or one that ends too soon."""
    kept = tmp_path / "kept.model"
    kept.write_bytes(content)
    assert model_file.read(kept, SYNONYMS) is None
    assert model_file.read(tmp_path / "never.model", SYNONYMS) is None


@given(st.sets(st.text(max_size=8)), st.lists(st.text(max_size=8), max_size=20))
def test_a_name_is_found_where_it_stands_and_nowhere_else(names: set[str], asked: list[str]) -> None:
    """Sorted hashes answer as a dictionary would."""
    known = sorted(names, key=lambda name: int(hashes([name])[0]))
    places = places_of(hashes(asked), hashes(known))
    for name, place in zip(asked, places.tolist(), strict=True):
        assert place == (known.index(name) if name in names else -1)


@given(st.text("abcdefgh", min_size=9, max_size=12), st.integers(2, 8), st.sampled_from("xyz"))
def test_one_mistake_in_a_long_word_is_repaired(word: str, where: int, letter: str) -> None:
    """A letter left out, changed or added."""
    spelling = Spelling({word: 9, "uitkering": 9})
    before, after = word[:where], word[where + 1 :]
    for typed in (before + after, before + letter + after, before + letter + word[where:]):
        assert spelling.repair(typed) == word
