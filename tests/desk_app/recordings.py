"""Recordings made by hand: WebM and MP4 as browsers write them, and Ogg taken apart; by code of its own."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

HEAD = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48_000, 0, 0)
SILENCE = b"\xf8\xff\xfe"  # twenty milliseconds
Way = Literal["simple", "group"]


def box(name: int, content: bytes = b"", *, unknown: bool = False) -> bytes:
    """An EBML box; `unknown` leaves its size open, as who is still recording must."""
    size = b"\x01" + b"\xff" * 7 if unknown else (1 << 56 | len(content)).to_bytes(8, "big")
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + size + content


def block(packet: bytes, *, track: int = 1, flags: int = 0x80, at: int = 0) -> bytes:
    """What is in a SimpleBlock or a Block."""
    return bytes([0x80 | track]) + struct.pack(">hB", at, flags) + packet


def track(head: bytes = HEAD, *, kind: int = 2, codec: bytes = b"A_OPUS", number: int = 1) -> bytes:
    """One TrackEntry."""
    parts = [(0xD7, bytes([number])), (0x83, bytes([kind])), (0x86, codec), (0x63A2, head), (0xE1, b"")]
    return box(0xAE, b"".join(box(*part) for part in parts))


def webm(
    packets: Iterable[bytes],
    *,
    tracks: bytes | None = None,
    ways: Sequence[Way] = ("simple",),
    every: int = 50,
    unknown: bool = True,
) -> bytes:
    """A recording with a new cluster after each so many packets; the ways of a block take turns."""
    blocks = [
        box(0xA3, block(one)) if ways[place % len(ways)] == "simple" else box(0xA0, box(0xA1, block(one, flags=0)))
        for place, one in enumerate(packets)
    ]
    clusters = [
        box(0x1F43B675, box(0xE7, b"\0") + b"".join(blocks[start : start + every]), unknown=unknown)
        for start in range(0, len(blocks), every)
    ]
    info = box(0x1549A966, box(0x4D80, b"Chrome"))
    inside = info + box(0x1654AE6B, track() if tracks is None else tracks) + box(0xEC, b"empty") + b"".join(clusters)
    return box(0x1A45DFA3, box(0x4282, b"webm")) + box(0x18538067, inside, unknown=unknown)


def mp4(*handlers: bytes, brand: bytes = b"iso5") -> bytes:
    """An MP4 with a track for each handler, as far as anybody looks at it."""
    tracks = [_atom(b"trak", _atom(b"mdia", _atom(b"hdlr", bytes(8) + one + bytes(13)))) for one in handlers]
    return _atom(b"ftyp", brand + bytes(4)) + _atom(b"moov", _atom(b"mvhd", bytes(100)) + b"".join(tracks)) + _atom(
        b"mdat", bytes(50)
    )


def _atom(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


@dataclass(frozen=True)
class Page:
    """One page of Ogg."""

    kind: int
    granule: int
    serial: int
    number: int
    packets: list[bytes]


def read_ogg(content: bytes) -> list[Page]:
    """Every page; an assertion fails where one breaks the rules of RFC 3533."""
    pages, at = [], 0
    while at < len(content):
        mark, version, kind, granule, serial, number, crc, parts = struct.unpack_from("<4sBBqIIIB", content, at)
        assert (mark, version) == (b"OggS", 0)
        sizes = content[at + 27 : at + 27 + parts]
        end = at + 27 + parts + sum(sizes)
        page = bytearray(content[at:end])
        page[22:26] = bytes(4)
        assert (end <= len(content), slow_checksum(bytes(page))) == (True, crc)
        packets, start, long = [], at + 27 + parts, 0
        for size in sizes:
            long += size
            if size < 255:
                packets.append(content[start : start + long])
                start, long = start + long, 0
        assert long == 0, "goes on in the next page"
        pages.append(Page(kind, granule, serial, number, packets))
        at = end
    return pages


def slow_checksum(content: bytes) -> int:
    """As RFC 3533 says it, bit by bit."""
    found = 0
    for byte in content:
        found ^= byte << 24
        for _ in range(8):
            found = (found << 1 ^ (0x04C11DB7 if found & 0x80000000 else 0)) & 0xFFFFFFFF
    return found
