"""Backup, migrate, rekey, purge, erase, export and doctor as programs."""

from __future__ import annotations

import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from bot.storage.encryption import new_key
from tests.commands.running import ROOT, number_of, run

SERVER = os.environ.get("TEST_DATABASE_URL", "")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder in which Karin works."""
    assert run(tmp_path / "data", "staff", "add", "Karin").status == 0
    return tmp_path / "data"


def invited(data: Path) -> str:
    """The number of a new client."""
    return number_of(run(data, "client", "invite", "--name", "Samira", "--caseworker", "Karin"))


def test_migrate_says_what_it_did(tmp_path: Path) -> None:
    """The first time there is work, the second time there is none."""
    assert "Migrations done: 1, 2" in run(tmp_path / "data", "migrate").out
    assert run(tmp_path / "data", "migrate").out == "The database is up to date.\n"


def test_a_backup_can_be_put_back(data: Path, tmp_path: Path) -> None:
    """Database and keys from the archive make an installation that knows the same client."""
    number = invited(data)
    archive = tmp_path / "copy.tar.gz"
    assert run(data, "backup", str(archive), "--with-keys").status == 0
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "again", filter="data")
    assert number in run(tmp_path / "again", "client", "list").out


def test_a_backup_holds_no_keys_unless_asked(data: Path, tmp_path: Path) -> None:
    """Data and keys do not lie together by accident; an existing file is not overwritten."""
    archive = tmp_path / "copy.tar.gz"
    run(data, "backup", str(archive))
    with tarfile.open(archive) as packed:
        assert packed.getnames() == ["bot.db"]
    assert run(data, "backup", str(archive)).status == 2


@pytest.mark.skipif(not SERVER, reason="TEST_DATABASE_URL is not set")
def test_a_backup_of_postgresql_names_its_own_tool(tmp_path: Path) -> None:
    """pg_dump makes that copy; we do not pretend to."""
    said = run(tmp_path / "data", "backup", str(tmp_path / "copy.tar.gz"), DATABASE_URL=SERVER)
    assert said.status == 2
    assert "pg_dump" in said.err and not (tmp_path / "copy.tar.gz").exists()


def test_erase_asks_first_and_then_removes(data: Path) -> None:
    """Without a person at the keyboard --yes is needed; afterwards the client is unknown."""
    number = invited(data)
    assert run(data, "erase", "--client", number).status == 2
    assert number in run(data, "client", "list").out
    assert run(data, "erase", "--client", number, "--yes").status == 0
    assert number not in run(data, "client", "list").out
    assert run(data, "erase", "--client", number, "--yes").status == 2


def test_export_writes_a_private_zip(data: Path, tmp_path: Path) -> None:
    """The copy can be opened and only its owner can read it."""
    target = tmp_path / "copy.zip"
    assert run(data, "export", "--client", invited(data), str(target)).status == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "Samira" in zipfile.ZipFile(target).read("gegevens.json").decode()


def test_a_dry_run_of_purge_removes_nothing(data: Path, tmp_path: Path) -> None:
    """It counts what would go; only without --dry-run does it go."""
    number = invited(data)
    policy = tmp_path / "policy.yaml"
    policy.write_text("name: X\ndepartment: X\ndepartment_short: X\nanswer_within_working_days: 2\nkeep_days: 0\n")
    assert "clients: 1" in run(data, "purge", "--dry-run", MUNICIPALITY=str(policy)).out
    assert number in run(data, "client", "list").out
    assert "clients: 1" in run(data, "purge", MUNICIPALITY=str(policy)).out
    assert number not in run(data, "client", "list").out


def test_rekey_says_which_key_can_go(data: Path) -> None:
    """After it, the installation works with the new key alone."""
    number, old = invited(data), (data / "keys").read_text()
    fresh = new_key("k2")
    (data / "keys").write_text(f"{fresh}\n{old}")
    assert "Nothing is left of: k1" in run(data, "rekey").out
    (data / "keys").write_text(fresh)
    assert number in run(data, "client", "list").out


def test_the_doctor_sees_a_key_file_that_others_can_read(data: Path) -> None:
    """Each part has a line; what is wrong says what to do."""
    (data / "keys").chmod(0o644)
    said = run(data, "doctor")
    assert said.status == 1
    assert "not ok  keys: others can read the key file; run chmod 600" in said.out
    newest = len(list((ROOT / "bot" / "storage" / "migrations").glob("*.sql")))
    assert f"ok      database: sqlite, version {newest}" in said.out


def test_the_doctor_calls_a_wrong_setting_wrong(data: Path) -> None:
    """Exit status 2 is for settings; the line says which."""
    said = run(data, "doctor", MUNICIPALITY="not-there.yaml")
    assert said.status == 2
    assert "not ok  municipality" in said.out


def test_the_doctor_says_when_telegram_is_not_there(data: Path) -> None:
    """A server that does not answer is a line, not a crash."""
    said = run(data, "doctor", TELEGRAM_BOT_TOKEN="1:x", TELEGRAM_API_BASE_URL="http://127.0.0.1:9")
    assert said.status == 1
    assert "not ok  telegram" in said.out
