"""A part of a file, as players of sound ask for it (RFC 9110, 14): Safari plays nothing without, others cannot jump."""

from __future__ import annotations

import re

_ONE_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})", re.ASCII)


def part_of(content: bytes, asked: str) -> tuple[int, bytes, dict[str, str]]:
    """(status, bytes, headers) for a Range header; without one, or with one that makes no sense, all of it."""
    size, found = len(content), _ONE_RANGE.fullmatch(asked.strip())
    first, last = (found[1], found[2]) if found else ("", "")
    if not (first or last) or (first and last and int(first) > int(last)):
        return 200, content, {"Accept-Ranges": "bytes"}
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if start >= end:
        return 416, b"", {"Content-Range": f"bytes */{size}"}
    return 206, content[start:end], {"Accept-Ranges": "bytes", "Content-Range": f"bytes {start}-{end - 1}/{size}"}


def goes_on(asked: str) -> bool:
    """Whether this asks for more of what was begun before, not for the beginning."""
    found = _ONE_RANGE.fullmatch(asked.strip())
    return bool(found and int(found[1] or 0))
