"""Purge as the running program does it: what is past its end date goes, files included."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from bot.storage.disk import older_than, remove_unfinished
from bot.storage.encryption import KeyRing
from bot.storage.files import FileStore
from bot.storage.sweeping import LOOSE, Sweeping, Swept
from bot.storage.units import StorageUnits


async def purge_now(
    units: StorageUnits, keys: KeyRing, files: FileStore, folder: Path, keep: timedelta, at: datetime
) -> Swept:
    """Remove rows in one transaction, then their files; a file that stays is found again the next time."""
    old = older_than(folder, at - LOOSE)
    async with units.writing() as unit:
        swept = await Sweeping(unit.transaction, keys, at).purge(keep, old)
    swept.files &= files.ids()
    for file_id in sorted(swept.files):
        await files.erase(file_id)
    remove_unfinished(folder, at - LOOSE)
    return swept
