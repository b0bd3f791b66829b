"""Which printed runs are labels of which field. The whole run must be understood, or it is not a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.income.papers.lexicon import Meaning, Strength, lexicon
from bot.income.papers.sheet import Run, Sheet
from bot.income.papers.text import squeezed
from bot.income.papers.words import Word

_IGNORED = re.compile(r"\d+%?|%|[a-z]{2}\d\d[a-z]{4}\d{6,}")
"""Codes, years, percentages and bank accounts beside a label do not change what it means."""
_LONGEST = 8


@dataclass(frozen=True)
class Label:
    """A run that names a field; `exact` when nothing but the label was printed."""

    run: Run
    field: str
    strength: Strength
    exact: bool


def labels_of(sheet: Sheet) -> list[Label]:
    """All labels on the paper, from top to bottom."""
    return [label for runs in sheet.runs for run in runs for label in labels_in(run)]


def labels_in(run: Run) -> Iterator[Label]:
    """The label that this run is, or the labels that it consists of."""
    words = run.words
    meaning, exact = _meaning(words)
    if meaning:
        yield Label(run, meaning.field, meaning.strength, exact)
        return
    for part, found in _cover(words) or ():
        yield Label(Run(tuple(part)), found.field, found.strength, True)


def _meaning(words: Sequence[Word]) -> tuple[Meaning | None, bool]:
    keys = [squeezed(word.text) for word in words]
    while keys and (_IGNORED.fullmatch(keys[0]) or not keys[0]):
        keys = keys[1:]
    table = lexicon()
    for end in range(len(keys), 0, -1):
        meaning = table.labels.get("".join(keys[:end]))
        if meaning and all(_may_follow(key) for key in keys[end:]):
            return meaning, end == len(keys)
    return None, False


def _may_follow(key: str) -> bool:
    return not key or key in lexicon().suffixes or bool(_IGNORED.fullmatch(key))


def _cover(words: Sequence[Word]) -> list[tuple[Sequence[Word], Meaning]] | None:
    """The words as a chain of known labels without a rest, longest first; None when there is a rest."""
    if not words:
        return []
    for end in range(min(len(words), _LONGEST), 0, -1):
        meaning = lexicon().labels.get("".join(squeezed(word.text) for word in words[:end]))
        rest = _cover(words[end:]) if meaning else None
        if meaning and rest is not None:
            return [(words[:end], meaning), *rest]
    return None
