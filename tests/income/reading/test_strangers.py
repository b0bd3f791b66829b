"""What a stranger's payslips taught: other words and places for the same thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.income.papers.dates import first_date
from bot.income.papers.money import _total_of
from bot.income.papers.periods import range_in, single_in
from bot.income.papers.slips import read_documents
from tests.paper.fresh import SEVENTH, fresh
from tests.paper.pdf import write

MAIN = ("period", "employer", "paid_on", "gross_cents", "wage_tax_cents", "net_cents")


@pytest.mark.parametrize("seed", range(720, 726))
@pytest.mark.parametrize("layout", SEVENTH)
def test_the_main_fields_are_read_and_nothing_is_made_up(layout: str, seed: int) -> None:
    """Every field that counts for the month is exact; no other value differs from what is printed."""
    pages, truth = fresh(layout, seed)
    (slip,) = read_documents([write(pages)]).to_json()["payslips"]
    assert {name: slip[name] for name in MAIN} == {name: truth[name] for name in MAIN}
    assert wrong(slip, truth) == {}


def wrong(slip: dict[str, Any], truth: dict[str, Any]) -> dict[str, Any]:
    """What was read and is not what is printed."""
    return {name: slip[name] for name in truth if name in slip and slip[name] not in (None, truth[name])}


@pytest.mark.parametrize(
    ("row", "total"),
    [
        ([(100, "amount"), (20, "special"), (120, "amount")], 120),
        ([(100, "other"), (20, "special"), (120, "amount")], 120),
        ([(20, "special"), (20, "amount")], 20),
        ([(100, "amount"), (20, "special")], None),
        ([(100, "amount"), (20, "special"), (600, "amount")], None),
    ],
)
def test_a_total_behind_a_special_part_is_not_counted_twice(row: list[tuple[int, str]], total: int | None) -> None:
    """Normal, special, and the two together; without that sum they are still added."""
    assert _total_of(row) == total


def test_days_and_weeks_are_read_with_their_names() -> None:
    """«ma 7 sep. t/m zo 13 sep. 2026», «Loonweken 37 t/m 40 van 2026», «do 10 sep. 2026»."""
    week = range_in("ma 7 sep. t/m zo 13 sep. 2026", "week")
    for first, last in (("maandag", "zondag"), ("vrijdag", "donderdag"), ("dinsdag", "maandag")):
        assert range_in(f"{first} 7 september t/m {last} 13 september 2026", "week") == week
    four = single_in("Loonweken 37 t/m 40 van 2026", "four_weeks")
    assert week is not None and (week.start, week.end) == (date(2026, 9, 7), date(2026, 9, 13))
    assert four is not None and (four.start, four.end) == (date(2026, 9, 7), date(2026, 10, 4))
    assert first_date("do 10 sep. 2026") == date(2026, 9, 10)
