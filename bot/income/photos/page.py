"""One photo or scanned page, read."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from bot.income.papers.repair import repaired
from bot.income.papers.words import Row
from bot.income.photos.detecting import Box, Pixels, boxes_on
from bot.income.photos.preparing import evened
from bot.income.photos.recognising import Line, lines_of
from bot.income.photos.rows import rows_from
from bot.income.photos.turning import turned_by, turns_of


@dataclass(frozen=True)
class PhotoPage:
    """What was read, and the picture it was read from: upright, in the light that it was taken in."""

    rows: list[Row]
    lines: list[Line] = field(repr=False)
    picture: Pixels = field(repr=False)

    @property
    def sure(self) -> float:
        """How well the page could be read, 0..1: the mean of all letters. Below 0.95 fields go missing or wrong."""
        letters = [letter.sure for line in self.lines for letter in line.letters]
        return float(np.mean(letters)) if letters else 0.0


def read_photo(picture: Pixels) -> PhotoPage:
    """Turns the picture upright, evens its light and reads it."""
    even = evened(picture)
    boxes = boxes_on(even)
    turns = turns_of(even, boxes)
    if turns:
        picture, even = turned_by(picture, turns), turned_by(even, turns)
        boxes = boxes_on(even)  # single digits are only found the right way up
    lines = lines_of(even, [box for box in boxes if _lies(box)])
    return PhotoPage(repaired(rows_from(lines, *picture.shape[:2])), lines, picture)


def _lies(box: Box) -> bool:
    """Not the print along the edge of a form, that stands."""
    return abs(math.sin(box.slope)) < math.sin(math.pi / 4)
