"""A sealed value opens with its key and in its place, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import CannotDecrypt, WrongUse
from bot.storage.encryption import KeyRing, key_ring, new_key, parse_keys

OLD, NEW = bytes(32), bytes([1]) * 32
RING = KeyRing({"old": OLD})


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_sealed_opens_as_it_was(value: bytes, place: str) -> None:
    """And is not to be seen in between."""
    sealed = RING.seal(value, place)
    assert RING.open(sealed, place) == value
    assert len(value) < 4 or value not in sealed


@given(st.recursive(st.none() | st.text() | st.integers() | st.just("\ud83d"), st.lists))
def test_json_comes_back_as_it_was(value: object) -> None:
    """Also half a surrogate pair, which some phones send."""
    assert RING.open_json(RING.seal_json(value, "p"), "p") == value


def test_the_same_value_is_never_sealed_the_same_way() -> None:
    """So that equal names cannot be found by looking."""
    assert len({RING.seal(b"Samira", "p") for _ in range(50)}) == 50


def test_a_value_moved_to_another_row_does_not_open() -> None:
    """It is bound to its place."""
    with pytest.raises(CannotDecrypt):
        RING.open(RING.seal(b"value", "clients.name:1"), "clients.name:2")


@given(st.integers(0, 200), st.integers(1, 255))
def test_a_changed_byte_is_noticed(place: int, change: int) -> None:
    """Wherever it is."""
    sealed = bytearray(RING.seal(b"value", "p"))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(CannotDecrypt):
        RING.open(bytes(sealed), "p")


@pytest.mark.parametrize("sealed", [b"", b"\x03old", b"\x03old" + bytes(12), b"\xff"])
def test_what_was_never_sealed_is_an_error_of_ours(sealed: bytes) -> None:
    """Not one of the library."""
    with pytest.raises(CannotDecrypt):
        RING.open(sealed, "p")


def test_a_wrong_key_of_the_same_name_does_not_open() -> None:
    """CannotDecrypt, and the message holds no value."""
    with pytest.raises(CannotDecrypt) as caught:
        KeyRing({"old": NEW}).open(RING.seal(b"Samira", "p"), "p")
    assert "Samira" not in str(caught.value)


def test_keys_can_be_changed() -> None:
    """The new key seals, the old one still opens; without it the old values are closed."""
    before = RING.seal(b"value", "p")
    both = KeyRing({"new": NEW, "old": OLD})
    after = both.seal(b"value", "p")
    assert (both.key_of(before), both.key_of(after)) == ("old", "new")
    assert both.open(before, "p") == both.open(after, "p") == b"value"
    with pytest.raises(CannotDecrypt):
        KeyRing({"new": NEW}).open(before, "p")


def test_the_setting_names_the_newest_first() -> None:
    """Separated by commas or lines."""
    ring = parse_keys(f"{new_key('b')},\n{new_key('a')}")
    assert (ring.newest, ring.ids) == ("b", ("b", "a"))


KEY = "A" * 43 + "="


@pytest.mark.parametrize("text", ["", "a:", "a:AAAA", "a", f"é:{KEY}", f"a:{KEY} a:{KEY}"])
def test_a_bad_setting_is_refused(text: str) -> None:
    """With a sentence, before anything is written."""
    with pytest.raises(WrongUse):
        parse_keys(text)


def test_the_key_file_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    """Mode 0600; a second start opens what the first one sealed."""
    sealed = key_ring("", tmp_path / "data").seal(b"value", "p")
    assert (tmp_path / "data/keys").stat().st_mode & 0o777 == 0o600
    assert key_ring("", tmp_path / "data").open(sealed, "p") == b"value"
