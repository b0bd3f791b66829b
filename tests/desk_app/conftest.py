"""A desk for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk_app.app import desk_app
from bot.storage.database import open_database
from bot.storage.encryption import KeyRing
from bot.storage.files import FileStore
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits

from .house import NOON, House, move_in


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    keys = KeyRing({"k1": bytes(32)})
    database = await open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    await migrate(database)
    house = House(StorageUnits(database, keys, lambda: NOON), FileStore(tmp_path / "files", keys))
    await move_in(house)
    house.app = desk_app(house.units, house.files, house.now, house.wake, telegram=lambda: "proef_bot")
    yield house
    await database.close()
