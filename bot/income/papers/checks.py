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


def lines_of(money: Money) -> list[Lines]:
    """All printed premiums and net lines; a line that is printed twice counts once.

    Beside a line may stand two amounts of which no head tells which one is of this period: then there are two
    answers, with the first amounts and with the last.
    """
    first, last = _lines(money, 0), _lines(money, -1)
    return [first] if first == last else [first, last]


def _lines(money: Money, which: int) -> Lines:
    sums: dict[str, dict[tuple[str, int], int]] = {"before_net": {}, "after_plus": {}, "after_minus": {}}
    for runs in money.places.sheet.runs:
        for run in runs:
            kind = lexicon().lines.get(run.key.rstrip("0123456789%"))
            if not kind or money.columns.is_head_row(run.row) or money.places.in_year_totals(run):
                continue
            amounts = money.amounts(run)
            if amounts:
                sums[kind][run.key, run.row] = abs(amounts[which])
    return Lines(**{kind: sum(found.values()) for kind, found in sums.items()})


def choose(found: Mapping[str, Sequence[Candidate]], lines: Sequence[Lines], seizure: int) -> Choice:
    """The combination of amounts that the sums prove best; without a proof only what is unambiguous.

    A column with totals of the year adds up just as well. So when two columns prove themselves the smaller is
    taken, and neither it nor an amount with a smaller one beside it is called proven.
    """
    options: list[list[Candidate]] = [_distinct(found[field]) for field in _FIELDS]
    tried: list[list[Candidate | None]] = [[*each] or [None] for each in options]
    plain = dict(zip(_FIELDS, map(_unambiguous, options), strict=True))
    proofs = [
        (proven, amounts)
        for combination in product(*tried)
        for each in lines
        if (proven := frozenset(_proofs(amounts := dict(zip(_FIELDS, combination, strict=True)), each, seizure)))
    ]
    if not proofs:
        return Choice(_without_weak(plain, frozenset()), frozenset())
    most = max(len(proven) for proven, _ in proofs)
    best = [(proven, amounts) for proven, amounts in proofs if len(proven) == most]
    proven, amounts = min(best, key=lambda proof: _size(proof[1]))
    chosen = _without_weak({name: each if name in proven else plain[name] for name, each in amounts.items()}, proven)
    rivals = any(_differ(amounts, other, proven & also) for also, other in best)
    totals = any(_smaller_beside(amounts[name], found[name]) for name in proven if name != "wage_tax_cents")
    return Choice(chosen, frozenset() if rivals or totals else proven)


_FIELDS = ("gross_cents", "wage_tax_cents", "net_cents", "paid_cents")


def _without_weak(amounts: Mapping[str, Candidate | None], proven: frozenset[str]) -> dict[str, Candidate | None]:
    """A weak label is only believed when the sums prove it."""
    return {
        name: None if each and each.strength in ("weak", "guess") and name not in proven else each
        for name, each in amounts.items()
    }


def _size(amounts: Mapping[str, Candidate | None]) -> int:
    return sum(abs(each.cents) for each in amounts.values() if each)


def _differ(one: Mapping[str, Candidate | None], other: Mapping[str, Candidate | None], names: frozenset[str]) -> bool:
    """Whether two proofs say something else of a field."""
    pairs = ((one[name], other[name]) for name in names)
    return any(mine and theirs and mine.cents != theirs.cents for mine, theirs in pairs)


def _smaller_beside(chosen: Candidate | None, found: Sequence[Candidate]) -> bool:
    """Whether the same label has a smaller amount beside it, so that this one may be the total of the year."""
    if chosen is None:
        return False
    return any(each.row == chosen.row and 0 < abs(each.cents) < abs(chosen.cents) for each in found)


def _proofs(amounts: Mapping[str, Candidate | None], lines: Lines, seizure: int) -> Iterator[str]:
    if _one_number_twice(amounts["gross_cents"], amounts["net_cents"]):
        return
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
    twice = _one_number_twice(amounts["net_cents"], amounts["paid_cents"])
    if net is not None and paid is not None and paid > 0 and net + after == paid and not twice:
        yield from ("net_cents", "paid_cents")
    # Without lines between them net wage and paid amount are the same sum: then nothing says which of both this is.
    if net is None and after and None not in (gross, tax, paid) and gross - tax - lines.before_net + after == paid:  # type: ignore[operator]
        yield from ("gross_cents", "wage_tax_cents", "paid_cents")


def _one_number_twice(one: Candidate | None, other: Candidate | None) -> bool:
    """Whether two fields are one and the same printed number: that proves nothing."""
    return one is not None and other is not None and (one.spot, one.cents) == (other.spot, other.cents)


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
