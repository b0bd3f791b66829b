"""Opus packets wrapped as Ogg, which Telegram takes as a voice message (RFC 3533, RFC 7845)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from bot.desk_app.voice.opus import MAGIC, RATE, pre_skip, samples
from bot.desk_app.voice.refused import VoiceRefused

PAGE = b"OggS"
_BEGIN, _END = 2, 4
_SERIAL = 1  # tells streams in one file apart; here there is one
_MOST_PARTS = 255  # of a page, each of at most 255 bytes
_PAGE_HEAD = 27
# What made it, and no remarks: nothing of the browser or the computer goes along.
_TAGS = b"OpusTags" + (7).to_bytes(4, "little") + b"wpi-bot" + (0).to_bytes(4, "little")
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def write_ogg(head: bytes, packets: Sequence[bytes]) -> bytes:
    """The packets as they are, in pages of about a second; VoiceRefused when there is nothing to hear."""
    skipped, total = pre_skip(head), 0
    pages = [_page(0, _BEGIN, 0, [head]), _page(1, 0, 0, [_TAGS])]
    waiting: list[bytes] = []
    parts = began = 0
    for packet in packets:
        long, takes = samples(packet), len(packet) // 255 + 1
        if waiting and (parts + takes > _MOST_PARTS or total + long - began > RATE):
            pages.append(_page(len(pages), 0, total, waiting))
            waiting, parts, began = [], 0, total
        waiting.append(packet)
        parts, total = parts + takes, total + long
    if total <= skipped:
        raise VoiceRefused("nothing to hear")
    return b"".join([*pages, _page(len(pages), _END, total, waiting)])


def is_opus(content: bytes) -> bool:
    """Whether this is Ogg that begins with Opus, by its first page."""
    return content.startswith(PAGE) and content[_PAGE_HEAD + 1 :].startswith(MAGIC)


def seconds(content: bytes) -> int:
    """How long Ogg with Opus sounds, at least one second, by what its last page says; 0 when that makes no sense."""
    last = content.rfind(PAGE)
    granule = int.from_bytes(content[last + 6 : last + 14], "little") if last >= 0 else 0
    found = round((granule - int.from_bytes(content[38:40], "little")) / RATE)
    return max(1, found) if granule and found < 24 * 3600 else 0


def checksum(page: bytes) -> int:
    """Ogg's own sum: as zlib's, but every byte and the sum the other way round, and beginning and ending at zero."""
    found = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int.from_bytes(found.to_bytes(4, "little").translate(_MIRRORED), "big")


def _page(number: int, kind: int, granule: int, packets: Sequence[bytes]) -> bytes:
    """`granule` is how many samples have been heard at the end of the page, those that are skipped too."""
    sizes = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    before = PAGE + bytes([0, kind]) + granule.to_bytes(8, "little")
    before += _SERIAL.to_bytes(4, "little") + number.to_bytes(4, "little")
    after = bytes([len(sizes)]) + sizes + b"".join(packets)
    total = checksum(before + bytes(4) + after)
    return before + total.to_bytes(4, "little") + after
