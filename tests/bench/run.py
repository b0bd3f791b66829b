"""What the whole bot costs, beside a bare echo bot in the same run: `make bench`.

The whole bot receives durably, answers from the real content, and sends durably. The echo
bot is python-telegram-bot with its defaults (httpx, one update after the other) and keeps
nothing. Both talk to the same local stand-in for Telegram. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import asyncio
import os
import signal
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import aiohttp  # noqa: E402

from tests.bench.load import Result, as_fast_as_it_can, at_a_fixed_pace  # noqa: E402
from tests.bench.postgres import server  # noqa: E402
from tests.bench.processes import free_port, peak_mebibytes, running, wait_for_line  # noqa: E402
from tests.bench.stand_in import StandIn  # noqa: E402

TOKEN = "1:test"
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bot to measure: how it starts, and the line that says it is ready."""

    name: str
    command: tuple[str, ...]
    ready: str
    environment: Mapping[str, str]
    database_pid: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The median of the fast runs by CPU, the paced run, and the peak of memory in MiB."""

    fast: Result
    paced: Result
    memory: float


async def measured(candidate: Candidate, folder: Path) -> Figures:
    """Start a fresh stand-in and the bot, warm up, measure."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    play = [sys.executable, "-m", "bot.playground", "--port", str(port), "--token", TOKEN, "--open-door"]
    command = [part.format(base=base) for part in candidate.command]
    environment = {**candidate.environment, "TELEGRAM_API_BASE_URL": base}
    log = folder / "bot.log"
    with running(play, folder / "play.log", folder=ROOT) as stand_in_process:
        wait_for_line(folder / "play.log", "Playground ready", stand_in_process)
        with running(command, log, environment, ROOT) as process:
            wait_for_line(log, candidate.ready, process)
            async with aiohttp.ClientSession() as session:
                stand_in = StandIn(base, session)
                pids = process.pid, candidate.database_pid
                await as_fast_as_it_can(stand_in, *pids)  # warm
                fast = [await as_fast_as_it_can(stand_in, *pids) for _ in range(ROUNDS)]
                paced = await at_a_fixed_pace(stand_in, *pids)
            middle = statistics.median_low(result.cpu_ms for result in fast)
            return Figures(next(r for r in fast if r.cpu_ms == middle), paced, peak_mebibytes(process.pid))


def whole_bot(name: str, folder: Path, database_url: str, pid: int | None = None) -> Candidate:
    """The bot as `python run_bot.py` starts it, without the limits that Telegram sets."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "DATABASE_URL": database_url,
        "DATA_DIR": str(folder / "data"),
        "LISTEN": f"127.0.0.1:{free_port()}",
        "SEND_PER_SECOND": "100000",
    }
    return Candidate(name, (sys.executable, "run_bot.py"), "finder_ready", environment, pid)


async def learn(candidate: Candidate, folder: Path) -> None:
    """Start once so that the answers are learned and kept; a later start only reads them."""
    log = folder / "learn.log"
    nowhere = {**candidate.environment, "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9"}
    with running(candidate.command, log, nowhere, ROOT) as process:
        wait_for_line(log, candidate.ready, process, seconds=400)


async def main() -> None:
    """Measure all, print the table."""
    with tempfile.TemporaryDirectory(prefix="wpi-bench-") as name:
        folder = Path(name)
        echo_file = str(Path(__file__).with_name("echo_bot.py"))
        echo = Candidate("echo bot", (sys.executable, echo_file, "{base}", TOKEN), "", dict(os.environ))
        sqlite = whole_bot("whole bot, SQLite", folder, f"sqlite:///{folder}/bot.db")
        await learn(sqlite, folder)
        rows = {c.name: await measured(c, folder) for c in (echo, sqlite)}
        with server(folder) as found:
            if found:
                postgresql = whole_bot("whole bot, PostgreSQL", folder, found.url, found.pid)
                rows[postgresql.name] = await measured(postgresql, folder)
    _print(rows)
    if not found:
        sys.stdout.write("PostgreSQL was left out: no TEST_DATABASE_URL, and no programs of it on this machine.\n")


def _print(rows: Mapping[str, Figures]) -> None:
    names = ("CPU ms an update", "x echo", "CPU ms a message", "updates a second", "p50 ms", "p99 ms")
    paced = ("at 30/s: CPU ms", "p50 ms", "p99 ms")
    lines = [("", *names, *paced, "peak MiB", "database's CPU ms")]
    base = next(iter(rows.values())).fast.cpu_ms
    for name, f in rows.items():
        per_message = f.fast.cpu_ms * f.fast.updates / f.fast.messages
        figures = (f.fast.cpu_ms, f.fast.cpu_ms / base, per_message, f.fast.rate, f.fast.p50, f.fast.p99)
        more = (f.paced.cpu_ms, f.paced.p50, f.paced.p99, f.memory, f.fast.extra_cpu_ms)
        lines.append((name, *(_short(figure) for figure in (*figures, *more))))
    for label, *figures in zip(*lines, strict=True):
        sys.stdout.write(label.ljust(20) + "".join(figure.rjust(24) for figure in figures) + "\n")


def _short(figure: float) -> str:
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.2f}"


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that nothing that was started stays behind
    asyncio.run(main())
