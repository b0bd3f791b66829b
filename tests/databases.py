"""Databases for tests: SQLite in a temporary folder, and a fresh PostgreSQL database that is dropped after."""

from __future__ import annotations

import contextlib
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import asyncpg
import pytest

from bot.storage.database import Database, open_database
from bot.storage.encryption import KeyRing
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits

SERVER = os.environ.get("TEST_DATABASE_URL", "")
ENGINES = ("sqlite", "postgresql")
KEYS = KeyRing({"k1": bytes(range(32))})
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


class MovedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def later(self, **span: float) -> None:
        self.at += timedelta(**span)


@contextlib.asynccontextmanager
async def database_url(engine: str, folder: Path) -> AsyncIterator[str]:
    """The address of an empty database of this engine, gone at the end."""
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'bot.db'}"
        return
    if not SERVER:
        pytest.skip("TEST_DATABASE_URL is not set: nothing was shown about PostgreSQL")
    name = f"bot_test_{uuid4().hex}"
    await _on_server(f'CREATE DATABASE "{name}"')
    try:
        yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
    finally:
        await _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


async def _on_server(statement: str) -> None:
    connection = await asyncpg.connect(SERVER)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(params=ENGINES)
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """An empty database of each engine."""
    async with database_url(request.param, tmp_path) as address:
        yield address


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A migrated database of each engine."""
    opened = await open_database(url)
    await migrate(opened)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> MovedClock:
    """Noon, until a test moves it."""
    return MovedClock()


@pytest.fixture
def units(database: Database, clock: MovedClock) -> StorageUnits:
    """Units of work on each engine."""
    return StorageUnits(database, KEYS, clock)


@pytest.fixture
async def sqlite_units(tmp_path: Path, clock: MovedClock) -> AsyncIterator[StorageUnits]:
    """Units of work on SQLite, for rules that do not depend on the engine."""
    opened = await open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    await migrate(opened)
    yield StorageUnits(opened, KEYS, clock)
    await opened.close()
