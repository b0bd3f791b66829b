"""A recording of a browser becomes a voice message: the wrapping changes, the sound never."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk_app.forms import MAX_UPLOAD
from bot.desk_app.voice import ogg
from bot.desk_app.voice.mp4 import only_sound
from bot.desk_app.voice.opus import samples
from bot.desk_app.voice.recording import repacked
from bot.desk_app.voice.refused import VoiceRefused

from .recordings import HEAD, SILENCE, block, box, mp4, read_ogg, slow_checksum, track, webm

# Milliseconds of a frame by the first five bits of a packet, written out from the table of RFC 6716.
FRAMES = [10, 20, 40, 60] * 3 + [10, 20] * 2 + [2.5, 5, 10, 20] * 4


@st.composite
def packets(draw: st.DrawFn) -> tuple[bytes, int]:
    """A packet and how many samples of 48 kHz it must sound."""
    config, code = draw(st.integers(0, 31)), draw(st.integers(0, 3))
    most = int(120 // FRAMES[config])
    frames = (1, 2, 2)[code] if code < 3 else draw(st.integers(1, most))
    rest = draw(st.binary(max_size=600))
    counted = bytes([draw(st.sampled_from([0, 0x40, 0x80])) | frames]) if code == 3 else b""
    toc = bytes([config << 3 | draw(st.integers(0, 1)) << 2 | code])
    return toc + counted + rest, int(frames * FRAMES[config] * 48)


@settings(max_examples=150, deadline=None)
@given(
    said=st.lists(packets(), min_size=1, max_size=120),
    skipped=st.integers(0, 65_535),
    ways=st.lists(st.sampled_from(["simple", "group"]), min_size=1, max_size=3),
    every=st.integers(1, 60),
    unknown=st.booleans(),
)
def test_the_same_packets_come_out_with_the_right_times(
    said: list[tuple[bytes, int]], skipped: int, ways: list, every: int, unknown: bool
) -> None:
    """However the WebM was cut up: each packet once and in order, and every page knows how much was heard."""
    head = HEAD[:10] + skipped.to_bytes(2, "little") + HEAD[12:]
    recorded = webm(
        [packet for packet, _ in said], tracks=track(head), ways=ways, every=every, unknown=unknown
    )
    total = sum(long for _, long in said)
    if total <= skipped:
        with pytest.raises(VoiceRefused):
            repacked(recorded)
        return
    made = repacked(recorded)
    first, tags, *pages = read_ogg(made.content)
    assert (first.packets, first.granule, first.kind) == ([head], 0, 2)
    assert (tags.packets[0][:8], len(tags.packets), tags.granule, tags.kind) == (b"OpusTags", 1, 0, 0)
    assert [packet for page in pages for packet in page.packets] == [packet for packet, _ in said]
    assert [page.number for page in pages] == list(range(2, len(pages) + 2))
    assert [page.kind for page in pages] == [0] * (len(pages) - 1) + [4]
    heard = place = 0
    for page in pages:
        lengths = [long for _, long in said[place : place + len(page.packets)]]
        place, heard = place + len(lengths), heard + sum(lengths)
        assert page.granule == heard
        assert sum(lengths) <= 48_000
    assert (made.ending, made.seconds) == ("ogg", max(1, round((total - skipped) / 48_000)))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"\x1aE\xdf\xa3", b"OggS", mp4()[:8], webm([SILENCE])]))
def test_random_bytes_are_refused_or_ready_but_never_an_accident(noise: bytes, before: bytes) -> None:
    """Whatever anybody sends, there is one error."""
    for content in (before + noise, noise + before):
        with contextlib.suppress(VoiceRefused):
            repacked(content)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_recording_with_changed_or_missing_bytes_is_no_accident_either(data: st.DataObject) -> None:
    """Damage in the middle; and a recording that is cut off is refused, or ends at a whole box."""
    whole = bytearray(webm([SILENCE] * 60, ways=["simple", "group"], every=7))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = repacked(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    except VoiceRefused:
        return
    assert len(read_ogg(made.content)) > 2


@given(st.binary(max_size=300))
def test_the_sum_of_a_page_is_that_of_the_rfc(content: bytes) -> None:
    """Quick, and the same as bit by bit."""
    assert ogg.checksum(content) == slow_checksum(content)


@pytest.mark.parametrize(
    "broken",
    [
        webm([]),
        webm([b""]),
        webm([b"\x03"]),
        webm([b"\x03\x00"]),
        webm([b"\x1b\x3f"]),  # 63 frames of 60 ms
        webm([b"\xf8" + bytes(70_000)]),
        webm([SILENCE], tracks=b""),
        webm([SILENCE], tracks=track() + track(number=2)),
        webm([SILENCE], tracks=track(kind=1)),
        webm([SILENCE], tracks=track(codec=b"A_VORBIS")),
        webm([SILENCE], tracks=track(number=2)),
        webm([SILENCE], tracks=track(HEAD[:-1])),
        webm([SILENCE], tracks=track(HEAD[:9] + b"\x06" + HEAD[10:])),
        webm([SILENCE], tracks=track(HEAD[:-1] + b"\x01")),
        webm([SILENCE]) + webm([SILENCE]),
        webm([SILENCE]) + box(0xA3, block(SILENCE, flags=0x86)),
        webm([SILENCE]) + box(0xA0, box(0xA1, block(SILENCE)) + box(0xA1, block(SILENCE))),
        webm([SILENCE]) + box(0xA0),
        webm([SILENCE]) + box(0xAB, unknown=True),
        webm([SILENCE])[:-1],
        webm([SILENCE]) + box(0xEC) * 400_001,
        box(0xA3, block(SILENCE)),
        b"\x1aE\xdf\xa3",
        b"OggS" + bytes(300),
        mp4(b"vide", b"soun"),
        mp4(),
        b"\0\0\0\x08ftyp" + b"\0\0\0\x08free" * 60_000,
        b"",
        bytes(MAX_UPLOAD + 1),
    ],
    ids=lambda content: f"{len(content)} bytes",
)  # fmt: skip
def test_what_is_no_recording_of_sound_alone_is_refused(broken: bytes) -> None:
    """Several tracks, film, another codec, laced packets, something cut off, something endless."""
    with pytest.raises(VoiceRefused):
        repacked(broken)


def test_ogg_and_mp4_stay_as_they_are() -> None:
    """What Firefox and older Safari record is taken by Telegram already."""
    firefox = ogg.write_ogg(HEAD, [SILENCE] * 100)
    assert repacked(firefox).content == firefox
    assert (repacked(firefox).ending, repacked(firefox).seconds) == ("ogg", 2)
    safari = mp4(b"soun")
    assert (repacked(safari).content, repacked(safari).ending) == (safari, "m4a")
    assert not only_sound(safari[:-1])


def test_three_minutes_are_small_and_take_a_moment() -> None:
    """At the bit rate of the page it stays under the megabyte that phones show as a voice message."""
    packet = b"\xf8" + bytes(range(80))
    made = repacked(webm([packet] * 9000))
    assert (made.seconds, samples(packet)) == (180, 960)
    assert len(made.content) < 1_000_000
