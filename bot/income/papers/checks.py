"""The sums that prove what was read: gross - premiums - tax = net, and net +/- net lines = paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bot.income.papers.lexicon import lexicon
from bot.income.papers.money import Candidate, Money

_MOST = 4
"""Amounts per field that are tried."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The sums of the printed lines around the net wage, in cents, and where they stand."""

    before_net: int = 0
    after_plus: int = 0
    after_minus: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One amount per field (or none) and which fields the sums prove."""

    amounts: Mapping[str, Candidate | None]
    proven: frozenset[str]


def lines_of(money: Money) -> Lines:
    """All printed premiums and net lines; a line that is printed twice counts once."""
    sums: dict[str, dict[tuple[str, int], int]] = {"before_net": {}, "after_plus": {}, "after_minus": {}}
    for runs in money.places.sheet.runs:
        for run in runs:
            kind = lexicon().lines.get(run.key.rstrip("0123456789%"))
            if not kind or money.columns.is_head_row(run.row) or money.places.in_year_totals(run):
                continue
            amounts = money.amounts(run)
            if amounts:
                sums[kind][run.key, run.row] = abs(amounts[-1])
    return Lines(**{kind: sum(found.values()) for kind, found in sums.items()})


def choose(found: Mapping[str, Sequence[Candidate]], lines: Lines, seizure: int) -> Choice:
    """The combination of amounts that the sums prove best; without a proof only what is unambiguous."""
    fields = ("gross_cents", "wage_tax_cents", "net_cents", "paid_cents")
    options: list[list[Candidate]] = [_distinct(found[field]) for field in fields]
    tried: list[list[Candidate | None]] = [[*each] or [None] for each in options]
    best = Choice(dict(zip(fields, map(_unambiguous, options), strict=True)), frozenset())
    for combination in product(*tried):
        amounts = dict(zip(fields, combination, strict=True))
        proven = frozenset(_proofs(amounts, lines, seizure))
        if len(proven) > len(best.proven):
            best = Choice(
                {name: each if name in proven else best.amounts[name] for name, each in amounts.items()},
                proven,
            )
    weak = {
        name: None
        for name, each in best.amounts.items()
        if each and each.strength == "weak" and name not in best.proven
    }
    return Choice({**best.amounts, **weak}, best.proven)


def _proofs(amounts: Mapping[str, Candidate | None], lines: Lines, seizure: int) -> Iterator[str]:
    gross, tax, net, paid = (each.cents if each else None for each in amounts.values())
    after = lines.after_plus - lines.after_minus - seizure
    if (
        gross is not None
        and tax is not None
        and net is not None
        and net > 0
        and gross - tax - lines.before_net == net
    ):
        yield from ("gross_cents", "wage_tax_cents", "net_cents")
    if net is not None and paid is not None and paid > 0 and net + after == paid:
        yield from ("net_cents", "paid_cents")
    if net is None and None not in (gross, tax, paid) and gross - tax - lines.before_net + after == paid:  # type: ignore[operator]
        yield from ("gross_cents", "wage_tax_cents", "paid_cents")


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate per amount, the most certain first."""
    ordered = sorted(
        candidates, key=lambda each: (each.strength != "main", not each.alone, not each.total, not each.exact)
    )
    kept: dict[int, Candidate] = {}
    for each in ordered:
        kept.setdefault(each.cents, each)
    return list(kept.values())[:_MOST]


def _unambiguous(candidates: Sequence[Candidate]) -> Candidate | None:
    """The only amount that stood alone beside its label, or the only one of a total; otherwise nothing."""
    sure = [each for each in candidates if each.alone and each.strength == "main"]
    totals = [each for each in sure if each.total]
    if len(sure) == 1:
        return sure[0]
    return totals[0] if len(totals) == 1 else None
