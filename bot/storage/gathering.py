"""Writes that nobody waits for travel together: each trip to the database costs more than the write itself.

Measured in docs/decisions/0004: a trip costs about a tenth of a millisecond of CPU, and one
update asked for nine of them. Rows given with `later` are written in one trip a statement: before anything
else names their table, and at the latest before the commit. So nobody can see that they waited.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from bot.storage.database import Row, Transaction


class GatheringTransaction:
    """A transaction that gathers what may be written later."""

    def __init__(self, transaction: Transaction) -> None:
        self._inner = transaction
        self._waiting: dict[str, list[Sequence[Any]]] = {}
        self._tables: set[str] = set()

    def later(self, sql: str, *values: Any) -> None:
        """Write a row with `sql`, an `INSERT INTO table ...`, before anyone can miss it."""
        self._waiting.setdefault(sql, []).append(values)
        self._tables.add(sql.split(maxsplit=3)[2])

    async def flush(self) -> None:
        """Write what was gathered, in the order in which the statements were first named."""
        waiting, self._waiting, self._tables = self._waiting, {}, set()
        for sql, rows in waiting.items():
            await self._inner.executemany(sql, rows)

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        await self._flush_before(sql)
        return await self._inner.fetch(sql, *values)

    async def fetchrow(self, sql: str, *values: Any) -> Row | None:
        await self._flush_before(sql)
        return await self._inner.fetchrow(sql, *values)

    async def execute(self, sql: str, *values: Any) -> int:
        await self._flush_before(sql)
        return await self._inner.execute(sql, *values)

    async def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            await self._flush_before(sql)
            await self._inner.executemany(sql, rows)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        await self.flush()
        try:
            async with self._inner.savepoint():
                yield
                await self.flush()
        except BaseException:
            self._waiting, self._tables = {}, set()  # undone with the rest of the part
            raise

    async def _flush_before(self, sql: str) -> None:
        # A table's name inside another word only makes a row travel earlier than it had to.
        if any(table in sql for table in self._tables):
            await self.flush()


def places(values: Sequence[Any], after: int = 0) -> str:
    """`$1, $2, ...` for as many values, to stand in an `IN (...)`; the first `after` numbers are taken."""
    return ", ".join(f"${after + place}" for place in range(1, len(values) + 1)) or "NULL"
