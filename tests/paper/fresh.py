"""Layouts on which no rule was tuned when they were drawn, to measure what nobody has seen.

In parts, because what is looked at measures nothing any more: the first taught the rules something, then the second
and so on to the fifth, each after it was measured blind. The sixth was drawn before any rule was mended by the fifth
and is only measured. The seventh was drawn blind by another hand, without sight of the reading rules: of its main
fields 63 percent were exact before rules were mended by it. Whoever wants to know what strangers' papers do draws an
eighth.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.paper import (
    fresh_fifth,
    fresh_first,
    fresh_fourth,
    fresh_second,
    fresh_seventh,
    fresh_sixth,
    fresh_third,
)
from tests.paper.drawing import Truth
from tests.paper.pdf import Sheet
from tests.paper.truth import Facts, facts

_Draw = Callable[[Facts, random.Random], tuple[list[Sheet], Truth]]

FIRST: dict[str, tuple[_Draw, str]] = {
    "modern": (fresh_first.modern, "month"),
    "coded": (fresh_first.coded, "month"),
    "cells": (fresh_first.cells, "month"),
    "migrant_week": (fresh_first.migrant_week, "week"),
    "app_screen": (fresh_first.app_screen, "month"),
}
SECOND: dict[str, tuple[_Draw, str]] = {
    "institution": (fresh_second.institution, "month"),
    "dotted": (fresh_second.dotted, "month"),
    "two_languages": (fresh_second.two_languages, "four_weeks"),
    "expat": (fresh_second.expat, "month"),
    "corrected": (fresh_second.corrected, "month"),
}
THIRD: dict[str, tuple[_Draw, str]] = {
    "public_body": (fresh_third.public_body, "month"),
    "plain_words": (fresh_third.plain_words, "week"),
    "plus_and_minus": (fresh_third.plus_and_minus, "month"),
    "warehouse": (fresh_third.warehouse, "four_weeks"),
}
FOURTH: dict[str, tuple[_Draw, str]] = {
    "transport": (fresh_fourth.transport, "four_weeks"),
    "home_care": (fresh_fourth.home_care, "month"),
    "tip_jar": (fresh_fourth.tip_jar, "month"),
    "earnings_statement": (fresh_fourth.earnings_statement, "month"),
}
FIFTH: dict[str, tuple[_Draw, str]] = {
    "staffing": (fresh_fifth.staffing, "week"),
    "online_office": (fresh_fifth.online_office, "month"),
    "wage_codes": (fresh_fifth.wage_codes, "month"),
    "by_letter": (fresh_fifth.by_letter, "four_weeks"),
}
SIXTH: dict[str, tuple[_Draw, str]] = {
    "cleaning": (fresh_sixth.cleaning, "four_weeks"),
    "payroll_desk": (fresh_sixth.payroll_desk, "month"),
    "hotel": (fresh_sixth.hotel, "month"),
    "weekly_grid": (fresh_sixth.weekly_grid, "week"),
}
SEVENTH: dict[str, tuple[_Draw, str]] = {
    "supermarket": (fresh_seventh.supermarket, "month"),
    "cover_and_specification": (fresh_seventh.cover_and_specification, "month"),
    "greenhouse": (fresh_seventh.greenhouse, "four_weeks"),
    "courier": (fresh_seventh.courier, "week"),
    "service_bureau": (fresh_seventh.service_bureau, "month"),
}


def fresh(layout: str, seed: int) -> tuple[list[Sheet], Truth]:
    """The pages of an invented payslip in a fresh layout, and what is printed on them."""
    parts = {**FIRST, **SECOND, **THIRD, **FOURTH, **FIFTH, **SIXTH, **SEVENTH}
    draw, kind = parts[layout]
    return draw(facts(seed * 31 + 5, kind), random.Random(f"{layout} {seed}"))
