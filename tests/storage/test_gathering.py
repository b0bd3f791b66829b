"""Rows that are written later are never missed, and share the fate of their transaction."""

from __future__ import annotations

import pytest

from bot.storage.database import Database
from bot.storage.gathering import GatheringTransaction, places

ADD = "INSERT INTO counts (day, name, number) VALUES ('2026-11-25', $1, 1)"
NAMES = "SELECT name FROM counts ORDER BY name"


async def kept(database: Database) -> list[str]:
    async with database.reading() as transaction:
        return [row["name"] for row in await transaction.fetch(NAMES)]


async def test_a_reader_of_the_table_sees_what_was_given_for_later(database: Database) -> None:
    """Also by a change or a count of rows."""
    async with database.transaction() as plain:
        gathering = GatheringTransaction(plain)
        gathering.later(ADD, "a")
        assert [row["name"] for row in await gathering.fetch(NAMES)] == ["a"]
        gathering.later(ADD, "b")
        assert await gathering.execute("DELETE FROM counts WHERE name = 'b'") == 1
        gathering.later(ADD, "c")
        row = await gathering.fetchrow("SELECT COUNT(*) AS n FROM counts")
        assert row is not None
        assert row["n"] == 2


async def test_what_concerns_another_table_does_not_make_them_travel(database: Database) -> None:
    """They wait for each other, until the end."""
    async with database.transaction() as plain:
        gathering = GatheringTransaction(plain)
        gathering.later(ADD, "a")
        await gathering.fetch("SELECT chat_id FROM conversations")
        assert await plain.fetch(NAMES) == []
        await gathering.flush()
    assert await kept(database) == ["a"]


async def test_an_undone_part_takes_only_its_own_rows_along(database: Database) -> None:
    """What was given before the part is kept."""
    async with database.transaction() as plain:
        gathering = GatheringTransaction(plain)
        gathering.later(ADD, "before")
        with pytest.raises(ValueError, match="no"):
            async with gathering.savepoint():
                gathering.later(ADD, "inside")
                raise ValueError("no")
        gathering.later(ADD, "after")
        await gathering.flush()
    assert await kept(database) == ["after", "before"]


async def test_a_row_that_is_refused_fails_in_its_own_part(database: Database) -> None:
    """Not later, where nobody knows whose it was."""
    async with database.transaction() as plain:
        gathering = GatheringTransaction(plain)
        await gathering.execute(ADD, "a")
        with pytest.raises(Exception, match=r"(?i)unique"):
            async with gathering.savepoint():
                gathering.later(ADD, "a")
    assert await kept(database) == ["a"]


def test_places_are_numbered_from_one() -> None:
    """None at all still is good SQL."""
    assert places([7, 8, 9]) == "$1, $2, $3"
    assert places([]) == "NULL"
