"""A paper as runs of words and printed numbers: what the label rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.income.papers.amounts import amount, number
from bot.income.papers.text import plain, squeezed
from bot.income.papers.words import Row, Word

_RUN_GAP = 0.95
_JOIN_GAP = 0.45
_CURRENCY = {"€", "eur", "EUR", "=", ":", "|", "-", "euro"}
_DIGITS = re.compile(r"[\d.,:/'’+()€–−-]*\d[\d.,:/'’+()€–−-]*")


@dataclass(frozen=True)
class Run:
    """Words that belong together as one label or one text."""

    words: Row

    @cached_property
    def text(self) -> str:
        """The run as printed."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def key(self) -> str:
        """The run without spaces, accents and punctuation."""
        return squeezed(self.text)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def y(self) -> float:
        return self.words[0].y

    @property
    def row(self) -> int:
        return self.words[0].row

    @property
    def size(self) -> float:
        return self.words[0].size


@dataclass(frozen=True, slots=True)
class Value:
    """A printed number: as an amount in cents, as a count, or both. A percentage is neither."""

    text: str
    cents: int | None
    count: float | None
    x0: float
    x1: float
    row: int
    y: float


@dataclass(frozen=True)
class Sheet:
    """All rows of one payslip, pages stacked."""

    rows: Sequence[Row]

    @cached_property
    def runs(self) -> list[list[Run]]:
        """The runs of every row."""
        return [list(_runs(row)) for row in self.rows]

    @cached_property
    def values(self) -> list[list[Value]]:
        """The numbers of every row."""
        return [list(_values(row)) for row in self.rows]

    @cached_property
    def text(self) -> str:
        """All words in plain spelling, rows separated by ' | '."""
        return " | ".join(plain(" ".join(word.text for word in row)) for row in self.rows)

    def text_right_of(self, run: Run) -> str:
        """What is printed after a run in its row, columns separated by three spaces."""
        row = [word for word in self.rows[run.row] if word.x0 >= run.x1 - 0.5]
        parts: list[str] = []
        for before, word in zip([run.words[-1], *row], row, strict=False):
            parts.append(("   " if before.gap_to(word) > 1.5 else " ") + word.text)
        return "".join(parts).strip()


def cells_of(row: Row) -> list[Row]:
    """The texts of a row that stand apart."""
    cells: list[list[Word]] = []
    for word in row:
        if cells and cells[-1][-1].gap_to(word) < 1.1:
            cells[-1].append(word)
        else:
            cells.append([word])
    return [tuple(cell) for cell in cells]


def is_value(text: str) -> bool:
    """Whether a word is digits, an amount or a date rather than a word."""
    return bool(_DIGITS.fullmatch(text)) or amount(text) is not None


def _runs(row: Row) -> Iterator[Run]:
    group: list[Word] = []
    for word in row:
        apart = bool(group) and (group[-1].gap_to(word) > _RUN_GAP or group[-1].text.endswith(":"))
        stop = word.text in _CURRENCY or is_value(word.text)
        if group and (apart or stop):
            yield Run(tuple(group))
            group = []
        if not stop:
            group.append(word)
    if group:
        yield Run(tuple(group))


def _values(row: Row) -> Iterator[Value]:
    index = 0
    while index < len(row):
        size = next((size for size in (4, 3, 2, 1) if _is_one(row[index : index + size], size)), 0)
        words = row[index : index + max(size, 1)]
        following = row[index + len(words) : index + len(words) + 1]
        percent = bool(following) and following[0].text == "%"
        if size and not percent:
            text = " ".join(word.text for word in words)
            yield Value(text, amount(text), number(text), words[0].x0, words[-1].x1, words[0].row, words[0].y)
        index += len(words)


def _is_one(words: Row, size: int) -> bool:
    """Whether these neighbouring words are together one number, such as '1 234,56' or '12,00 -'."""
    if len(words) < size or not words:
        return False
    if any(left.gap_to(right) > _JOIN_GAP for left, right in pairwise(words)):
        return False
    text = " ".join(word.text for word in words)
    if size > 1 and (words[0].text in ("€", "EUR", "eur") or words[-1].text in ("€", "EUR", "eur")):
        return amount(text) is not None
    return amount(text) is not None or (size == 1 and number(text) is not None)
