"""The words of every calculation: what was given, and one of three outcomes.

Each room registers its kinds (`KINDS`): a name, and a function from what was given to a result with
the keys of Dutch law. `bot/commands/calculate.py` collects them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

OutcomeName = Literal["bedrag", "fout", "naar_mens"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`bedrag`: worked out. `fout`: something is missing or wrong. `naar_mens`: a person must decide.

    `reason` is a code without personal data.
    """

    outcome: OutcomeName
    reason: str | None = None
    result: Mapping[str, Any] = field(default_factory=dict)


Kind = Callable[["Given"], Outcome]


class WrongInput(Exception):
    """What was given cannot be used; `reason` is the code that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Given:
    """What was given for one calculation; each question raises WrongInput when there is no such value."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Whether the value was given, and is not null."""
        return self._values.get(name) is not None

    def value(self, name: str) -> Any:
        """Any value that is not null."""
        if not self.has(name):
            raise WrongInput(f"invoer_ontbreekt:{name}")
        return self._values[name]

    def day(self, name: str) -> date:
        """A day, written as 2026-11-25."""
        value = self.value(name)
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise WrongInput(f"invoer_ongeldig:{name}") from None

    def day_if_any(self, name: str) -> date | None:
        """The same, or None when it was left out or is null."""
        return self.day(name) if self.has(name) else None

    def whole(self, name: str, lowest: int, highest: int) -> int:
        """A whole number from `lowest` up to and including `highest`."""
        value = self.value(name)
        if type(value) is not int or not lowest <= value <= highest:
            raise WrongInput(f"invoer_ongeldig:{name}")
        return value


def calculated(kind: Kind, values: Mapping[str, Any]) -> Outcome:
    """The outcome of one calculation; what cannot be used becomes `fout`."""
    try:
        return kind(Given(values))
    except WrongInput as problem:
        return Outcome("fout", problem.reason)
    except OverflowError:  # a day before the year 1 or after 9999
        return Outcome("fout", "datum_buiten_kalender")
