"""SQLite through aiosqlite: one connection that writes, one that reads.

Each statement costs one hop to the driver's thread; a unit of work is about ten of
them (measured in docs/decisions/0004). A commit is durable (synchronous=FULL), so the
group commits of bot/work matter more than the hops.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import WrongUse
from bot.storage.database import Row, Transaction

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA secure_delete=ON",  # what is erased is overwritten, not only forgotten
)


def _named(values: Sequence[Any]) -> dict[str, Any]:
    # SQLite reads `$1` as a parameter with the name «1».
    return {str(place): value for place, value in enumerate(values, 1)}


class SqliteTransaction:
    """The statements of one open transaction."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._depth = 0

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        return list(await self._connection.execute_fetchall(sql, _named(values)))

    async def fetchrow(self, sql: str, *values: Any) -> Row | None:
        rows = await self.fetch(sql, *values)
        return rows[0] if rows else None

    async def execute(self, sql: str, *values: Any) -> int:
        cursor = await self._connection.execute(sql, _named(values))
        return cursor.rowcount

    async def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            await self._connection.executemany(sql, [_named(row) for row in rows])

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        self._depth += 1
        name = f"part_{self._depth}"
        await self._connection.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            await self._connection.execute(f"ROLLBACK TO {name}")
            await self._connection.execute(f"RELEASE {name}")
            raise
        else:
            await self._connection.execute(f"RELEASE {name}")
        finally:
            self._depth -= 1


class SqliteDatabase:
    """A database in one file, for one process."""

    engine = "sqlite"
    alone = True

    def __init__(
        self, writer: aiosqlite.Connection, hasty: aiosqlite.Connection, reader: aiosqlite.Connection
    ) -> None:
        self._writer = writer
        self._hasty = hasty  # commits without waiting for the disk
        self._reader = reader
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()

    @classmethod
    async def open(cls, path: str) -> SqliteDatabase:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        try:
            connections = [await _connect(path) for _ in range(3)]
            await connections[1].execute("PRAGMA synchronous=NORMAL")
        except sqlite3.Error as problem:
            raise WrongUse("The database file cannot be opened; see DATABASE_URL and DATA_DIR.") from problem
        return cls(*connections)

    @asynccontextmanager
    async def transaction(self, *, durable: bool = True) -> AsyncIterator[Transaction]:
        writer = self._writer if durable else self._hasty
        async with self._writing:
            try:
                await writer.execute("BEGIN IMMEDIATE")
                yield SqliteTransaction(writer)
                await asyncio.shield(writer.execute("COMMIT"))
            except BaseException:
                await asyncio.shield(self._undo(writer))
                raise

    async def _undo(self, writer: aiosqlite.Connection) -> None:
        """Neither a cancelled task nor a commit that failed may leave the shared connection in a transaction.

        The driver's thread does one thing after another: what was asked before the cancellation is over by now.
        """
        await writer.execute("SELECT 1")
        if writer.in_transaction:
            await writer.execute("ROLLBACK")

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        async with self._reading:
            yield SqliteTransaction(self._reader)

    def lock_rows(self, sql: str) -> str:
        return sql  # there is only one writer

    async def migration_lock(self, transaction: Transaction) -> None:
        """BEGIN IMMEDIATE already holds off every other writer."""

    async def run_script(self, transaction: Transaction, script: str) -> None:
        script = script.replace("SERIAL_KEY", "INTEGER PRIMARY KEY AUTOINCREMENT")
        for statement in script.split(";\n"):
            if statement.strip():
                await transaction.execute(statement)

    async def close(self) -> None:
        await self._writer.close()
        await self._hasty.close()
        await self._reader.close()


async def _connect(path: str) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
    connection.row_factory = sqlite3.Row
    for pragma in _PRAGMAS:
        await connection.execute(pragma)
    return connection
