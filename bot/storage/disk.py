"""The folder of encrypted files as a whole: what is old, what an older key sealed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.storage.encryption import KeyRing
from bot.storage.files import FileStore


def older_than(folder: Path, before: datetime) -> set[str]:
    """The ids of files that were written before a moment."""
    return {path.name for path in folder.glob("??/*") if path.suffix != ".part" and _written(path) < before}


def remove_unfinished(folder: Path, before: datetime) -> int:
    """Remove what a crash left half written; how many."""
    parts = [path for path in folder.glob("??/*.part") if _written(path) < before]
    for path in parts:
        path.unlink(missing_ok=True)
    return len(parts)


def sealed_with_older_key(folder: Path, keys: KeyRing) -> list[str]:
    """The ids of files that another key than the newest sealed."""
    found = [path for path in folder.glob("??/*") if path.suffix != ".part"]
    return sorted(path.name for path in found if keys.key_of(_head(path)) != keys.newest)


async def reseal_files(folder: Path, files: FileStore, keys: KeyRing) -> int:
    """Seal every file with the newest key; how many were sealed anew."""
    old = sealed_with_older_key(folder, keys)
    for file_id in old:
        await files.keep(file_id, await files.read(file_id))
    return len(old)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(64)  # the key id is at most 32 characters


def _written(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:  # erased meanwhile
        return datetime.max.replace(tzinfo=UTC)
