"""Migrations run once, in order, and never backwards."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.errors import NewerDatabase
from bot.storage.database import open_database
from bot.storage.migrate import migrate, numbered_scripts


async def test_two_programs_at_once_take_turns(url: str) -> None:
    """Each migration is applied by one of them, and both may go on."""
    programs = [await open_database(url) for _ in range(2)]
    applied = await asyncio.gather(*(migrate(program) for program in programs))
    assert sorted(number for numbers in applied for number in numbers) == [number for number, _ in numbered_scripts()]
    for program in programs:
        assert await migrate(program) == []
        await program.close()


async def test_a_newer_database_is_refused(url: str) -> None:
    """An old program must not write into what it does not know."""
    database = await open_database(url)
    await migrate(database)
    async with database.transaction() as transaction:
        await transaction.execute("INSERT INTO migrations (number, applied_at) VALUES (9999, 'later')")
    with pytest.raises(NewerDatabase):
        await migrate(database)
    await database.close()


async def test_a_migration_that_fails_leaves_nothing(url: str, tmp_path: Path) -> None:
    """Neither its first half nor its record; the one before it stays."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_good.sql").write_text("CREATE TABLE good (id TEXT);\n")
    (folder / "0002_bad.sql").write_text("CREATE TABLE half (id TEXT);\nCREATE TABLE good (id TEXT);\n")
    database = await open_database(url)
    with pytest.raises(Exception, match="good"):
        await migrate(database, folder)
    async with database.transaction() as transaction:
        assert [row["number"] for row in await transaction.fetch("SELECT number FROM migrations")] == [1]
        await transaction.execute("CREATE TABLE half (id TEXT)")
    await database.close()
