"""A store on SQLite, and on PostgreSQL when TEST_DATABASE_URL is set."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from bot.storage.database import open_database
from bot.storage.encryption import parse_keys
from bot.storage.files import FileStore
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits
from tests.privacy.filled import NOW, OLD_KEY, Store

SERVER = os.environ.get("TEST_DATABASE_URL", "")


@pytest.fixture(params=["sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store at the newest version."""
    if request.param == "postgresql" and not SERVER:
        pytest.skip("TEST_DATABASE_URL is not set")
    name = f"privacy_{os.urandom(4).hex()}"
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    if request.param == "postgresql":
        url = f"{SERVER.rpartition('/')[0]}/{name}"
        await _on_server(f"CREATE DATABASE {name}")
    keys = parse_keys(OLD_KEY)
    database = await open_database(url)
    await migrate(database)
    folder = tmp_path / "files"
    yield Store(database, keys, StorageUnits(database, keys, lambda: NOW), FileStore(folder, keys), folder)
    await database.close()
    if request.param == "postgresql":
        await _on_server(f"DROP DATABASE {name}")


async def _on_server(statement: str) -> None:
    connection = await asyncpg.connect(SERVER)
    await connection.execute(statement)
    await connection.close()
