"""PostgreSQL through asyncpg, for several replicas behind a webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from bot.errors import WrongUse
from bot.storage.database import Row, Transaction

_MIGRATION_LOCK = 7_020_252  # any fixed number; all replicas use the same


class PostgresqlTransaction:
    """The statements of one open transaction."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        rows: Sequence[Row] = await self.connection.fetch(sql, *values)
        return rows

    async def fetchrow(self, sql: str, *values: Any) -> Row | None:
        return await self.connection.fetchrow(sql, *values)

    async def execute(self, sql: str, *values: Any) -> int:
        status: str = await self.connection.execute(sql, *values)
        count = status.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            await self.connection.executemany(sql, rows)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        async with self.connection.transaction():
            yield


class PostgresqlDatabase:
    """A database on a server, shared by any number of processes."""

    engine = "postgresql"
    alone = False

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    @classmethod
    async def open(cls, url: str) -> PostgresqlDatabase:
        try:
            pool = await asyncpg.create_pool(url, min_size=2, max_size=10, command_timeout=30)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as problem:
            # The message of the driver can hold the URL with its password.
            raise WrongUse("PostgreSQL does not answer or refuses the login; see DATABASE_URL.") from problem
        return cls(pool)

    @asynccontextmanager
    async def transaction(self, *, durable: bool = True) -> AsyncIterator[Transaction]:
        async with self._pool.acquire() as connection:
            if durable:
                async with connection.transaction():
                    yield PostgresqlTransaction(connection)
                return
            # Both in one trip: the driver's own transaction would make it two.
            await connection.execute("BEGIN; SET LOCAL synchronous_commit = off")
            try:
                yield PostgresqlTransaction(connection)
                await connection.execute("COMMIT")
            except BaseException:
                if connection.is_in_transaction():
                    await connection.execute("ROLLBACK")
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        async with self._pool.acquire() as connection:
            yield PostgresqlTransaction(connection)

    def lock_rows(self, sql: str) -> str:
        return f"{sql} FOR UPDATE SKIP LOCKED"

    async def migration_lock(self, transaction: Transaction) -> None:
        await transaction.fetch("SELECT pg_advisory_xact_lock($1)", _MIGRATION_LOCK)

    async def run_script(self, transaction: Transaction, script: str) -> None:
        assert isinstance(transaction, PostgresqlTransaction)
        script = script.replace("SERIAL_KEY", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
        await transaction.connection.execute(script)

    async def close(self) -> None:
        await self._pool.close()
