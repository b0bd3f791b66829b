"""Amounts by the day on which they hold, each with its source (content/amounts/*.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answers.reading_yaml import mapping


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole cents, and how sure we are: seen, seen_2nd or computed."""

    name: str
    cents: int
    what: str = ""
    state: str = ""
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The amounts of one file; both days are included."""

    valid_from: date
    valid_until: date
    amounts: dict[str, Amount]


@dataclass(frozen=True, slots=True)
class Amounts:
    """All periods; the youngest that holds on a day wins."""

    periods: tuple[Period, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> Amounts:
        """Read every period; a file without its two days is left out (`content check` names it)."""
        found = [_period(path) for path in sorted(folder.glob("*.yaml"))]
        return cls(tuple(sorted((p for p in found if p), key=lambda p: p.valid_from, reverse=True)))

    def on(self, name: str, day: date) -> Amount | None:
        """The amount as it holds on that day, or None."""
        for period in self.periods:
            if period.valid_from <= day <= period.valid_until and name in period.amounts:
                return period.amounts[name]
        return None

    def names(self) -> frozenset[str]:
        """Every name in any period."""
        return frozenset(name for period in self.periods for name in period.amounts)


def _period(path: Path) -> Period | None:
    data = mapping(path)
    begin, end = data.get("valid_from"), data.get("valid_until")
    if not isinstance(begin, date) or not isinstance(end, date):
        return None
    items = data.get("amounts") or {}
    known = {str(name): _amount(str(name), item) for name, item in items.items() if "cents" in (item or {})}
    return Period(begin, end, known)


def _amount(name: str, item: dict[str, object]) -> Amount:
    said = {key: str(item.get(key) or "") for key in ("what", "state", "source", "url")}
    return Amount(name, int(str(item["cents"])), **said)
