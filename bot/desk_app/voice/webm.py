"""The Opus packets in a WebM recording, as Chromium and Safari make it: one track with sound and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.desk_app.voice.ebml import Element, elements, number, whole
from bot.desk_app.voice.refused import VoiceRefused

MAGIC = b"\x1a\x45\xdf\xa3"
MOST_ELEMENTS = 400_000  # three minutes have some 10 000; more is made to keep us busy
_EBML, _SEGMENT, _CLUSTER = 0x1A45DFA3, 0x18538067, 0x1F43B675
_TRACKS, _TRACK, _TRACK_NUMBER, _TRACK_TYPE = 0x1654AE6B, 0xAE, 0xD7, 0x83
_CODEC, _CODEC_PRIVATE, _ENCODINGS = 0x86, 0x63A2, 0x6D80
_SIMPLE_BLOCK, _BLOCK_GROUP, _BLOCK = 0xA3, 0xA0, 0xA1
_SOUND = 2
_LACING = 0b0000_0110


@dataclass(frozen=True, slots=True)
class Track:
    """The one track: its number in the blocks, and the head of Opus."""

    number: int
    head: bytes


def read_webm(data: bytes) -> tuple[bytes, list[bytes]]:
    """The head of Opus and its packets in order; VoiceRefused when this is anything else.

    The time in a block is not looked at: what counts is how long each packet sounds.
    """
    track, packets = None, []
    for seen, element in enumerate(_flat(data)):
        if seen > MOST_ELEMENTS:
            raise VoiceRefused("too many parts")
        if seen == 0 and element.id != _EBML:
            raise VoiceRefused("no WebM")
        if element.id == _TRACKS:
            if track is not None:
                raise VoiceRefused("tracks twice")
            track = _only_track(data, element)
        elif element.id in (_SIMPLE_BLOCK, _BLOCK_GROUP):
            if track is None:
                raise VoiceRefused("sound before its track")
            packets.append(_packet(data, _block(data, element), track))
    if track is None or not packets:
        raise VoiceRefused("no sound")
    return track.head, packets


def _flat(data: bytes) -> Iterator[Element]:
    return elements(data, 0, len(data), frozenset({_SEGMENT, _CLUSTER}))


def _inside(data: bytes, element: Element) -> Iterator[Element]:
    return elements(data, element.start, element.end)


def _only_track(data: bytes, tracks: Element) -> Track:
    found = [_track(data, one) for one in _inside(data, tracks) if one.id == _TRACK]
    if len(found) != 1:
        raise VoiceRefused("not one track")
    return found[0]


def _track(data: bytes, track: Element) -> Track:
    parts = {one.id: one for one in _inside(data, track)}
    if not {_TRACK_NUMBER, _TRACK_TYPE, _CODEC, _CODEC_PRIVATE} <= set(parts) or _ENCODINGS in parts:
        raise VoiceRefused("an unknown kind of track")
    codec = _content(data, parts[_CODEC]).rstrip(b"\0")
    if whole(data, parts[_TRACK_TYPE]) != _SOUND or codec != b"A_OPUS":
        raise VoiceRefused("no Opus")
    return Track(whole(data, parts[_TRACK_NUMBER]), _content(data, parts[_CODEC_PRIVATE]))


def _block(data: bytes, element: Element) -> Element:
    if element.id == _SIMPLE_BLOCK:
        return element
    found = [one for one in _inside(data, element) if one.id == _BLOCK]
    if len(found) != 1:
        raise VoiceRefused("not one block in a group")
    return found[0]


def _packet(data: bytes, block: Element, track: Track) -> bytes:
    """A block is a track number, two bytes of time, one with flags, and then the packet."""
    belongs, at = number(data, block.start, block.end)
    if belongs != track.number or block.end - at < 4:
        raise VoiceRefused("a block of no track, or without sound")
    if data[at + 2] & _LACING:
        raise VoiceRefused("several packets in one block")  # no browser does this
    return data[at + 3 : block.end]


def _content(data: bytes, element: Element) -> bytes:
    return data[element.start : element.end]
