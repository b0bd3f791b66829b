"""Text as it stands on a paper: what reading a photo or PDF gives, and what looks for facts in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

COLUMN = "   "
"""Between texts of one row that stand apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text that stands apart in its row. `page` and `row` count from 0, rows over all pages; sides are in points.

    `sure` is how sure the least certain letter is (0..1; print in a PDF is certain). `picture` is a cut-out of the
    place as JPEG, of a line that may hold a day.
    """

    text: str
    page: int
    row: int
    left: float
    right: float
    sure: float = 1.0
    picture: bytes = b""

    def is_under(self, other: Line) -> bool:
        """Whether it stands in the same column, and not above."""
        level = self.left < other.right and other.left < self.right
        return level and self.page == other.page and self.row > other.row


def text_of(lines: Sequence[Line]) -> str:
    """All rows in reading order, one a line."""
    return "\n".join(COLUMN.join(line.text for line in row) for _, row in groupby(lines, key=lambda line: line.row))
