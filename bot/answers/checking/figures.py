"""How each Dutch text reads, and how many ways there are to ask for it: `content check --figures`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.checking.ways import asked_in, ways
from bot.answers.library import Library
from bot.answers.readability import measure
from bot.language import SOURCE


@dataclass(frozen=True, slots=True)
class Figures:
    """Words per sentence, the longest sentence in words, Flesch-Douma (0 hard to 100 easy), Dutch ways to ask."""

    slug: str
    average: float
    longest: int
    index: float
    ways: int


def figures(library: Library) -> list[Figures]:
    """Every Dutch topic, the hardest text first."""
    number = ways(library, asked_in(library.folder), SOURCE)
    found = [_of(slug, library, number[slug]) for slug in library.slugs if SOURCE in library.articles[slug]]
    return sorted(found, key=lambda one: (one.index, -one.average, one.slug))


def _of(slug: str, library: Library, number: int) -> Figures:
    measured = measure(library.articles[slug][SOURCE].text)
    if measured is None:
        return Figures(slug, 0.0, 0, 0.0, number)
    return Figures(slug, measured.average, measured.longest, measured.figure, number)
