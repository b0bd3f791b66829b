"""What a file is, by its first bytes. The name and the announced type of a file are never believed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.income.payslip import Reading

FileType = Literal["pdf", "jpeg", "png", "webp", "heic"]

MAX_BYTES = 10 * 1024 * 1024
MAX_PAGES = 8
"""Pages, files or photos of one payslip."""

_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "word"),  # the old Word, and its brothers
    (b"{\\rtf", "word"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
_HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")


def sniff(data: bytes) -> FileType | None:
    """The type of the file, or None. The mark must be at byte 0: files with two faces are not taken."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "heic"
    return None


def at_the_door(documents: Sequence[bytes]) -> Reading | None:
    """Why these files are not read at all, or None when all are PDFs or photos of an allowed size."""
    if not documents or not all(documents):
        return Reading("refused", "empty")
    if len(documents) > MAX_PAGES:
        return Reading("refused", "too_many_pages")
    if any(len(data) > MAX_BYTES for data in documents):
        return Reading("refused", "too_large")
    for data in documents:
        kind = sniff(data)
        if kind is None:
            return Reading("refused", other_kind(data))
    return None


def other_kind(data: bytes) -> str:
    """The reason for a file that is no PDF or photo: word, zip, sheet, picture or type_not_supported."""
    if data.startswith(b"PK\x03\x04"):
        names = data[:200_000]
        if b"word/" in names:
            return "word"
        return "spreadsheet" if b"xl/" in names else "zip"
    for mark, reason in _OTHERS:
        if data.startswith(mark):
            return reason
    return "type_not_supported"
