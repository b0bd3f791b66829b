"""Files of clients on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import CannotDecrypt
from bot.storage.encryption import KeyRing
from bot.storage.files import FileStore
from tests.databases import KEYS

CONTENT = b"%PDF-1.7 Loonstrook van Samira Verzonnen" * 50


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files", KEYS)


def on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_file_is_encrypted_under_a_name_that_says_nothing(store: FileStore, tmp_path: Path) -> None:
    """Nothing of its content is on the disk, and no half file."""
    await store.keep("ab12", CONTENT)
    (path,) = on_disk(tmp_path)
    assert path.name == "ab12"
    assert b"Samira" not in path.read_bytes() and b"PDF" not in path.read_bytes()
    assert await store.read("ab12") == CONTENT
    assert store.ids() == {"ab12"}


async def test_keeping_it_again_is_the_same_file(store: FileStore, tmp_path: Path) -> None:
    """As after a crash between the file and its row."""
    for _ in range(2):
        await store.keep("ab12", CONTENT)
    assert len(on_disk(tmp_path)) == 1


async def test_an_erased_file_is_gone(store: FileStore, tmp_path: Path) -> None:
    """Verified on the disk; erasing again is fine."""
    await store.keep("ab12", CONTENT)
    assert [await store.erase("ab12") for _ in range(2)] == [True, True]
    assert on_disk(tmp_path) == []
    with pytest.raises(FileNotFoundError):
        await store.read("ab12")


async def test_a_file_under_another_name_or_key_does_not_open(store: FileStore, tmp_path: Path) -> None:
    """It is bound to its id."""
    await store.keep("ab12", CONTENT)
    (path,) = on_disk(tmp_path)
    path.with_name("ab13").write_bytes(path.read_bytes())
    with pytest.raises(CannotDecrypt):
        await store.read("ab13")
    with pytest.raises(CannotDecrypt):
        await FileStore(tmp_path / "files", KeyRing({"k1": bytes(32)})).read("ab12")


@pytest.mark.parametrize("file_id", ["../../etc/passwd", "a/b", "", "ab.part"])
async def test_only_ids_are_names(store: FileStore, file_id: str) -> None:
    """No way out of the folder."""
    with pytest.raises(ValueError, match="not an id"):
        await store.keep(file_id, b"x")
