"""Files on disk, encrypted, under names that say nothing."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from bot.storage.encryption import KeyRing


class FileStore:
    """Encrypted files by id: `<folder>/<two characters>/<id>`."""

    def __init__(self, folder: Path, keys: KeyRing) -> None:
        self._folder = folder
        self._keys = keys

    def _path(self, file_id: str) -> Path:
        if not file_id.isalnum():
            raise ValueError("not an id of this store")
        return self._folder / file_id[:2] / file_id

    async def keep(self, file_id: str, content: bytes) -> None:
        """Store a file for good: when this returns it is on disk."""
        await asyncio.to_thread(self._write, file_id, content)

    def _write(self, file_id: str, content: bytes) -> None:
        path = self._path(file_id)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            file.write(self._keys.seal(content, f"file:{file_id}"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    async def read(self, file_id: str) -> bytes:
        """The content; FileNotFoundError when it was erased."""
        sealed = await asyncio.to_thread(self._path(file_id).read_bytes)
        return await asyncio.to_thread(self._keys.open, sealed, f"file:{file_id}")

    async def erase(self, file_id: str) -> bool:
        """Remove a file; whether it is verified gone."""
        path = self._path(file_id)
        await asyncio.to_thread(path.unlink, missing_ok=True)
        return not path.exists()

    def ids(self) -> set[str]:
        """The ids of all files on disk (to find those that no row names any more)."""
        return {path.name for path in self._folder.glob("??/*") if path.suffix != ".part"}
