"""Lines that lie anywhere on a photo become the rows of a flat page, in the points of a printed page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bot.income.papers.words import Row, Word
from bot.income.photos.flat import LETTERS, Flat, flat_of
from bot.income.photos.recognising import Letter, Line

_SAME_ROW = 0.5


def rows_from(lines: Sequence[Line], height: int, width: int) -> list[Row]:
    """The rows of a page from top to bottom, words from left to right."""
    read = [line for line in lines if line.text.strip()]
    if not read:
        return []
    flat = flat_of(read, height, width)
    pieces = sorted((list(_words(line, flat)) for line in read), key=lambda piece: piece[0].y if piece else 0)
    rows: list[list[Word]] = []
    for piece in filter(None, pieces):
        row = _row_for(piece, rows)
        if row is None:
            rows.append(piece)
        else:
            row.extend(piece)
    left = min(word.x0 for row in rows for word in row)
    top = min(word.y for row in rows for word in row)
    ordered = sorted(rows, key=lambda row: float(np.median([word.y for word in row])))
    return [tuple(sorted(_level(row, left - 30, top - 30), key=lambda word: word.x0)) for row in ordered]


def _row_for(piece: list[Word], rows: list[list[Word]]) -> list[Word] | None:
    """The row that this piece continues: level with its nearest word, and not over one of its words."""
    best, closest = None, _SAME_ROW
    for row in rows[-12:]:
        near = min(row, key=lambda word: _apart(word, piece))
        off = abs(near.y - piece[0].y) / min(near.size, piece[0].size)
        if off < closest and _apart(near, piece) > -0.5 * near.size:
            best, closest = row, off
    return best


def _apart(word: Word, piece: list[Word]) -> float:
    return max(word.x0 - piece[-1].x1, piece[0].x0 - word.x1)


def _level(row: list[Word], left: float, top: float) -> list[Word]:
    y = float(np.median([word.y for word in row])) - top
    return [replace(word, x0=word.x0 - left, x1=word.x1 - left, y=y) for word in row]


def _words(line: Line, flat: Flat) -> Iterator[Word]:
    for group in _groups(line):
        yield _word(line, group, flat)


def _groups(line: Line) -> Iterator[list[tuple[Letter, float, float]]]:
    """Letters that stand together, each with its left and right edge along the line (0..1)."""
    group: list[tuple[Letter, float, float]] = []
    for letter, left, right in _edges(line):
        stop = letter.text.isspace()
        after_label = bool(group) and group[-1][0].text == ":" and group[-2:-1] and group[-2][0].text.isalpha()
        if group and (stop or after_label or left - group[-1][2] > 0.9 * line.box.height * LETTERS / line.box.width):
            yield group
            group = []
        if not stop:
            group.append((letter, left, right))
    if group:
        yield group


def _edges(line: Line) -> Iterator[tuple[Letter, float, float]]:
    """A letter reaches halfway to its neighbours, but not further than a letter is wide."""
    margin = (1 - LETTERS) / 2 * line.box.height / line.box.width
    half = 0.3 * line.box.height * LETTERS / line.box.width
    for index, letter in enumerate(line.letters):
        before = line.letters[index - 1].at if index else -1.0
        after = line.letters[index + 1].at if index + 1 < len(line.letters) else 2.0
        left = max(letter.at - half, (before + letter.at) / 2, margin * 0.6)
        right = min(letter.at + half, (after + letter.at) / 2, 1 - margin * 0.6)
        yield letter, min(left, letter.at), max(right, letter.at)


def _word(line: Line, group: list[tuple[Letter, float, float]], flat: Flat) -> Word:
    corners = line.box.corners
    start, end = (corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2
    first, last = start + (end - start) * group[0][1], start + (end - start) * group[-1][2]
    x0, y0 = flat.point(*map(float, first))
    x1, y1 = flat.point(*map(float, last))
    reach = line.box.height / 2
    spot = (
        float(min(first[0], last[0])),
        float(min(first[1], last[1]) - reach),
        float(max(first[0], last[0])),
        float(max(first[1], last[1]) + reach),
    )
    text = "".join(letter.text for letter, _, _ in group)
    size = line.box.height * LETTERS * flat.scale
    return Word(text, x0, max(x1, x0 + 0.1), (y0 + y1) / 2, size, 0, min(each.sure for each, _, _ in group), spot)
