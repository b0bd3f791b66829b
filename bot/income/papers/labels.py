"""Which printed runs are labels of which field. The whole run must be understood, or it is not a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.income.papers.composed import guess_of_parts, meaning_of_parts
from bot.income.papers.lexicon import Meaning, Strength, lexicon
from bot.income.papers.sheet import Run, Sheet
from bot.income.papers.text import squeezed
from bot.income.papers.words import Word

_IGNORED = re.compile(r"\d+%?|%|[a-z]{2}\d\d[a-z]{4}\d{6,}")
"""Codes, years, percentages and bank accounts beside a label do not change what it means."""
_BANK = re.compile(r"(?:bank|bankrekening|rekening|account)")
"""«Overgemaakt op» is followed by a day, «overgemaakt op bank» by an amount."""
_ADJECTIVES = frozenset(("dutch", "nederlandse", "uw", "je", "jouw", "your", "totale", "totaal", "total"))
_ADJECTIVES_OF_PAID = frozenset(("netto", "net"))
"""«Netto over te maken» is one amount, not two."""
_LONGEST = 8
_SHORTEST_STEM = 3
_IN_FULL = (
    "loonheffing", "loonbelasting", "betalen", "uitbetaald", "uitbetaling", "bruto", "netto", "salaris", "periode",
    "vakantiegeld", "vakantietoeslag", "reservering", "volksverzekeringen", "pensioen", "premie", "inhouding",
    "ingehouden", "bijzonder", "totaal", "bedrag", "vergoeding",
)  # fmt: skip


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


def guesses_of(sheet: Sheet) -> list[Label]:
    """Texts that are no label, but have a word in them that may name a field: «netto na alles»."""
    found: list[Label] = []
    for run in (run for runs in sheet.runs for run in runs if not any(True for _ in labels_in(run))):
        if meaning := guess_of_parts(_keys(tuple(map(spelled_out, run.words)))):
            found.append(Label(run, meaning.field, meaning.strength, exact=False))
    return found


def _keys(words: Sequence[Word]) -> list[str]:
    parts = [part for word in words for part in word.text.split("/")]
    return [key for part in parts if (key := squeezed(part)) and not _IGNORED.fullmatch(key)]


def labels_in(run: Run) -> Iterator[Label]:
    """The label that this run is, or the labels that it consists of."""
    words = tuple(spelled_out(word) for word in run.words)
    meaning, exact = _meaning(words)
    if meaning is None and len(words) > 1 and squeezed(words[0].text) in _ADJECTIVES:
        meaning, exact = _meaning(words[1:])[0], False
    if meaning:
        to_bank = meaning.field == "paid_on" and any(_BANK.fullmatch(squeezed(word.text)) for word in words)
        yield Label(run, "paid_cents" if to_bank else meaning.field, meaning.strength, exact)
        return
    if composed := meaning_of_parts(_keys(words)):
        yield Label(run, composed.field, composed.strength, exact=False)
        return
    if both := _in_two_languages(words):
        yield Label(run, both.field, both.strength, exact=False)
        return
    if inside := _in_brackets(words):
        yield Label(run, inside.field, inside.strength, exact=False)
        return
    chain = _cover(words) or []
    fields = [found.field for _, found in chain]
    if fields == ["net_cents", "paid_cents"] and squeezed(chain[0][0][0].text) in _ADJECTIVES_OF_PAID:
        yield Label(run, "paid_cents", "main", exact=False)
        return
    for part, found in chain:
        yield Label(Run(tuple(part)), found.field, found.strength, True)


def _in_two_languages(words: Sequence[Word]) -> Meaning | None:
    """«Bruto loon / Gross wage»: every part that is known names the same field, and at least one is known."""
    at = [index for index, word in enumerate(words) if word.text == "/"]
    if len(at) != 1:
        return None
    found = {_of_part(part) for part in (words[: at[0]], words[at[0] + 1 :])} - {None}
    return found.pop() if len(found) == 1 else None


def _in_brackets(words: Sequence[Word]) -> Meaning | None:
    """«Naar de Belastingdienst (loonheffing)»: what stands in brackets names it."""
    start = next((index for index, word in enumerate(words) if word.text.startswith("(")), 0)
    return _of_part(words[start:]) if start and words[-1].text.endswith(")") else None


def spelled_out(word: Word) -> Word:
    """«Loonheff.» is «loonheffing»: a word that ends in a point is the longer one that begins so."""
    stem = squeezed(word.text)
    if not word.text.endswith(".") or len(stem) < _SHORTEST_STEM:
        return word
    full = next((each for each in _IN_FULL if each.startswith(stem) and each != stem), None)
    return replace(word, text=full) if full else word


def _of_part(words: Sequence[Word]) -> Meaning | None:
    meaning, _ = _meaning(words)
    return meaning or meaning_of_parts([key for word in words if (key := squeezed(word.text))])


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
