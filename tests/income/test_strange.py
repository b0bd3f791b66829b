"""What cannot well be on a payslip."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.income.strange import warnings
from bot.language import translator

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
USUAL = {
    "period": {"start": "2026-10-01", "end": "2026-10-31"},
    "paid_on": "2026-10-25",
    "gross_cents": 110_000,
    "wage_tax_cents": 9_000,
    "net_cents": 95_000,
    "paid_cents": 99_000,
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({"net_cents": 120_000}, "nettoloon is hoger"),
        ({"wage_tax_cents": 120_000}, "loonheffing is hoger"),
        ({"paid_cents": 10_000_001}, "heel hoog"),
        ({"paid_on": "2031-03-15"}, "ligt ver"),
        ({"period": {"start": "2026-12-01", "end": "2026-12-31"}}, "moet nog beginnen"),
        ({"gross_cents": -20_000, "net_cents": -15_000}, ""),
        ({"gross_cents": None, "net_cents": None, "period": None}, ""),
    ],
)
def test_only_what_does_not_go_together_is_asked(change: dict[str, Any], said: str) -> None:
    """A usual payslip, one with a minus, and one of which little was read raise no question."""
    found = warnings(translator("nl"), {**USUAL, **change}, NOW)
    assert len(found) == bool(said)
    assert all(said in sentence for sentence in found)
