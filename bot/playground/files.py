"""Files that went through a chat, in memory or in a folder."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any


@dataclass(slots=True)
class StoredFile:
    """A file and what the Bot API says about it; `folder` is the first part of its path."""

    id: str
    unique_id: str
    folder: str
    name: str
    mime: str
    size: int
    content: bytes | None = None

    @property
    def path(self) -> str:
        """The `file_path` of the Bot API: it holds no name of the client's."""
        suffix = PurePosixPath(self.name).suffix
        safe = suffix if suffix[1:].isalnum() and suffix.isascii() else ""
        return f"{self.folder}/{self.unique_id}{safe}"


class Files:
    """All files; with a folder their bytes are kept there, under names that say nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def put(self, content: bytes, folder: str, name: str, mime: str | None = None) -> StoredFile:
        """Keep `content`, byte for byte."""
        unique = f"AQAD{secrets.token_urlsafe(9)}"
        kind = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = StoredFile(
            f"AgACAgQ{secrets.token_urlsafe(36)}", unique, folder, name, kind, len(content), content
        )
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self._folder / unique).write_bytes(content)
            stored.content = None
        self._remember(stored)
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file with this `file_path`."""
        return self._by_path.get(path)

    def read(self, stored: StoredFile) -> bytes:
        """Its bytes; empty when somebody removed them from the folder."""
        if stored.content is not None:
            return stored.content
        assert self._folder is not None
        try:
            return (self._folder / stored.unique_id).read_bytes()
        except FileNotFoundError:
            return b""

    def saved(self) -> list[dict[str, Any]]:
        """What a snapshot keeps; the bytes are in the folder already."""
        return [
            {
                "id": f.id,
                "unique_id": f.unique_id,
                "folder": f.folder,
                "name": f.name,
                "mime": f.mime,
                "size": f.size,
            }
            for f in self._by_id.values()
        ]

    def restore(self, saved: list[dict[str, Any]]) -> None:
        """Take over what `saved` gave."""
        for values in saved:
            self._remember(StoredFile(**values))

    def _remember(self, stored: StoredFile) -> None:
        self._by_id[stored.id] = stored
        self._by_path[stored.path] = stored


def described(stored: StoredFile) -> dict[str, Any]:
    """The fields that every kind of file has in a message."""
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": stored.size}
