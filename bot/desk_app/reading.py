"""What was read from a paper, as a caseworker compares it with the paper itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from bot.desk_app.when import day_of
from bot.income.correcting import CORRECTABLE
from bot.income.fields import doubtful
from bot.language import Translator


class Field(NamedTuple):
    """One field as it is shown; `unsure` asks to look at the paper."""

    label: str
    value: str
    unsure: bool


def fields(_: Translator, reading: Mapping[str, Any]) -> list[Field]:
    """The fields that were found, in the order of a payslip."""
    read = dict(reading)
    found = [Field(label, _value(_, key, read.get(key)), doubtful(read, key)) for key, label in _labels(_).items()]
    return [one for one in found if one.value]


def to_correct(_: Translator, reading: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(field, its name with the value) of all that can be corrected, also what was not found."""
    labels = _labels(_)
    return [(key, f"{labels[key]}: {_value(_, key, reading.get(key)) or _('leeg')}") for key in CORRECTABLE]


def history(_: Translator, reading: Mapping[str, Any]) -> list[str]:
    """What stood there before each correction, and who made it; the oldest first."""
    return [_corrected(_, one) for one in reading.get("corrections", ()) if one.get("field") in _labels(_)]


def _corrected(_: Translator, one: Mapping[str, Any]) -> str:
    label, before = _labels(_)[one["field"]], _value(_, one["field"], one.get("read")) or _("leeg")
    if not one.get("by"):
        return _("{field}: eerst {before}. De klant verbeterde dit.").format(field=label, before=before)
    day = _.short_day(day_of(datetime.fromisoformat(one["at"]).astimezone(UTC)))
    return _("{field}: eerst {before}. {name} verbeterde dit op {day}.").format(
        field=label, before=before, name=one["by"], day=day
    )


def _labels(_: Translator) -> dict[str, str]:
    return {
        "employer": _("Werkgever"),
        "period": _("Periode"),
        "paid_on": _("Betaald op"),
        "gross_cents": _("Brutoloon"),
        "wage_tax_cents": _("Loonheffing"),
        "net_cents": _("Nettoloon"),
        "paid_cents": _("Uitbetaald"),
        "holiday_accrued_cents": _("Vakantiegeld opgebouwd"),
        "holiday_balance_cents": _("Vakantiegeld totaal"),
        "holiday_pay_cents": _("Vakantiegeld uitbetaald"),
        "hours": _("Uren"),
        "tax_credit_applied": _("Loonheffingskorting"),
        "loonbeslag_cents": _("Loonbeslag"),
    }


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
