"""Arabic writes «and», «the» and «my» onto a word: the words of the list are found underneath."""

from __future__ import annotations

import pytest

from bot.answers.finding.preparing import Synonyms, arabic_forms

KNOWN = Synonyms({"loon": ["راتب"], "huur": ["ايجار"]})


@pytest.mark.parametrize("typed", ["راتب", "الراتب", "والراتب", "راتبي", "للراتب", "براتبي"])
def test_a_word_is_found_with_what_is_written_onto_it(typed: str) -> None:
    """In front and behind."""
    assert KNOWN.added([typed]) == ["loon"]


@pytest.mark.parametrize("typed", ["و", "ال", "بيت", "loon", "0"])
def test_other_and_short_words_add_nothing(typed: str) -> None:
    """What is left must be a word."""
    assert KNOWN.added([typed]) == []
    assert all(len(form) > 2 for form in arabic_forms(typed))
