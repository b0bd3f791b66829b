"""Heads of columns, and which of them stands above a number. Cumulative columns are never read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.income.papers.labels import labels_in
from bot.income.papers.lexicon import lexicon
from bot.income.papers.sheet import Run, Sheet, Value
from bot.income.papers.text import squeezed

_OF_THE_YEAR = re.compile(r"cumulatie|yeartodate|jaartotal|jaartotnu|totennu|totaal20\d\d$|total20\d\d$")
_YEAR = re.compile(r"20\d\d")
_FAR = 60
_CLOSE = 14.0
"""Rows that a head reaches down, and points that a column may be off its head."""


def is_cumulative(run: Run) -> bool:
    """Whether a run names the total of the year instead of this period, perhaps in two languages."""
    keys = (run.key, *map(squeezed, run.text.split(" / ")))
    return any(key in lexicon().cumulative or _OF_THE_YEAR.match(key) for key in keys)


def is_head(run: Run) -> bool:
    """Whether a run can be the head of a column."""
    return is_cumulative(run) or any(run.key in heads for heads in lexicon().columns.values())


@dataclass(frozen=True)
class Columns:
    """The head rows of a sheet."""

    sheet: Sheet

    @cached_property
    def heads(self) -> dict[int, list[Run]]:
        """Row number -> the heads in that row."""
        found = {row: self._heads_in(runs) for row, runs in enumerate(self.sheet.runs)}
        return {row: heads for row, heads in found.items() if heads}

    def _heads_in(self, runs: list[Run]) -> list[Run]:
        runs = [self._with_year(run) for run in runs]
        heads = [run for run in runs if is_head(run) and (is_cumulative(run) or not run.text.endswith(":"))]
        if not heads or any(value.cents is not None for value in self.sheet.values[runs[0].row]):
            return []
        named = [run for run in runs if any(True for _ in labels_in(run))]
        only_heads = [run for run in heads if run not in named]
        only_labels = [run for run in named if run not in heads]
        if len(only_labels) >= max(len(only_heads), 1):
            return []
        return heads if len(heads) > 1 or is_cumulative(heads[0]) else []

    def _with_year(self, run: Run) -> Run:
        """«Totaal 2026» is the total of a year; the year is a number and so no part of a run."""
        row = self.sheet.rows[run.row]
        after = row[row.index(run.words[-1]) + 1 :][:1]
        joined = bool(after) and _YEAR.fullmatch(after[0].text) and run.words[-1].gap_to(after[0]) < 1
        return Run((*run.words, *after)) if joined else run

    def above(self, value: Value) -> Run | None:
        """The head of the column in which a number stands."""
        for row in range(value.row - 1, max(-1, value.row - _FAR), -1):
            fitting = [head for head in self.heads.get(row, ()) if _distance(head, value) < _CLOSE]
            if fitting:
                return min(fitting, key=lambda head: _distance(head, value))
        return None

    def is_head_row(self, row: int) -> bool:
        """Whether this row consists of heads of columns."""
        return row in self.heads


def _distance(head: Run, value: Value) -> float:
    """How far a number is from standing straight under a head: 0 when one side is aligned."""
    right, left = abs(head.x1 - value.x1), abs(head.x0 - value.x0)
    centre = abs(head.x0 + head.x1 - value.x0 - value.x1) / 2
    overlap = min(head.x1, value.x1) - max(head.x0, value.x0)
    return min(right, left, centre) if overlap <= 0 else min(right, left, centre) / 4
