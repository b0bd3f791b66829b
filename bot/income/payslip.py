"""A payslip as it was read: what is printed, never what might have been meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal

PeriodKind = Literal["month", "four_weeks", "week"]
ReadingKind = Literal["payslip", "not_payslip", "unreadable", "encrypted", "refused"]


@dataclass(frozen=True, slots=True)
class Period:
    """The pay period; both days belong to it."""

    kind: PeriodKind
    start: date
    end: date

    def to_json(self) -> dict[str, Any]:
        """The period with ISO dates."""
        return {"kind": self.kind, "start": self.start.isoformat(), "end": self.end.isoformat()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Period:
        """The period behind `to_json`; ValueError on a date that does not exist."""
        return cls(data["kind"], date.fromisoformat(data["start"]), date.fromisoformat(data["end"]))


@dataclass(frozen=True, slots=True)
class Payslip:
    """The printed facts of one payslip; None means not found, zero means that zero is printed.

    Money is in whole cents and never negative, except a corrected wage. `net_cents` is the wage after tax and
    premiums; `paid_cents` is what goes to the bank, after travel money, seizure, housing and the like.
    `confidence` holds 0..1 for every field that was found; 0.99 and higher means that the sums prove it.
    The BSN itself is not here and nowhere else: only whether one is printed.
    """

    pages: tuple[int, ...] = ()
    employer: str | None = None
    period: Period | None = None
    paid_on: date | None = None
    gross_cents: int | None = None
    wage_tax_cents: int | None = None
    net_cents: int | None = None
    paid_cents: int | None = None
    holiday_accrued_cents: int | None = None
    holiday_balance_cents: int | None = None
    holiday_pay_cents: int | None = None
    hours: float | None = None
    tax_credit_applied: bool | None = None
    loonbeslag_cents: int | None = None
    employee: str | None = None
    contains_bsn: bool = False
    confidence: Mapping[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The payslip as it is kept, sealed, with its paper."""
        plain: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        plain["pages"] = list(self.pages)
        plain["period"] = self.period.to_json() if self.period else None
        plain["paid_on"] = self.paid_on.isoformat() if self.paid_on else None
        plain["confidence"] = dict(self.confidence)
        return plain

    def printed(self) -> dict[str, Any]:
        """The payslip as `read-payslip` prints it: without the name, which only serves to compare papers."""
        return {name: value for name, value in self.to_json().items() if name != "employee"}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Payslip:
        """The payslip behind `to_json`; unknown keys are ignored."""
        known = {each.name for each in fields(cls)}
        plain = {key: value for key, value in data.items() if key in known}
        plain["pages"] = tuple(plain.get("pages", ()))
        plain["period"] = Period.from_json(plain["period"]) if plain.get("period") else None
        plain["paid_on"] = date.fromisoformat(plain["paid_on"]) if plain.get("paid_on") else None
        return cls(**plain)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of the files that were sent as one payslip. `reason` and `warnings` are machine codes."""

    kind: ReadingKind
    reason: str | None = None
    payslips: tuple[Payslip, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The reading as it passes between processes and is kept."""
        return {**self.printed(), "payslips": [payslip.to_json() for payslip in self.payslips]}

    def printed(self) -> dict[str, Any]:
        """The reading as `read-payslip` prints it."""
        return {
            "kind": self.kind,
            "reason": self.reason,
            "payslips": [payslip.printed() for payslip in self.payslips],
            "warnings": list(self.warnings),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        """The reading behind `to_json`."""
        payslips = tuple(Payslip.from_json(each) for each in data.get("payslips", ()))
        return cls(data["kind"], data.get("reason"), payslips, tuple(data.get("warnings", ())))
