"""What must be known of Opus without decoding it: its head, and how long a packet sounds (RFC 6716, RFC 7845)."""

from __future__ import annotations

from bot.desk_app.voice.refused import VoiceRefused

RATE = 48_000  # Opus counts in 48 kHz, whatever the microphone did
MAGIC = b"OpusHead"
_HEAD_BYTES = 19  # without a table of channels
_LONGEST = RATE * 120 // 1000  # samples: RFC 6716, 3.2.5
_MOST_BYTES = 61_440  # 48 frames of at most 1275 bytes with their lengths; so a packet always fits in one page of Ogg
# Samples of a frame by the first five bits of a packet: RFC 6716, table 2.
_SILK = (480, 960, 1920, 2880)
_HYBRID = (480, 960)
_CELT = (120, 240, 480, 960)


def pre_skip(head: bytes) -> int:
    """The samples at the beginning that are not played; VoiceRefused unless this is the head of one or two channels."""
    if len(head) != _HEAD_BYTES or not head.startswith(MAGIC):
        raise VoiceRefused("no head of Opus")
    version, channels, family = head[8], head[9], head[18]
    if version > 15 or channels not in (1, 2) or family != 0:
        raise VoiceRefused("another kind of Opus")
    return int.from_bytes(head[10:12], "little")


def samples(packet: bytes) -> int:
    """How long this packet sounds."""
    if not packet or len(packet) > _MOST_BYTES:
        raise VoiceRefused("an empty packet, or one that is too large")
    found = _frame(packet[0] >> 3) * _frames(packet)
    if not 0 < found <= _LONGEST:
        raise VoiceRefused("a packet of no time, or of too much")
    return found


def _frame(config: int) -> int:
    if config < 12:
        return _SILK[config % 4]
    return _HYBRID[config % 2] if config < 16 else _CELT[config % 4]


def _frames(packet: bytes) -> int:
    code = packet[0] & 3
    if code < 3:
        return 1 if code == 0 else 2
    if len(packet) < 2:
        raise VoiceRefused("a packet is cut off")
    return packet[1] & 63
