"""A PostgreSQL for the time of the measurement, when its programs are on this machine."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import free_port


@dataclass(frozen=True, slots=True)
class Server:
    """Its address, and its main process when that is ours to measure."""

    url: str
    pid: int | None


@contextlib.contextmanager
def server(folder: Path) -> Iterator[Server | None]:
    """The one of TEST_DATABASE_URL, or a private one in `folder`, or None."""
    given = os.environ.get("TEST_DATABASE_URL", "")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if given or not programs:
        yield Server(given, None) if given else None
        return
    data, port = folder / "pg", free_port()
    data.mkdir()
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        folder.chmod(0o755)
        shutil.chown(data, "postgres", "postgres")
    _run(programs[-1] / "initdb", "--pgdata", data, "--auth=trust", "--username=bench", "--encoding=UTF8")
    options = f"-p {port} -k {data} -c listen_addresses=127.0.0.1"
    _run(programs[-1] / "pg_ctl", "--pgdata", data, "--wait", "--log", data / "log", "--options", options, "start")
    try:
        pid = int((data / "postmaster.pid").read_text().splitlines()[0])
        yield Server(f"postgresql://bench@127.0.0.1:{port}/postgres", pid)
    finally:
        _run(programs[-1] / "pg_ctl", "--pgdata", data, "--mode=fast", "stop")


def _run(*command: str | Path) -> None:
    who = "postgres" if os.getuid() == 0 else None
    subprocess.run([str(part) for part in command], user=who, check=True, stdout=subprocess.DEVNULL, cwd="/")
