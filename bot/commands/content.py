"""`content check` and `content unclear`: what an editor should look at."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterable
from datetime import date, timedelta

from bot import clock
from bot.answers.checking import check as check_content
from bot.answers.checking.figures import figures
from bot.answers.library import Library
from bot.answers.unclear import NAMES, by_day, by_topic
from bot.commands.opening import opened
from bot.policy import AMSTERDAM
from bot.settings import Settings

CONTENT = AMSTERDAM.parent.parent
HAS_ERRORS = 2


def check(asked: argparse.Namespace, settings: Settings) -> int:
    """Print every remark, and with --figures how each text reads; 2 when a text cannot be shown as it is."""
    found = check_content(CONTENT, date.today())
    for finding in found:
        print(f"{finding.level}: {finding.path}: {finding.sentence}")
    if asked.figures:
        _print(figure_lines())
    errors = sum(finding.level == "error" for finding in found)
    print(f"{errors} errors, {len(found) - errors} warnings")
    return HAS_ERRORS if errors else 0


def figure_lines() -> Iterable[str]:
    """The table of `--figures`, the hardest text first."""
    yield f"\n{'onderwerp':<42}{'gemiddeld':>10}{'langste':>9}{'index':>7}{'vragen':>8}"
    for one in figures(Library.load(CONTENT)):
        yield f"{one.slug:<42}{one.average:>10.1f}{one.longest:>9}{one.index:>7.0f}{one.ways:>8}"
    yield "gemiddeld, langste: woorden per zin. index: Flesch-Douma, hoger is makkelijker.\n"


def unclear(asked: argparse.Namespace, settings: Settings) -> int:
    """Print which answers clients found unclear, and what was not answered, from the anonymous counts."""
    return asyncio.run(_unclear(asked.days, settings))


async def _unclear(days: int, settings: Settings) -> int:
    since = clock.now().date() - timedelta(days=days - 1)
    async with opened(settings) as store, store.units.reading() as unit:
        counts = await unit.counts.by_day(since, NAMES)
    print(f"Vanaf {since}. Geteld is hoe vaak, niet van wie.")
    if not counts:
        print("Er is nog niets geteld.")
        return 0
    print(f"\n{'onderwerp':<42}{'getoond':>9}{'onduidelijk':>13}{'deel':>7}")
    for topic in by_topic(counts):
        print(f"{topic.slug:<42}{topic.shown:>9}{topic.unclear:>13}{topic.share:>7.0%}")
    print(f"\n{'dag':<12}{'beantwoord':>12}{'keuzes':>8}{'niet beantwoord':>17}{'te oud':>8}")
    for day in by_day(counts):
        print(f"{day.day:<12}{day.answered:>12}{day.choices:>8}{day.unanswered:>17}{day.expired:>8}")
    return 0


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
