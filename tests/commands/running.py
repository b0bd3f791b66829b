"""Runs commands as people do: as a program, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    status: int
    out: str
    err: str


def run(data: Path, *words: str, stdin: str = "", **settings: str) -> Said:
    """Run `run_bot.py` with these words and settings; nothing of the tester's own settings."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    done = subprocess.run(
        [sys.executable, str(ROOT / "run_bot.py"), *words],
        cwd=data.parent,
        env={**keep, "DATA_DIR": str(data), **settings},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=390,
    )
    assert "Traceback" not in done.stderr
    return Said(done.returncode, done.stdout, done.stderr)


def number_of(said: Said) -> str:
    """The client's number that `client invite` printed."""
    assert said.status == 0, said.err
    return said.out.split("Client: ")[1].split("\n")[0]
