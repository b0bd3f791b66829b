"""Words on a page and the rows they form, whatever the words came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Spot = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible character. `y` is its baseline, counted downwards; all lengths are in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together; `row` is its row on the stacked pages.

    `sure` is how sure the least certain character is (0..1; print in a PDF is certain). `spot` is where the
    word is on the picture of its page: left, top, right, bottom.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    row: int = 0
    sure: float = 1.0
    spot: Spot | None = None

    def gap_to(self, other: Word) -> float:
        """White space between this word and one to its right, in this word's letter size."""
        return (other.x0 - self.x1) / max(self.size, 1.0)


Row = tuple[Word, ...]

PAGE_HEIGHT = 5000.0
"""How far apart stacked pages are: `y // PAGE_HEIGHT` is the page of a word."""

_SAME_LINE = 0.35
_WORD_GAP = 0.17


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Rows from top to bottom, words from left to right."""
    return [tuple(_words(line)) for line in _lines(sorted(glyphs, key=lambda glyph: glyph.y))]


def stack(pages: Sequence[Sequence[Row]]) -> list[Row]:
    """All pages as one long page, every word knowing its row."""
    stacked: list[Row] = []
    offset = 0.0
    for page in pages:
        for row in page:
            stacked.append(tuple(replace(word, y=word.y + offset, row=len(stacked)) for word in row))
        offset += PAGE_HEIGHT
    return stacked


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and glyph.y - line[0].y > _SAME_LINE * min(glyph.size, line[0].size):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _words(line: list[Glyph]) -> Iterator[Word]:
    line.sort(key=lambda glyph: glyph.x0)
    group: list[Glyph] = []
    for glyph in line:
        if glyph.text.isspace():
            if group:
                yield _word(group)
            group = []
            continue
        if group and glyph.x0 - group[-1].x1 > _WORD_GAP * group[-1].size:
            yield _word(group)
            group = []
        group.append(glyph)
    if group:
        yield _word(group)


def _word(group: Sequence[Glyph]) -> Word:
    text = "".join(glyph.text for glyph in group)
    size = max(glyph.size for glyph in group)
    spot = around([glyph.spot for glyph in group if glyph.spot])
    return Word(text, group[0].x0, max(glyph.x1 for glyph in group), group[0].y, size, spot=spot)


def around(spots: Sequence[Spot]) -> Spot | None:
    """The smallest spot with all of these in it."""
    if not spots:
        return None
    left, top, right, bottom = zip(*spots, strict=True)
    return min(left), min(top), max(right), max(bottom)
