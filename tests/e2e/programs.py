"""The bot and the stand-in for Telegram as programs of their own, as they run in earnest."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parents[2]
TOKEN = "1:test"


def free_port() -> int:
    """A port that nobody used a moment ago."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def run(command: list[str], environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start a program in a process group of its own; what it says goes to `log`."""
    with log.open("ab") as said:
        return subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=said, stderr=said, start_new_session=True
        )


async def kill(program: subprocess.Popen[bytes]) -> None:
    """Kill -9 for the program alone: what it leaves behind must see to itself."""
    program.kill()
    await asyncio.to_thread(program.wait)


def bury(program: subprocess.Popen[bytes]) -> None:
    """At the end of a test: the program and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


def start_bot(environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """The bot, by the settings in `environment`."""
    return run([sys.executable, "run_bot.py"], environment, log)


class StandIn:
    """The stand-in's control calls."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self.url = url

    async def inject(self, updates: list[dict[str, Any]]) -> list[int]:
        """Queue raw updates; their numbers."""
        async with self._session.post(f"{self.url}/play/updates", json=updates) as answer:
            assert answer.status == 200
            numbers: list[int] = (await answer.json())["update_ids"]
            return numbers

    async def calls(self) -> list[dict[str, Any]]:
        """Everything that the bot called, oldest first."""
        async with self._session.get(f"{self.url}/play/log") as answer:
            found: list[dict[str, Any]] = (await answer.json())["calls"]
            return found

    async def upload(self, chat_id: int, content: bytes) -> dict[str, Any]:
        """A document that a client sends; as the bot will see it is in the next update of getUpdates."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("files", content, filename="loonstrook.pdf")
        async with self._session.post(f"{self.url}/play/chats/{chat_id}/send", data=form) as answer:
            assert answer.status == 200
        values = {"offset": 0, "timeout": 0}
        async with self._session.post(f"{self.url}/bot{TOKEN}/getUpdates", json=values) as answer:
            update: dict[str, Any] = (await answer.json())["result"][-1]
        return dict(update["message"]["document"])

    async def forget_updates(self) -> None:
        """Drop what waits for the bot."""
        values = {"drop_pending_updates": True}
        async with self._session.post(f"{self.url}/bot{TOKEN}/deleteWebhook", json=values) as answer:
            assert answer.status == 200


@contextlib.asynccontextmanager
async def stand_in(log: Path) -> AsyncIterator[StandIn]:
    """The stand-in, ready, with an open door."""
    port = free_port()
    command = [sys.executable, "-m", "bot.playground", "--port", str(port), "--token", TOKEN, "--open-door"]
    program = run(command, {}, log)
    try:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}"
            await _answers(session, f"{url}/play/state")
            yield StandIn(session, url)
    finally:
        bury(program)


async def _answers(session: aiohttp.ClientSession, address: str) -> None:
    async with asyncio.timeout(30):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(address) as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.05)
