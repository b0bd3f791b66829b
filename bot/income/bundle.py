"""The payslips themselves as one ZIP, made while it is sent: nothing readable touches a disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator, Sequence
from typing import Any, Protocol

from bot.income.exporting import HEADS, Cell, CheckedPayslip, cells, file_names
from bot.income.spreadsheet import as_csv, as_xlsx

_ENDINGS = {b"%PDF-": ".pdf", b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png", b"RIFF": ".webp"}


class FilesReader(Protocol):
    """Reads a stored file."""

    async def read(self, file_id: str) -> bytes:
        """The content; FileNotFoundError when it was erased."""


class _Pipe(io.RawIOBase):
    """Takes what the ZIP writes, and gives it away."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


async def table_of(payslips: Sequence[CheckedPayslip], files: FilesReader) -> list[list[Cell]]:
    """The rows of the table alone; the names are those that the files have in the ZIP."""
    return [cells(one, [name for name, _content in await _opened(one, files)]) for one in payslips]


async def bundle(
    title: str, payslips: Sequence[CheckedPayslip], files: FilesReader, *, originals: bool = False
) -> AsyncIterator[bytes]:
    """The bytes of the ZIP: the covered pages of every payslip, then the index as CSV and XLSX.

    `originals`: also what could not be covered; a citizen service number may stand on it.
    """
    pipe = _Pipe()
    rows: list[list[Cell]] = []
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:
        for payslip in payslips:
            names = []
            for name, content in await _opened(payslip, files, originals=originals):
                names.append(name)
                if content is not None:
                    archive.writestr(f"papieren/{name}", content)
                yield pipe.taken()
            rows.append(cells(payslip, names))
        archive.writestr("index.csv", as_csv(HEADS, rows))
        archive.writestr("index.xlsx", as_xlsx(title, HEADS, rows))
        archive.writestr("lees-mij.txt", read_me(title, len(rows)))
    yield pipe.taken()


def read_me(title: str, number: int) -> str:
    """What is in the ZIP, for who opens it."""
    return (
        f"{title}: {number} loonstroken die een klantmanager heeft nagekeken.\n\n"
        "index.xlsx en index.csv: per loonstrook wat de bot las en de klant bevestigde.\n"
        "Een leeg veld is niet gevonden.\n"
        "papieren: afbeeldingen van de bladzijden, met het BSN afgedekt, op klantnummer en ontvangstbewijs.\n"
        "Welke bladzijden zijn afgedekt, staat in de lijst.\n"
        "Een bladzijde die niet goed te lezen was, is niet afgedekt. "
        "Die zit er alleen bij als je daarom vroeg. In de naam staat dan «niet-afgedekt».\n"
        "Er kan een BSN op staan.\n"
        "De kolom SHA-256 hoort bij het eerste bestand zoals de klant het stuurde. Dat blijft in de bot.\n\n"
        "Dit zijn persoonsgegevens. Bewaar ze alleen in het systeem waar ze horen en wis dit bestand daarna.\n"
    )


async def _opened(
    payslip: CheckedPayslip, files: FilesReader, *, originals: bool = False
) -> list[tuple[str, bytes | None]]:
    opened: list[tuple[str, bytes | None]] = []
    for name, file_id in file_names(payslip, originals=originals):
        try:
            content = await files.read(file_id)
        except FileNotFoundError:  # erased when its time was over
            opened.append((f"{name}.gewist", None))
        else:
            opened.append((f"{name}{_ending(content)}", content))
    return opened


def _ending(content: bytes) -> str:
    return next((ending for start, ending in _ENDINGS.items() if content.startswith(start)), ".bin")
