"""Where the number of a label stands: to its right in the same row, or straight below it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.income.papers.columns import Columns, is_cumulative
from bot.income.papers.lexicon import lexicon
from bot.income.papers.sheet import Run, Sheet, Value

_BETWEEN = frozenset(
    (
        "wit",
        "groen",
        "uur",
        "uren",
        "maand",
        "week",
        "tabel",
        "per",
        "bank",
        "ja",
        "nee",
        "j",
        "n",
        "x",
        "op",
        "rekening",
        "bedrag",
        "hours",
        "hrs",
        "eur",
        "euro",
    )
)
_SECTION = 16
_ROWS_BELOW = 3


@dataclass(frozen=True)
class Places:
    """Finds numbers beside labels on one sheet."""

    sheet: Sheet
    columns: Columns

    def right_of(self, run: Run) -> list[Value]:
        """The numbers to the right, up to the next text."""
        stops = [
            other.x0
            for other in self.sheet.runs[run.row]
            if other.x0 >= run.x1 and not _may_stand_between(other)
        ]
        stop = min(stops, default=float("inf"))
        return [value for value in self.sheet.values[run.row] if run.x1 - 1 <= value.x0 < stop]

    def below(self, run: Run) -> list[Value]:
        """The number straight below, at most three rows further; rows of year totals are skipped."""
        for row in range(run.row + 1, min(run.row + 1 + _ROWS_BELOW, len(self.sheet.rows))):
            runs, values = self.sheet.runs[row], self.sheet.values[row]
            if self.sheet.rows[row][0].y - run.y > 5 * run.size:
                return []
            if any(is_cumulative(other) for other in runs):
                continue
            under = [value for value in values if _is_under(run, value) and not self._nearer(run, value)]
            if under:
                return under[:1]
            if any(_overlap(run.x0, run.x1, other.x0, other.x1) > 0 for other in runs):
                return []
        return []

    def _nearer(self, run: Run, value: Value) -> bool:
        """Whether another text in the row of the label stands more straight above the number."""
        mine = _overlap(run.x0, run.x1, value.x0, value.x1)
        others = (other for other in self.sheet.runs[run.row] if other.words[0] not in run.words)
        return any(_overlap(other.x0, other.x1, value.x0, value.x1) > max(mine, 0) for other in others)

    def in_year_totals(self, run: Run) -> bool:
        """Whether the label belongs to a block with the totals of the year."""
        if any(is_cumulative(other) and other.x1 <= run.x0 for other in self.sheet.runs[run.row]):
            return True
        y = run.y
        for row in range(run.row - 1, max(-1, run.row - _SECTION), -1):
            near = [other for other in self.sheet.runs[row] if _in_block(run, other)]
            if not near:
                continue
            if y - near[0].y > 3.2 * run.size:
                return False
            if any(is_cumulative(other) and not self.right_of(other) for other in near):
                return True
            if any(other.key in lexicon().headings and not self.right_of(other) for other in near):
                return False
            y = near[0].y
        return False


def _may_stand_between(run: Run) -> bool:
    key = run.key
    return (
        key in _BETWEEN or not key or "%" in key or (len(key) > 14 and key[:2] == "nl" and key[2:4].isdigit())
    )


def _in_block(run: Run, other: Run) -> bool:
    return abs(run.x0 - other.x0) < 2 * run.size or other.x0 <= run.x0 <= other.x1


def _is_under(run: Run, value: Value) -> bool:
    close = 1.2 * run.size
    aligned = abs(value.x1 - run.x1) < close or abs(value.x0 - run.x0) < close
    return aligned or _overlap(run.x0, run.x1, value.x0, value.x1) > 0


def _overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    return min(a1, b1) - max(a0, b0)
