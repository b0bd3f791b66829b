"""The fields of a payslip as a client checks them: shown, corrected, and which month they belong to."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from typing import Any

from bot.income import wording
from bot.income.papers.amounts import amount, number
from bot.income.papers.dates import first_date
from bot.language import Translator

# In the order of a payslip. The reading holds more; a client is asked about what counts for the month.
SHOWN = ("employer", "period", "paid_on", "gross_cents", "wage_tax_cents", "net_cents", "paid_cents", "hours")
CORRECTABLE = tuple(name for name in SHOWN if name != "period")
LONGEST_TEXT = 80
_PROVEN = 0.99  # confidence from which on the sums of the payslip prove each other
_DOUBTFUL = 0.8  # below this the client is asked to look


def lines(_: Translator, payslip: dict[str, Any]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What was read, one field a line, with the field names bold."""
    text, bold = "", []
    for name in SHOWN:
        label = wording.field(_, name)
        bold.append((len(text), len(text) + len(label)))
        look = f" ⚠️ {wording.please_look(_)}" if doubtful(payslip, name) else ""
        text += f"{label}: {shown(_, name, payslip.get(name))}{look}\n"
    return text.rstrip(), tuple(bold)


def shown(_: Translator, name: str, value: Any) -> str:
    """One value as people write it."""
    if value is None:
        return wording.unknown_value(_)
    if name == "period":
        first, last = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
        return f"{_.short_day(first)} – {_.short_day(last)}"
    if name.endswith("_cents"):
        return _.euros(int(value))
    if name == "paid_on":
        return _.short_day(date.fromisoformat(value))
    if name == "hours":
        return _.number(value)
    return str(value)


def typed(name: str, text: str) -> Any:
    """The value that a client typed for a field, as the reading holds it; None when it is not one."""
    text = text.replace("€", "").strip()
    if name.endswith("_cents"):
        return amount(text) if amount(text) is not None else amount(f"{text},00")
    if name == "paid_on":
        day = first_date(text)
        return day.isoformat() if day else None
    if name == "hours":
        return number(text)
    return None if text.endswith("?") else text[:LONGEST_TEXT] or None


def seen(payslip: dict[str, Any], month: date | None) -> str:
    """A short mark of what the client is shown: a button under an older list does not confirm a newer one."""
    shown_now = json.dumps([[payslip.get(name) for name in SHOWN], str(month)], sort_keys=True)
    return hashlib.sha256(shown_now.encode()).hexdigest()[:8]


def doubtful(payslip: dict[str, Any], name: str) -> bool:
    """Whether a value was found but is not certain: it is asked, never guessed."""
    confidence = payslip.get("confidence") or {}
    return payslip.get(name) is not None and confidence.get(name, 1.0) < _DOUBTFUL


def proven(payslip: dict[str, Any]) -> bool:
    """Whether the sums on the payslip prove net wage and paid amount."""
    confidence = payslip.get("confidence") or {}
    return all(confidence.get(name, 0) >= _PROVEN for name in ("net_cents", "paid_cents"))


def benefit_month(payslip: dict[str, Any]) -> date | None:
    """The month in the ledger: the one in which most days of the pay period lie, or None without a period.

    How WPI counts a period of four weeks is not confirmed (CONFIG in the rules); the client sees the
    month on the receipt and the income consultant decides.
    """
    period = payslip.get("period")
    if not period:
        return None
    first, last = date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
    middle = first + timedelta(days=(last - first).days // 2)
    return middle.replace(day=1)


def recent_months(today: date, count: int = 4) -> list[date]:
    """This month and the ones before it, newest first, as first days."""
    months, month = [], today.replace(day=1)
    for _ in range(count):
        months.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return months
