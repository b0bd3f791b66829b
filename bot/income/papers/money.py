"""The amounts that may belong to each field. More than one may fit; the sums choose later."""

from __future__ import annotations

from dataclasses import dataclass

from bot.income.papers.columns import Columns
from bot.income.papers.labels import Label
from bot.income.papers.lexicon import Strength, lexicon
from bot.income.papers.places import Places
from bot.income.papers.sheet import Run, Value

MONEY = ("gross_cents", "wage_tax_cents", "net_cents", "paid_cents", "loonbeslag_cents")
_DEDUCTIONS = ("wage_tax_cents", "loonbeslag_cents")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount that may be the value of a field. `alone` when the label had no other number beside it."""

    cents: int
    strength: Strength
    exact: bool
    alone: bool
    total: bool
    row: int
    spot: tuple[int, float] = (-1, -1.0)
    """Where the number itself stands: its row and its left side."""


@dataclass(frozen=True)
class Money:
    """Finds the amounts beside labels."""

    places: Places
    columns: Columns

    def candidates(self, labels: list[Label], field: str) -> list[Candidate]:
        """All amounts printed for a field of MONEY, in the order of the paper."""
        found: list[Candidate] = []
        for label in labels:
            if label.field == field and not self.columns.is_head_row(label.run.row):
                found += self._of(label)
        return found

    def _of(self, label: Label) -> list[Candidate]:
        if self.places.in_year_totals(label.run):
            return []
        amounts = self.amounts(label.run)
        total = label.run.key.startswith(("tota", "subtota")) or label.run.key.endswith("totaal")
        sign = abs if label.field in _DEDUCTIONS else int
        alone = len(amounts) == 1
        return [
            Candidate(sign(cents), label.strength, label.exact, alone, total, label.run.row, spot)
            for cents in amounts
            for spot in (self._spot(label.run, cents),)
        ]

    def _spot(self, run: Run, cents: int) -> tuple[int, float]:
        printed = (value for value in self.places.right_of(run) or self.places.below(run) if value.cents == cents)
        return next(((value.row, value.x0) for value in printed), (run.row, run.x0))

    def amounts(self, run: Run) -> list[int]:
        """The amounts of this period beside a run; several when nothing tells which one it is."""
        right = self.places.right_of(run)
        if right:
            return self.by_column([value for value in right if value.cents is not None])
        return [value.cents for value in self.places.below(run) if value.cents is not None]

    def by_column(self, values: list[Value]) -> list[int]:
        """Only what stands in columns of amounts; a normal and a special part are added."""
        heads = [(value.cents or 0, self.columns.above(value)) for value in values]
        kinds = [(cents, self._kind(head)) for cents, head in heads]
        if (total := _total_of(kinds)) is not None:
            return [total]
        for wanted in (("paid",), ("amount", "special")):
            fitting = [cents for cents, kind in kinds if kind in wanted]
            if fitting:
                return (
                    fitting
                    if len({kind for _, kind in kinds if kind in wanted}) < len(fitting)
                    else [sum(fitting)]
                )
        return [cents for cents, kind in kinds if kind == "plain"]

    def _kind(self, head: Run | None) -> str:
        if head is None:
            return "plain"
        columns = lexicon().columns
        return next((kind for kind in ("paid", "special", "amount") if head.key in columns[kind]), "other")


def _total_of(kinds: list[tuple[int, str]]) -> int | None:
    """The amount behind a special part that has that part in it already: normal, special, and the two together."""
    for at, (cents, kind) in enumerate(kinds):
        special = [before for before, other in kinds[:at] if other == "special"]
        rest = [before for before, other in kinds[:at] if other != "special"]
        if kind == "amount" and special and (cents == sum(special) or cents - sum(special) in rest):
            return cents
    return None
