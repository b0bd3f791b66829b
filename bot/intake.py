"""The slow part of a paper: fetch it from the channel, keep it encrypted, read it in a limited process.

Runs as a job, outside any transaction. A repeat after a crash gives the same file ids, so
nothing is kept twice.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from bot.answers.letters.proposal import Proposal
from bot.answers.letters.proposing import propose
from bot.errors import Refused
from bot.income.covered import COVERED
from bot.income.reading import PayslipReader
from bot.income.seen import Seen
from bot.language import AMSTERDAM
from bot.printed import Line
from bot.reception.house import House
from bot.work.queues import Job

Download = Callable[[str], Awaitable[bytes]]
Propose = Callable[[Sequence[Line]], Proposal | None]


def proposer(house: House) -> Propose:
    """What looks for a letter in the lines of a paper, by the list of letters and the day of today."""

    def proposed(lines: Sequence[Line]) -> Proposal | None:
        return propose(house.library.letters, lines, house.now().astimezone(AMSTERDAM).date())

    return proposed


class Keeper(Protocol):
    """Keeps files for good."""

    async def keep(self, file_id: str, content: bytes) -> None: ...
    async def read(self, file_id: str) -> bytes: ...


class Intake:
    """The jobs «paper» (one file) and «pages» (all pages of one delivery, that are kept already).

    The text of a page ends here: of what is no payslip only the facts of a letter go on, when it is one.
    """

    def __init__(self, download: Download, files: Keeper, reader: PayslipReader, propose: Propose) -> None:
        self._download = download
        self._files = files
        self._reader = reader
        self._propose = propose

    async def run(self, job: Job) -> dict[str, Any]:
        """What was stored (id, size, hash, kind) and what was read; a file is stored before it is read."""
        try:
            content = await self._download(str(job.payload["file"]))
        except Refused:
            return {"stored": {"sha256": ""}, "reading": _refused("too_large")}
        stored = described(job.id, content)
        await self._files.keep(job.id, content)
        return {"stored": stored, **await self._kept(job.id, await self._reader.see([content]))}

    async def read_pages(self, job: Job) -> dict[str, Any]:
        """What the pages say together, in the order of `files`."""
        pages = [await self._files.read(str(file_id)) for file_id in job.payload["files"]]
        return await self._kept(job.id, await self._reader.see(pages))

    async def keep_voice(self, job: Job) -> dict[str, Any]:
        """A voice message, kept and not looked into; nothing when the channel will not give it."""
        try:
            content = await self._download(str(job.payload["file"]))
        except Refused:
            return {}
        await self._files.keep(job.id, content)
        return {"stored": described(job.id, content)}

    async def _kept(self, job_id: str, seen: Seen) -> dict[str, Any]:
        """The reading, and its pictures as stored files."""
        pages = [await self._page(job_id, number, page) for number, page in enumerate(seen.pages)]
        cut_outs = [
            {"payslip": each.payslip, "field": each.field, **await self._keep(job_id, f"spot {number}", each.picture)}
            for number, each in enumerate(seen.cut_outs)
        ]
        hint = [await self._keep(job_id, "hint", seen.hint)] if seen.hint else []
        letter = await self._letter(job_id, seen)
        return {"reading": seen.reading.to_json(), "pictures": pages, "cut_outs": cut_outs, "hint": hint, **letter}

    async def _letter(self, job_id: str, seen: Seen) -> dict[str, Any]:
        """What a letter seems to say, and the places of its doubtful days as stored files."""
        found = self._propose(seen.lines) if seen.reading.kind == "not_payslip" else None
        if found is None:
            return {}
        kept = {name: await self._keep(job_id, f"letter {name}", each) for name, each in found.pictures.items()}
        spots = {name: str(each["id"]) for name, each in kept.items()}
        return {"letter": {**found.to_json(), "spots": spots}, "letter_spots": list(kept.values())}

    async def _page(self, job_id: str, number: int, page: bytes | None) -> dict[str, Any]:
        """Of kind «covered»: only these are shown on the desk as they are. A page without picture has an empty id."""
        return {**await self._keep(job_id, f"page {number}", page), "kind": COVERED} if page else {"id": ""}

    async def _keep(self, job_id: str, name: str, content: bytes) -> dict[str, Any]:
        file_id = uuid.uuid5(uuid.UUID(hex=job_id), name).hex
        await self._files.keep(file_id, content)
        return described(file_id, content)


def described(file_id: str, content: bytes) -> dict[str, Any]:
    """What is known of a stored file."""
    fingerprint = hashlib.sha256(content).hexdigest()
    return {"id": file_id, "size": len(content), "sha256": fingerprint, "kind": kind_of(content)}


def kind_of(content: bytes) -> str:
    """«pdf», «photo» or «other», by content and never by name."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    photo = content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or content[8:12] == b"WEBP"
    return "photo" if photo or content[4:8] == b"ftyp" else "other"


def _refused(reason: str) -> dict[str, Any]:
    return {"kind": "refused", "reason": reason, "payslips": [], "warnings": []}
