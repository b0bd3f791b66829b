"""The amounts from gross wage to what is paid as one running sum, whatever the lines between are called.

A payslip is a sum from top to bottom: gross wage, what goes off, net wage, what is added, what is paid. So the amount
that equals what is left after all lines above it is the net wage, or the paid amount, whatever its label says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.income.papers.lexicon import lexicon
from bot.income.papers.money import Candidate, Money
from bot.income.papers.sheet import Run, Value
from bot.income.papers.text import plain

_MOST_LINES = 12
_NOT_A_LINE = re.compile(
    r"\b(?:sv|sociale? verzekering\w*|loon (?:voor|lb|sv|zvw)|\w*(?:heffingsloon|uurloon|dagloon|minimumloon|tarief)|"
    r"grondslag|basis|belastba\w+|fiscaal|taxable|uren|hours|salaris schaal|premieloon)\b"
)
"""Amounts that are printed among the lines but are nothing that is added or taken off."""
_TAKEN_OFF = re.compile(
    r"\b(?:af|minus|less|inhouding\w*|ingehouden|voorschot\w*|beslag|loonbeslag|huur|huisvesting)\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with the one amount of this period beside or below it."""

    run: Run
    cents: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What the running sum ends in; None when it never met a line that equals it."""

    net: int | None = None
    paid: int | None = None


def running(money: Money, found: Mapping[str, Sequence[Candidate]], net: Candidate | None) -> Sums:
    """The net wage and the paid amount by their places in the sum; nothing when two sums differ."""
    lines = list(_lines(money))
    gross, tax, paid_rows = found["gross_cents"], found["wage_tax_cents"], {each.row for each in found["paid_cents"]}
    ends = {
        each
        for one in gross
        for start in _starts(lines, one)
        for signed in (True, False)
        if (each := _net(lines, start, tax, signed)) is not None and lines[each].run.row not in paid_rows
    }
    amounts = {lines[at].cents for at in ends}
    begins = {at for at in range(len(lines)) if net is not None and _is(lines[at], net)} or ends
    paid = {cents for at in begins for signed in (True, False) if (cents := _paid(lines, at, signed)) is not None}
    return Sums(amounts.pop() if len(amounts) == 1 else None, paid.pop() if len(paid) == 1 else None)


def _lines(money: Money) -> Iterator[_Line]:
    """All labels with one amount, as they are read; an amount beside a label is not below another."""
    places = money.places
    taken: set[tuple[int, float]] = set()
    found: list[tuple[Run, list[Value], bool]] = []
    for runs in places.sheet.runs:
        for run in runs:
            if money.columns.is_head_row(run.row) or places.in_year_totals(run):
                continue
            right = [value for value in places.right_of(run) if value.cents is not None]
            taken |= {(value.row, value.x0) for value in right}
            found.append((run, right or places.below(run), bool(right)))
    for run, values, beside in found:
        if beside:
            cents = money.by_column(values)
        else:
            cents = [each.cents for each in values if each.cents is not None and (each.row, each.x0) not in taken]
            taken |= {(each.row, each.x0) for each in values}
        if len(cents) == 1 and not _NOT_A_LINE.search(plain(run.text)):
            yield _Line(run, cents[0])


def _starts(lines: Sequence[_Line], gross: Candidate) -> Iterator[int]:
    yield from (at for at, line in enumerate(lines) if _is(line, gross))


def _is(line: _Line, candidate: Candidate) -> bool:
    return line.run.row == candidate.row and abs(line.cents) == abs(candidate.cents)


def _net(lines: Sequence[_Line], start: int, tax: Sequence[Candidate], signed: bool) -> int | None:
    """Where the line of the net wage is: the first after the tax that equals what is left."""
    left, taxed = lines[start].cents, False
    for at in range(start + 1, min(start + _MOST_LINES, len(lines))):
        line = lines[at]
        if taxed and line.cents == left:
            return at
        if line.cents == left:
            continue
        if signed and line.cents > 0:  # what is added stands below the net wage: this is about the paid amount
            return None
        taxed = taxed or any(_is(line, each) for each in tax)
        left += line.cents if signed else -abs(line.cents)
    return None


def _paid(lines: Sequence[_Line], net: int, signed: bool) -> int | None:
    """The first line after the net wage, and at least one other, that equals what is left."""
    left = lines[net].cents
    for at in range(net + 1, min(net + _MOST_LINES, len(lines))):
        line = lines[at]
        if line.cents == left:
            if left != lines[net].cents:
                return left
            continue
        left += -abs(line.cents) if not signed and _is_taken_off(line.run) else line.cents
    return None


def _is_taken_off(run: Run) -> bool:
    return lexicon().lines.get(run.key) == "after_minus" or bool(_TAKEN_OFF.search(plain(run.text)))
