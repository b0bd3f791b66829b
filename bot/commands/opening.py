"""Opens what a command needs of storage, and closes it again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.errors import WrongUse
from bot.settings import Settings
from bot.storage.database import Database, open_database
from bot.storage.encryption import KeyRing, key_ring
from bot.storage.files import FileStore
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnit, StorageUnits


@dataclass(frozen=True, slots=True)
class Store:
    """The database and the files of these settings, with the keys."""

    database: Database
    keys: KeyRing
    units: StorageUnits
    files: FileStore
    folder: Path


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Store]:
    """The store, its database at the version of this program."""
    keys = key_ring(settings.encryption_keys, settings.data_dir)
    folder = settings.data_dir / "files"
    database = await open_database(settings.database_url)
    try:
        await migrate(database)
        yield Store(database, keys, StorageUnits(database, keys), FileStore(folder, keys), folder)
    finally:
        await database.close()


async def client_by_number(unit: StorageUnit, number: str) -> Client:
    """The client, however the number was typed; WrongUse when there is none."""
    found = await unit.clients.by_number(number.strip().upper())
    if found is None:
        raise WrongUse("There is no client with this number; see `client list`.")
    return found


async def staff_by_name(unit: StorageUnit, name: str) -> Staff:
    """The member of staff; WrongUse when there is none or they left."""
    found = await unit.staff.by_name(name.strip())
    if found is None or not found.active:
        raise WrongUse("There is no staff member with this name; see `staff list`.")
    return found
