"""Wrong use: one clear sentence on standard error, exit status 2, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import ROOT, run

WRONG = [
    ["nonsense"],
    ["ask"],
    ["ask", "vraag", "--batch", "x"],
    ["ask", "vraag", "--lang", "klingon"],
    ["ask", "--batch", "not-there.jsonl"],
    ["ask", "--batch", "."],
    ["read-payslip"],
    ["read-payslip", "not-there.pdf"],
    ["read-payslip", "--batch", "."],
    ["content"],
    ["staff", "add", " "],
    ["staff", "add", "Karin", "--role", "boss"],
    ["staff", "login-link", "Nobody"],
    ["client", "invite", "--name", "Samira"],
    ["client", "invite", "--name", "Samira", "--caseworker", "Nobody"],
    ["client", "invite", "--number", "K-0000-0000"],
    ["backup", "not/there.tar.gz"],
    ["erase", "--client", "K-0000-0000", "--yes"],
    ["export", "--client", "K-0000-0000", "x.zip"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_use_gives_one_sentence(words: list[str], tmp_path: Path) -> None:
    """The sentence is the only line, and nothing is on standard output."""
    said = run(tmp_path / "data", *words)
    assert (said.status, said.out) == (2, "")
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "settings",
    [
        {"LISTEN": "nowhere"},
        {"DATABASE_URL": "mysql://x"},
        {"ENCRYPTION_KEYS": "k1:short"},
        {"MUNICIPALITY": "not-there.yaml"},
    ],
    ids=str,
)
def test_a_wrong_setting_is_named(settings: dict[str, str], tmp_path: Path) -> None:
    """A setting that is not right ends the command with its name."""
    said = run(tmp_path / "data", "purge", "--dry-run", **settings)
    assert said.status == 2
    assert next(iter(settings)) in said.err


@pytest.mark.parametrize("words", [["--help"], ["staff", "list"], ["nonsense"]], ids=" ".join)
def test_a_reader_that_goes_away_gets_no_traceback(words: list[str], tmp_path: Path) -> None:
    """As with `| head`: nothing is said about a pipe that nobody reads."""
    run(tmp_path / "data", "staff", "add", "Karin")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, str(ROOT / "run_bot.py"), *words]
    settings = {"PATH": os.defpath, "DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(
        command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, env=settings, timeout=60
    )
    os.close(writer)
    assert "Error" not in done.stderr and "Exception" not in done.stderr
    assert done.returncode == (2 if words == ["nonsense"] else 0)


def test_an_unexpected_error_gives_its_kind_and_no_more(tmp_path: Path) -> None:
    """A data folder that is a file: one sentence that sends to the doctor, without the message of the error."""
    (tmp_path / "data").write_text("I am a file")
    said = run(tmp_path / "data", "staff", "list")
    assert said.status == 1
    assert "doctor" in said.err and len(said.err.splitlines()) == 1
    assert run(tmp_path / "data", "doctor").status == 2
