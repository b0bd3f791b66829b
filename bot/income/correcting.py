"""Correcting a field of a paper at the desk: what was read stays beside what a person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

# In the order of a payslip. The period is corrected by choosing the month.
CORRECTABLE = (
    "employer",
    "paid_on",
    "gross_cents",
    "wage_tax_cents",
    "net_cents",
    "paid_cents",
    "holiday_accrued_cents",
    "holiday_balance_cents",
    "holiday_pay_cents",
    "hours",
    "loonbeslag_cents",
)


def corrected(reading: Mapping[str, Any], name: str, value: Any, by: str, at: datetime) -> dict[str, Any]:
    """The reading with the new value, the old one in its history, and no doubt about this field any more.

    Each correction holds the field, what stood there (`read`), who changed it and when (UTC, ISO). One of
    the client, made in the chat, has no `by`.
    """
    now = {"field": name, "read": reading.get(name), "by": by, "at": at.isoformat()}
    history = [*reading.get("corrections", ()), now]
    confidence = {key: sure for key, sure in (reading.get("confidence") or {}).items() if key != name}
    return {**reading, name: value, "corrections": history, "confidence": confidence}
