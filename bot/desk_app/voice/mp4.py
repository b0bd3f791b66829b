"""Whether an MP4 is sound and nothing else. It goes to Telegram as it is (M4A), so that is all we ask of it."""

from __future__ import annotations

from collections.abc import Iterator

_SMALLEST = 8  # a size and a name
_MOST_BOXES = 50_000  # on one level; three minutes have some hundreds
_HANDLER = 8  # bytes of a `hdlr` before it says what kind of track this is


def only_sound(content: bytes) -> bool:
    """True when all its tracks are sound, and there is one."""
    if content[4:8] != b"ftyp":
        return False
    kinds: list[bytes] = []
    try:
        for start, end in _found(content, [(0, len(content))], (b"moov", b"trak")):
            for first, last in _found(content, [(start, end)], (b"mdia", b"hdlr")):
                kinds.append(content[first + _HANDLER : min(first + _HANDLER + 4, last)])
    except ValueError:
        return False
    return bool(kinds) and set(kinds) == {b"soun"}


def _found(content: bytes, places: list[tuple[int, int]], path: tuple[bytes, ...]) -> list[tuple[int, int]]:
    """Where the boxes at the end of this path are."""
    for name in path:
        places = [inner for start, end in places for found, inner in _boxes(content, start, end) if found == name]
    return places


def _boxes(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Name and place of each box; ValueError when one is longer than what holds it."""
    for _ in range(_MOST_BOXES):
        if at >= end:
            return
        size, head = int.from_bytes(content[at : at + 4], "big"), _SMALLEST
        if size == 1:  # the real size follows
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 2 * _SMALLEST
        elif size == 0:  # up to the end
            size = end - at
        if size < head or size > end - at:
            raise ValueError
        yield content[at + 4 : at + 8], (at + head, at + size)
        at += size
    raise ValueError
