"""Where on the paper the value of a field stands: for a cut-out to look at, and for how sure its letters are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bot.income.papers.dates import first_date
from bot.income.papers.labels import labels_of
from bot.income.papers.periods import range_in, single_in
from bot.income.papers.sheet import Sheet
from bot.income.papers.text import squeezed
from bot.income.papers.words import Row, Word
from bot.income.payslip import Payslip, Period

_ROWS_BELOW = 3


def words_of(sheet: Sheet, slip: Payslip, field: str) -> Row:
    """The words from which a field was read: those nearest to a label of the field; empty when not found."""
    value = getattr(slip, field)
    found = [words for words in _places(sheet, field, value) if words] if value is not None else []
    runs = [label.run for label in labels_of(sheet) if label.field == field]

    def far(words: Row) -> tuple[float, int]:
        first = words[0]
        beside = [0.0 for run in runs if run.row == first.row and run.x0 <= first.x0]
        below = [
            1.0 + first.row - run.row
            for run in runs
            if 0 < first.row - run.row <= _ROWS_BELOW
            and run.x0 - run.size < words[-1].x1
            and first.x0 < run.x1 + run.size
        ]
        return min([*beside, *below], default=50.0), first.row

    return min(found, key=far, default=())


def _places(sheet: Sheet, field: str, value: Any) -> Iterator[Row]:
    if field.endswith("_cents") or field == "hours":
        for row, values in zip(sheet.rows, sheet.values, strict=True):
            for each in values:
                if each.count == value if field == "hours" else abs(each.cents or 0) == abs(value):
                    yield tuple(word for word in row if each.x0 <= word.x0 and word.x1 <= each.x1)
    elif field == "tax_credit_applied":
        for label in labels_of(sheet):
            if label.field == field:
                yield (*label.run.words, *_next_words(sheet.rows[label.run.row], label.run.x1))
    else:
        longest = 8 if field == "employer" else 9 if field == "period" else 4
        for row in sheet.rows:
            yield from _texts(row, longest, value)


def _next_words(row: Row, x: float) -> Row:
    return tuple(word for word in row if word.x0 >= x)[:2]


def _texts(row: Row, longest: int, value: Any) -> Iterator[Row]:
    """The shortest neighbouring words that say this text, day or period."""
    for size in range(1, longest + 1):
        found = [row[at : at + size] for at in range(len(row) - size + 1) if _says(row[at : at + size], value)]
        if found:
            yield from found
            return


def _says(words: Sequence[Word], value: Any) -> bool:
    text = " ".join(word.text for word in words)
    if isinstance(value, Period):
        hint = value.kind if value.kind != "month" else None
        return range_in(text, hint) == value or single_in(text, hint) == value
    if isinstance(value, date):
        return first_date(text) == value
    return squeezed(text) == squeezed(str(value))
