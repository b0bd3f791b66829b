"""What cannot well be on a payslip: the client is asked to look again, and a person looks when it stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from bot.income import wording_expected as wording
from bot.language import AMSTERDAM, Translator

_FAR = timedelta(days=100)  # between the period and the day of payment: a late employer is not that late
_MOST_CENTS = 10_000_000  # nobody on bijstand earns a hundred thousand euros in a month


def warnings(_: Translator, payslip: dict[str, Any], now: datetime) -> list[str]:
    """One sentence for each value that does not go with the others; `now` is UTC."""
    return list(_amounts(_, payslip)) + list(_days(_, payslip, now.astimezone(AMSTERDAM).date()))


def _amounts(_: Translator, payslip: dict[str, Any]) -> Iterator[str]:
    gross, tax, net = (payslip.get(name) for name in ("gross_cents", "wage_tax_cents", "net_cents"))
    # A correction may make a payslip negative; then nothing follows from which is larger.
    if gross is not None and gross > 0:
        if net is not None and net > gross:
            yield wording.more_net_than_gross(_)
        if tax is not None and abs(tax) > gross:
            yield wording.more_tax_than_gross(_)
    amounts = (value for name, value in payslip.items() if name.endswith("_cents") and isinstance(value, int))
    if any(abs(value) > _MOST_CENTS for value in amounts):
        yield wording.very_high_amount(_)


def _days(_: Translator, payslip: dict[str, Any], today: date) -> Iterator[str]:
    period, paid = payslip.get("period"), payslip.get("paid_on")
    if not period:
        return
    start, end = date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
    if start > today:
        yield wording.period_to_come(_)
    if paid and not start - _FAR <= date.fromisoformat(paid) <= end + _FAR:
        yield wording.paid_far_away(_)
