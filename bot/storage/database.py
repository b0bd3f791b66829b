"""One SQL text for two engines: what the rest of storage may ask of a database.

Parameters are written `$1, $2, ...`. Ids are text made in Python, times are UTC text,
money is whole cents, yes and no are 1 and 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

Row = Any  # sqlite3.Row or asyncpg.Record: both are read by column name


class Transaction(Protocol):
    """One transaction: all of it is kept, or nothing."""

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        """All rows."""

    async def fetchrow(self, sql: str, *values: Any) -> Row | None:
        """The first row, or None."""

    async def execute(self, sql: str, *values: Any) -> int:
        """Run a statement; how many rows it changed."""

    async def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """A part that can fail alone: an exception undoes only what happened inside."""


class Database(Protocol):
    """A database of either engine."""

    engine: str
    alone: bool  # whether no other process can use it at the same time as a bot

    def transaction(self, *, durable: bool = True) -> AbstractAsyncContextManager[Transaction]:
        """A transaction that may write.

        Without `durable` the commit does not wait for the disk. The death of the program loses nothing of
        it; a power cut can lose the last moment, whole transactions at a time and in order.
        """

    def reading(self) -> AbstractAsyncContextManager[Transaction]:
        """A connection for reading only, that waits for no writer."""

    def lock_rows(self, sql: str) -> str:
        """`sql` (a SELECT) so that rows which another transaction holds are passed over."""

    async def migration_lock(self, transaction: Transaction) -> None:
        """Hold off any other program that wants to migrate, until the transaction ends."""

    async def run_script(self, transaction: Transaction, script: str) -> None:
        """Run the statements of a migration."""

    async def close(self) -> None:
        """Close all connections."""


async def open_database(url: str) -> Database:
    """The database behind a URL (`sqlite:///...` or `postgresql://...`)."""
    if url.startswith("sqlite:///"):
        from bot.storage.sqlite import SqliteDatabase  # noqa: PLC0415 - load one driver only

        return await SqliteDatabase.open(url.removeprefix("sqlite:///"))
    from bot.storage.postgresql import PostgresqlDatabase  # noqa: PLC0415

    return await PostgresqlDatabase.open(url)
