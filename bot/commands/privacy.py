"""`purge`, `erase` and `export`."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot import clock
from bot.commands.opening import Store, client_by_number, opened
from bot.errors import BotError, WrongUse
from bot.policy import read_policy
from bot.settings import Settings
from bot.storage.backup import forget_the_erased
from bot.storage.copying import copy_of_client
from bot.storage.disk import older_than, remove_unfinished
from bot.storage.keeping import Keeping
from bot.storage.sweeping import LOOSE, Sweeping, Swept


class _OnlyCounted(Exception):
    """Ends the transaction of a dry run, so that nothing of it is kept."""


def purge(asked: argparse.Namespace, settings: Settings) -> int:
    """Remove, or only count, what is past its end date."""
    keep = timedelta(days=read_policy(settings.municipality).keep_days)
    swept = asyncio.run(_purge(settings, keep, clock.now(), dry=asked.dry_run))
    for name, count in swept.counts.items():
        print(f"{name}: {count}")
    print(f"files: {len(swept.files)}")
    print("Nothing was removed: this was a dry run." if asked.dry_run else "Removed.")
    return 0


async def _purge(settings: Settings, keep: timedelta, at: datetime, *, dry: bool) -> Swept:
    async with opened(settings) as store:
        old = older_than(store.folder, at - LOOSE)
        swept = Swept()
        try:
            async with store.units.writing() as unit:
                swept = await Sweeping(unit.transaction, store.keys, at).purge(keep, old)
                if dry:
                    raise _OnlyCounted
        except _OnlyCounted:
            swept.files &= store.files.ids()
            return swept
        swept.files &= store.files.ids()
        await _erase_files(store, swept.files)
        remove_unfinished(store.folder, at - LOOSE)
        return swept


def erase(asked: argparse.Namespace, settings: Settings) -> int:
    """Remove everything of one client; «done» is only said after the files are seen to be gone."""
    asyncio.run(_erase(settings, asked.client, sure=asked.yes))
    return 0


async def _erase(settings: Settings, number: str, *, sure: bool) -> None:
    async with opened(settings) as store:
        async with store.units.reading() as unit:
            client = await client_by_number(unit, number)
        if not sure and not _agreed(client.number):
            raise WrongUse("Nothing was erased.")
        async with store.units.writing() as unit:
            found = await Keeping(unit.transaction, store.keys).erase_client(client.id)
        files = set(found) & store.files.ids()
        await _erase_files(store, files)
    print(f"Everything of {client.number} was erased, with {len(files)} files.")
    print("Older backups and the chat in Telegram itself can still hold some of it.")


def _agreed(number: str) -> bool:
    """Ask for the number once more; without a person at the terminal --yes is needed."""
    if not sys.stdin.isatty():
        raise WrongUse("Add --yes to erase without being asked.")
    return input(f"Type {number} to erase everything of this client: ").strip().upper() == number


async def _erase_files(store: Store, ids: set[str]) -> None:
    left = [one for one in sorted(ids) if not await store.files.erase(one)]
    if left:
        raise BotError(f"{len(left)} files could not be removed from DATA_DIR; run purge again after a day.")
    await forget_the_erased(store.database)


def export(asked: argparse.Namespace, settings: Settings) -> int:
    """A ZIP with everything of one client, readable by its owner only."""
    if asked.file.exists():
        raise WrongUse(f"{asked.file} exists already; choose another name.")
    content = asyncio.run(_copy(settings, asked.client))
    _write(asked.file, content)
    print(f"{asked.file} holds everything of this client, not encrypted: keep it safe.")
    return 0


async def _copy(settings: Settings, number: str) -> bytes:
    async with opened(settings) as store:
        async with store.units.reading() as unit:
            client = await client_by_number(unit, number)
        return await copy_of_client(store.units, store.files, client.id, staff_notes=True)


def _write(path: Path, content: bytes) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as problem:
        raise WrongUse(f"{path} cannot be written.") from problem
    with os.fdopen(handle, "wb") as file:
        file.write(content)
