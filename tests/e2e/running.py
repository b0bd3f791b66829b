"""The program as a person starts it: `python run_bot.py`, on a free port, with its own folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answers.decision import Decider
from bot.answers.library import Library
from bot.wiring import CONTENT

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds until the program must be ready


@dataclass
class Running:
    """A started program; `log` is the file with all that it said."""

    url: str
    folder: Path
    log: Path
    process: subprocess.Popen[bytes]

    def ready(self) -> bool:
        """Whether /health says that every part works."""
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def said(self) -> str:
        """Standard output and standard error together."""
        return self.log.read_text(encoding="utf-8")


@contextlib.contextmanager
def running(folder: Path, finder: Path | None = None, **settings: str) -> Iterator[Running]:
    """Start the program, wait until it is ready, and end it politely afterwards.

    `finder` is a folder where the finder was learned before; without it the program starts
    with the quick one. Settings of the machine do not count.
    """
    data = folder / "data"
    if finder:
        shutil.copytree(finder, data / "finder", dirs_exist_ok=True)
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "LISTEN": f"127.0.0.1:{port}", "DATA_DIR": str(data), **settings}
    log = folder / "said.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "run_bot.py"], cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT
        )
    made = Running(f"http://127.0.0.1:{port}", data, log, process)
    try:
        _wait_until_ready(made)
        yield made
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_ready(made: Running) -> None:
    until = time.monotonic() + PATIENCE
    while not made.ready():
        assert made.process.poll() is None, made.said()
        assert time.monotonic() < until, made.said()
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def learn_finder(folder: Path) -> Path:
    """The careful finder, learned once; the folder can be handed to any number of programs."""
    library = Library.load(CONTENT, folder)
    Decider.at_once(library, folder).complete(folder)
    return folder
