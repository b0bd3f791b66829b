"""Hundreds of broken, lying and strange files, the same ones for the same seed."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.paper import hostile
from tests.paper.payslips import sample_payslip


def files(count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` files: seeds of many kinds, each damaged in a way of its own."""
    rng = random.Random(seed)
    seeds = [sample_payslip(), *(hostile.picture(kind) for kind in ("JPEG", "PNG", "WEBP")), *_liars(), *_others()]
    for number in range(count):
        data = seeds[number % len(seeds)]
        yield data if number < len(seeds) else rng.choice(_DAMAGE)(data, rng)


def _liars() -> list[bytes]:
    """Files that claim to be what they are not, or larger than they are."""
    huge = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pixels = _chunk(b"IDAT", zlib.compress(bytes(200_000)))
    bomb = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", huge) + pixels + _chunk(b"IEND", b"")
    jpeg = hostile.picture("JPEG")
    return [
        bomb,
        jpeg[:-2] + b"%PDF-1.7 polyglot" + sample_payslip(),
        b"%PDF-1.7\n" + jpeg,
        b"<html><script>alert(1)</script></html>%PDF-1.7",
        hostile.with_script(),
        hostile.encrypted(),
        hostile.many_pages(40),
        hostile.garbage(),
        hostile.truncated(),
        hostile.too_many_letters(),
        hostile.picture("GIF"),
        _thin(),
    ]


def _others() -> list[bytes]:
    program, archive = b"MZ\x90\x00" + bytes(300), b"PK\x03\x04" + bytes(300)
    return [b"", b"\x00", program, archive, b"zomaar tekst", bytes(5000), b"\xff\xd8\xff"]


def _thin() -> bytes:
    out = io.BytesIO()
    Image.new("L", (9000, 1), 255).save(out, "PNG")
    return out.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _flipped(data: bytes, rng: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 40)):
        if damaged:
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randint(0, len(data))]


def _repeated(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[max(0, at - rng.randint(1, 400)) : at] * rng.randint(2, 30) + data[at:]


def _tail(data: bytes, rng: random.Random) -> bytes:
    return data + rng.randbytes(rng.randint(1, 3000))


def _middle_gone(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[at + rng.randint(1, 500) :]


_DAMAGE = (_flipped, _cut, _repeated, _tail, _middle_gone)
