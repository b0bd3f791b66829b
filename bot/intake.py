"""The slow part of a paper: fetch it from the channel, keep it encrypted, read it in a limited process.

Runs as a job, outside any transaction. A repeat after a crash gives the same file id, so
nothing is kept twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from bot.errors import Refused
from bot.income.reading import PayslipReader
from bot.work.queues import Job

Download = Callable[[str], Awaitable[bytes]]


class Keeper(Protocol):
    """Keeps files for good."""

    async def keep(self, file_id: str, content: bytes) -> None: ...


class Intake:
    """The job «paper»."""

    def __init__(self, download: Download, files: Keeper, reader: PayslipReader) -> None:
        self._download = download
        self._files = files
        self._reader = reader

    async def run(self, job: Job) -> dict[str, Any]:
        """What was stored (id, size, hash, kind) and what was read; a file is stored before it is read."""
        try:
            content = await self._download(str(job.payload["file"]))
        except Refused:
            return {"stored": {"sha256": ""}, "reading": _refused("too_large")}
        stored = {
            "id": job.id,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "kind": kind_of(content),
        }
        await self._files.keep(job.id, content)
        reading = await self._reader.read([content])
        return {"stored": stored, "reading": reading.to_json()}


def kind_of(content: bytes) -> str:
    """«pdf», «photo» or «other», by content and never by name."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    photo = content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or content[8:12] == b"WEBP"
    return "photo" if photo or content[4:8] == b"ftyp" else "other"


def _refused(reason: str) -> dict[str, Any]:
    return {"kind": "refused", "reason": reason, "payslips": [], "warnings": []}
