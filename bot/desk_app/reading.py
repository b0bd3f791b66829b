"""What was read from a paper, as a caseworker compares it with the paper itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.language import Translator


def fields(_: Translator, reading: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(name, value) of the fields that were found, in the order of a payslip."""
    shown = [(label, _value(_, key, reading.get(key))) for key, label in _labels(_)]
    return [(label, value) for label, value in shown if value]


def _labels(_: Translator) -> tuple[tuple[str, str], ...]:
    return (
        ("employer", _("Werkgever")),
        ("period", _("Periode")),
        ("paid_on", _("Betaald op")),
        ("gross_cents", _("Brutoloon")),
        ("wage_tax_cents", _("Loonheffing")),
        ("net_cents", _("Nettoloon")),
        ("paid_cents", _("Uitbetaald")),
        ("holiday_accrued_cents", _("Vakantiegeld opgebouwd")),
        ("holiday_balance_cents", _("Vakantiegeld totaal")),
        ("holiday_pay_cents", _("Vakantiegeld uitbetaald")),
        ("hours", _("Uren")),
        ("tax_credit_applied", _("Loonheffingskorting")),
        ("loonbeslag_cents", _("Loonbeslag")),
    )


def _value(_: Translator, key: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if key.endswith("_cents") and isinstance(value, int):
        return _.euros(value).replace(" ", "\u00a0")  # a sign and its amount stay on one line
    if key == "period" and isinstance(value, Mapping):
        days = [_day(_, value.get("start")), _day(_, value.get("end"))]
        return _("{start} tot en met {end}").format(start=days[0], end=days[1]) if all(days) else ""
    if isinstance(value, float):
        return _.number(value)
    return _day(_, value) or str(value)


def _day(_: Translator, value: Any) -> str:
    """A stored day in words; empty when it is no day."""
    if isinstance(value, date):
        return _.short_day(value)
    try:
        return _.short_day(date.fromisoformat(value))
    except (TypeError, ValueError):
        return ""
