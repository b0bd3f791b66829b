"""EBML, the boxes of WebM: an id, a size and a content, and boxes in boxes (RFC 8794).

Reads bytes that anybody may have made: every size is checked against what is there before anything is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.desk_app.voice.refused import VoiceRefused

_ID_BYTES, _SIZE_BYTES = 4, 8


@dataclass(frozen=True, slots=True)
class Element:
    """One box: its content is `data[start:end]`."""

    id: int
    start: int
    end: int


def elements(data: bytes, start: int, end: int, opened: frozenset[int] = frozenset()) -> Iterator[Element]:
    """The boxes between two places, one after the other.

    Of a box in `opened` what is in it follows after it, on the same level: a recorder that is still recording
    cannot know how large those become, and may leave their size open. Of no other box that is allowed.
    """
    while start < end:
        name, start = _name(data, start, end)
        size, start = number(data, start, end)
        if size is None and name not in opened:
            raise VoiceRefused("a box without a size")
        if size is not None and size > end - start:
            raise VoiceRefused("a box is cut off")
        inner = end if size is None else start + size
        yield Element(name, start, inner)
        start = start if name in opened else inner


def number(data: bytes, start: int, end: int) -> tuple[int | None, int]:
    """A number of variable length and the place after it; None when it says «not known»."""
    length = _length(data, start, end, _SIZE_BYTES)
    marked = int.from_bytes(data[start : start + length], "big")
    most = (1 << (7 * length)) - 1  # all ones but the mark: not known
    value = marked & most
    return (None if value == most else value), start + length


def whole(data: bytes, element: Element) -> int:
    """The content as a whole number; nothing in it is zero."""
    if element.end - element.start > _SIZE_BYTES:
        raise VoiceRefused("a number is too long")
    return int.from_bytes(data[element.start : element.end], "big")


def _name(data: bytes, start: int, end: int) -> tuple[int, int]:
    length = _length(data, start, end, _ID_BYTES)
    return int.from_bytes(data[start : start + length], "big"), start + length


def _length(data: bytes, start: int, end: int, most: int) -> int:
    """How many bytes a number has: the zeros before the first one tell."""
    if start >= end:
        raise VoiceRefused("ends in the middle of a box")
    length = 9 - data[start].bit_length()
    if length > most or length > end - start:
        raise VoiceRefused("a number is cut off or too long")
    return length
