"""All layouts by name, each with the kind of period it is for."""

from __future__ import annotations

from tests.paper.drawing import Layout, Truth
from tests.paper.packages import adp, afas, agency, four_weekly, raet
from tests.paper.small_offices import boxed_totals, english_slip, holiday_month, small, two_sides

__all__ = ["LAYOUTS", "Truth"]

LAYOUTS: dict[str, tuple[Layout, str]] = {
    "afas": (afas, "month"),
    "adp": (adp, "month"),
    "raet": (raet, "month"),
    "agency": (agency, "week"),
    "four_weekly": (four_weekly, "four_weeks"),
    "english": (english_slip, "month"),
    "small": (small, "month"),
    "holiday_month": (holiday_month, "month"),
    "boxed_totals": (boxed_totals, "month"),
    "two_sides": (two_sides, "month"),
}
