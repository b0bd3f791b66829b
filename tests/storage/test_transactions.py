"""All of a transaction is kept, or nothing, and the next one always works."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.storage.database import Database
from bot.storage.sqlite import SqliteDatabase

ADD = "INSERT INTO counts (day, name, number) VALUES ('2026-11-25', $1, 1)"


async def names(database: Database) -> list[str]:
    async with database.reading() as transaction:
        return [row["name"] for row in await transaction.fetch("SELECT name FROM counts ORDER BY name")]


async def test_an_error_takes_everything_back(database: Database) -> None:
    """Also what came before it."""
    with pytest.raises(ValueError, match="no"):
        async with database.transaction() as transaction:
            await transaction.execute(ADD, "a")
            raise ValueError("no")
    assert await names(database) == []


async def test_a_savepoint_fails_alone(database: Database) -> None:
    """Also one inside another, and after a statement that the database refused."""
    async with database.transaction() as transaction:
        await transaction.execute(ADD, "a")
        with pytest.raises(Exception, match=r"(?i)unique"):
            async with transaction.savepoint():
                async with transaction.savepoint():
                    await transaction.execute(ADD, "b")
                await transaction.execute(ADD, "a")
        await transaction.execute(ADD, "c")
    assert await names(database) == ["a", "c"]


@pytest.mark.parametrize("steps", range(8))
async def test_a_task_that_is_cancelled_anywhere_leaves_no_transaction(database: Database, steps: int) -> None:
    """At its begin, in the middle or at its end: the next one works, and this one was kept whole or not at all."""

    async def two() -> None:
        async with database.transaction() as transaction:
            await transaction.execute(ADD, "a")
            await transaction.execute(ADD, "b")

    task = asyncio.create_task(two())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with database.transaction() as transaction:
        await transaction.execute(ADD, "c")
    assert await names(database) in (["c"], ["a", "b", "c"])


async def test_a_commit_that_fails_leaves_no_transaction(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at one moment is not the end of the bot."""
    if not isinstance(database, SqliteDatabase):
        return
    execute = database._writer.execute

    async def full(sql: str, *rest: Any) -> Any:
        if sql == "COMMIT":
            raise OSError("the disk is full")
        return await execute(sql, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(database._writer, "execute", full)
        with pytest.raises(OSError, match="full"):
            async with database.transaction() as transaction:
                await transaction.execute(ADD, "a")
    async with database.transaction() as transaction:
        await transaction.execute(ADD, "b")
    assert await names(database) == ["b"]
