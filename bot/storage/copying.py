"""A copy of everything that is kept of one client, as a ZIP: readable data and the files."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from typing import Any

from bot.errors import WrongUse
from bot.language import translator
from bot.privacy import copy_wording
from bot.storage.files import FileStore
from bot.storage.keeping import Keeping
from bot.storage.units import StorageUnits

_ENDINGS = {
    b"%PDF-": ".pdf",
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG": ".png",
    b"RIFF": ".webp",
}


async def copy_of_client(
    units: StorageUnits, files: FileStore, client_id: str, *, staff_notes: bool = False
) -> bytes:
    """The ZIP; WrongUse when there is no such client. Earlier copies are not copied again.

    What colleagues noted for each other never leaves by itself: the copy that a client asks for in the
    chat has none, and the municipality decides about `staff_notes` in a request by law (AVG article 15).
    """
    async with units.reading() as unit:
        data = await Keeping(unit.transaction, units.keys).export_client(client_id)
    if not data["clients"]:
        raise WrongUse("There is no such client.")
    if not staff_notes:
        _without_notes(data)
    contents = {row["id"]: await _content(files, row["id"]) for row in data["files"] if row["kind"] != "export"}
    return await asyncio.to_thread(_zip, data, contents)


def _without_notes(data: dict[str, list[dict[str, Any]]]) -> None:
    data["thread"] = [entry for entry in data["thread"] if entry["author"] != "note"]
    data["staff_drafts"] = []  # what a caseworker wrote and did not send
    for case in data["cases"]:
        case.pop("note", None)


async def _content(files: FileStore, file_id: str) -> bytes | None:
    try:
        return await files.read(file_id)
    except FileNotFoundError:
        return None


def _zip(data: dict[str, list[dict[str, Any]]], contents: dict[str, bytes | None]) -> bytes:
    words = translator(data["clients"][0]["language"])
    numbers = {row["file_id"]: row["number"] for row in data["papers"]}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lees-mij.txt", copy_wording.read_me(words))
        archive.writestr("gesprek.txt", copy_wording.conversation(words, data["thread"]))
        archive.writestr("gegevens.json", json.dumps(data, ensure_ascii=False, indent=2))
        for file_id, content in contents.items():
            if content is not None:
                name = f"{numbers.get(file_id, 'bestand')}-{file_id[:6]}"
                archive.writestr(f"bestanden/{name}{_ending(content)}", content)
    return made.getvalue()


def _ending(content: bytes) -> str:
    return next((ending for start, ending in _ENDINGS.items() if content.startswith(start)), ".bin")
