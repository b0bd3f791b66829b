"""`content check` and `content unclear`, as an editor runs them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot import clock
from bot.commands.opening import opened
from bot.settings import read_settings
from tests.commands.running import run


def test_check_ends_with_the_sums_and_shows_the_figures_when_asked(tmp_path: Path) -> None:
    """The last line stays what scripts read; no error in what clients can read today."""
    plain, more = run(tmp_path / "data", "content", "check"), run(tmp_path / "data", "content", "check", "--figures")
    assert plain.status == 0
    assert plain.out.splitlines()[-1].startswith("0 errors, ")
    assert plain.out.splitlines()[-1] == more.out.splitlines()[-1]
    rows = [line for line in more.out.splitlines() if line.startswith("afspraak-maken ")]
    assert len(rows) == 1 and len(rows[0].split()) == 5


def test_unclear_prints_sums_without_persons(tmp_path: Path) -> None:
    """Topics with the worst first, then the days."""
    data = tmp_path / "data"
    assert "Er is nog niets geteld." in run(data, "content", "unclear").out
    asyncio.run(counted(data))
    lines = [" ".join(line.split()) for line in run(data, "content", "unclear", "--days", "2").out.splitlines()]
    assert "btw-kor 1 1 100%" in lines
    assert any(line.endswith(" 0 0 1 0") for line in lines)


def test_unclear_wants_a_number_of_days(tmp_path: Path) -> None:
    """Wrong use is a sentence."""
    said = run(tmp_path / "data", "content", "unclear", "--days", "0")
    assert said.status == 2 and "a whole number from 1" in said.err


async def counted(data: Path) -> None:
    """What a client who found an answer unclear leaves behind."""
    settings = read_settings({"DATA_DIR": str(data)})
    async with opened(settings) as store, store.units.writing() as unit:
        for name in ("topic.btw-kor", "clear.no.btw-kor", "question.none"):
            await unit.counts.add(name, clock.now())
