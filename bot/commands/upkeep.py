"""`migrate`, `backup` and `rekey`."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from bot.commands.opening import opened
from bot.errors import WrongUse
from bot.settings import Settings
from bot.storage.backup import copy_database, pack
from bot.storage.database import open_database
from bot.storage.disk import reseal_files
from bot.storage.migrate import migrate
from bot.storage.resealing import reseal


def migrate_now(asked: argparse.Namespace, settings: Settings) -> int:
    """Bring the database to this version; says what was done."""
    applied = asyncio.run(_migrate(settings))
    print(f"Migrations done: {', '.join(map(str, applied))}." if applied else "The database is up to date.")
    return 0


async def _migrate(settings: Settings) -> list[int]:
    database = await open_database(settings.database_url)
    try:
        return await migrate(database)
    finally:
        await database.close()


def backup(asked: argparse.Namespace, settings: Settings) -> int:
    """An archive with bot.db and files/; the keys only when asked, since with them it is readable."""
    target: Path = asked.file
    keys = settings.data_dir / "keys" if asked.with_keys else None
    if target.exists():
        raise WrongUse(f"{target} exists already; choose another name.")
    if not target.parent.is_dir():
        raise WrongUse(f"There is no folder {target.parent}.")
    if keys is not None and (settings.encryption_keys or not keys.exists()):
        raise WrongUse("The keys are in ENCRYPTION_KEYS, not in a file; keep a copy of that setting.")
    asyncio.run(_backup(settings, target, keys))
    print(f"{target} holds the database and the files{' and the keys' if keys else ', but no keys'}.")
    if not keys:
        print("Keep a copy of the keys somewhere else: without them nobody can read it.")
    return 0


async def _backup(settings: Settings, target: Path, keys: Path | None) -> None:
    async with opened(settings) as store:
        # Database first: every file that it names is on disk by then.
        with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
            copy = Path(folder) / "bot.db"
            await copy_database(store.database, copy)
            try:
                await asyncio.to_thread(pack, target, copy, store.folder, keys)
            except OSError as problem:
                raise WrongUse(f"{target} cannot be written.") from problem


def rekey(asked: argparse.Namespace, settings: Settings) -> int:
    """Seal all with the first key of the ring, and say which keys nothing needs any more."""
    asyncio.run(_rekey(settings))
    return 0


async def _rekey(settings: Settings) -> None:
    async with opened(settings) as store:
        values = sum((await reseal(store.database, store.keys)).values())
        files = await reseal_files(store.folder, store.files, store.keys)
        left = sum((await reseal(store.database, store.keys)).values())
    print(f"{values + left} values and {files} files were sealed with the key {store.keys.newest}.")
    old = store.keys.ids[1:]
    if left:
        print(
            "Something was sealed with an older key meanwhile: restart the bot with the new key, then run rekey again."
        )
    elif old:
        print(f"Nothing is left of: {', '.join(old)}. You can remove it from the key ring; old backups still need it.")
