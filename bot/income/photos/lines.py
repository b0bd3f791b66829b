"""The lines of text on pages that are no payslip, without any citizen service number, for who looks for facts in them.

They leave the worker only to be looked at, and are never kept.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.income.papers.bsn import passes_elfproef
from bot.income.papers.covering import bsn_spots
from bot.income.papers.words import Row, Spot, Word, around
from bot.income.photos.documents import Seen
from bot.income.photos.pictures import cut_outs
from bot.printed import Line

_APART = 1.6  # of the size of the letters: more white than between words
_MOST_PICTURES = 6
_LONGEST = 400  # characters of a line; a line of print has about a hundred
_HIDDEN = "•"
_DAY = re.compile(
    r"[\dlIO]{1,2}[\s./-]{0,3}(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec|"
    r"[\dlIO]{1,2}[\s./-]{1,3}[\dlIO]{2})",
    re.IGNORECASE,
)
_DATE_OR_AMOUNT = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}(?!\d)|\d{4}-\d\d-\d\d(?!\d)|[\d.]*\d,\d\d(?!\d)")
_LONG = re.compile(r"\d(?:[ .\-]{0,2}\d){8,}")


def lines_of(seen: Sequence[Seen]) -> list[Line]:
    """The texts of every page in reading order; the first few of a page that may hold a day have a picture."""
    found: list[Line] = []
    row = 0
    for number, each in enumerate(seen):
        covered = set(bsn_spots(each.page.rows))
        lines, spots = [], []
        for words in each.page.rows:
            for cell in _cells(words):
                lines.append(_line(cell, covered, number, row))
                spots.append(around([word.spot for word in cell if word.spot]))
            row += 1
        found += _with_pictures(each, lines, spots)
    return found


def _line(cell: Sequence[Word], covered: set[Spot], page: int, row: int) -> Line:
    text = without_numbers(" ".join(_shown(word, covered) for word in cell))[:_LONGEST]
    return Line(text, page, row, cell[0].x0, cell[-1].x1, min(word.sure for word in cell))


def _with_pictures(each: Seen, lines: list[Line], spots: Sequence[Spot | None]) -> list[Line]:
    wanted = [at for at, line in enumerate(lines) if spots[at] and _DAY.search(line.text)][:_MOST_PICTURES]
    for at, picture in zip(wanted, cut_outs(each, [spot for at in wanted if (spot := spots[at])]), strict=True):
        lines[at] = replace(lines[at], picture=picture)
    return lines


def without_numbers(text: str) -> str:
    """The text with every number hidden in which nine digits that follow each other pass the check of a BSN."""
    bare = _DATE_OR_AMOUNT.sub(lambda found: "x" * len(found[0]), text)
    for found in _LONG.finditer(bare):
        digits = re.sub(r"\D", "", found[0])
        if any(passes_elfproef(digits[at : at + 9]) for at in range(len(digits) - 8)):
            text = text[: found.start()] + re.sub(r"\d", _HIDDEN, found[0]) + text[found.end() :]
    return text


def to_json(lines: Sequence[Line]) -> list[Any]:
    """For the way out of the worker."""
    return [
        [each.text, each.page, each.row, each.left, each.right, each.sure, base64.b64encode(each.picture).decode()]
        for each in lines
    ]


def _cells(words: Row) -> Iterator[list[Word]]:
    cell: list[Word] = []
    for word in words:
        if cell and cell[-1].gap_to(word) > _APART:
            yield cell
            cell = []
        cell.append(word)
    if cell:
        yield cell


def _shown(word: Word, covered: set[Spot]) -> str:
    return re.sub(r"\d", _HIDDEN, word.text) if word.spot in covered else word.text
