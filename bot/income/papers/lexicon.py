"""The words on payslips, loaded once from lexicon.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from bot.income.papers.text import plain, squeezed

Strength = Literal["main", "part", "weak", "guess"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a printed label stands for."""

    field: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class PaperWords:
    """How a kind of paper is recognised; all in plain spelling."""

    title: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words; the keys of `labels`, `columns` and the sets are squeezed."""

    labels: dict[str, Meaning]
    suffixes: frozenset[str]
    columns: dict[str, frozenset[str]]
    cumulative: frozenset[str]
    headings: frozenset[str]
    reservations: frozenset[str]
    lines: dict[str, str]
    other_labels: frozenset[str]
    titles: tuple[str, ...]
    payroll_words: tuple[str, ...]
    papers: dict[str, PaperWords]
    spoken: tuple[str, ...]
    """All labels and heads as they are written, for words that were hardly legible."""


@cache
def lexicon() -> Lexicon:
    """The lexicon; ValueError when one label has two meanings."""
    data = yaml.safe_load(Path(__file__).with_name("lexicon.yaml").read_text(encoding="utf-8"))
    papers = dict(data["papers"])
    titles, payroll = papers.pop("payslip_titles"), papers.pop("payroll_words")
    return Lexicon(
        labels=_labels(data["fields"]),
        suffixes=frozenset(map(squeezed, data["suffixes"])),
        columns={kind: frozenset(map(squeezed, heads)) for kind, heads in data["columns"].items()},
        cumulative=frozenset(map(squeezed, data["cumulative"])),
        headings=frozenset(map(squeezed, data["headings"])),
        reservations=frozenset(map(squeezed, data["reservations"])),
        lines={squeezed(label): kind for kind, labels in data["lines"].items() for label in labels},
        other_labels=frozenset(map(squeezed, data["other_labels"])),
        titles=tuple(map(plain, titles)),
        payroll_words=tuple(map(plain, payroll)),
        papers={kind: _paper(words) for kind, words in papers.items()},
        spoken=tuple(_spoken(data)),
    )


def _labels(fields: dict[str, dict[Strength, list[str]]]) -> dict[str, Meaning]:
    labels: dict[str, Meaning] = {}
    for field, strengths in fields.items():
        for strength, printed in strengths.items():
            for label in map(squeezed, printed):
                if labels.get(label, Meaning(field, strength)) != Meaning(field, strength):
                    raise ValueError(f"lexicon.yaml: {label!r} has two meanings")
                labels[label] = Meaning(field, strength)
    return labels


def _spoken(data: dict[str, Any]) -> Iterator[str]:
    for labels in data["fields"].values():
        for printed in labels.values():
            yield from printed
    for kind in ("columns", "lines"):
        for printed in data[kind].values():
            yield from map(str, printed)
    for kind in ("cumulative", "headings", "reservations", "other_labels"):
        yield from map(str, data[kind])
    for paper in data["papers"].values():
        if isinstance(paper, dict):
            yield from paper["title"]


def _paper(words: dict[str, Any]) -> PaperWords:
    return PaperWords(tuple(map(plain, words["title"])), tuple(map(plain, words["words"])))
