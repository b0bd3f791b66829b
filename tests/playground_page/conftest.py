"""The playground alone on a free port, Chromium, and a page that must stay free of errors."""

from __future__ import annotations

import itertools
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import chromium

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

TOKEN = "1:test"
ROOT = Path(__file__).parents[2]
FLAGS = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@dataclass
class Town:
    """The running playground: `bot` calls the Bot API, `phone` acts as a client, `newcomer` invents one."""

    url: str
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(91_001))

    def ask(self, path: str, body: dict[str, Any]) -> Any:
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def bot(self, method: str, **values: Any) -> Any:
        return self.ask(f"/bot{TOKEN}/{method}", values)["result"]

    def phone(self, client: int, act: str, **values: Any) -> Any:
        return self.ask(f"/play/chats/{client}/{act}", values)

    def newcomer(self, *, started: bool = True) -> int:
        client = next(self.ids)
        self.phone(client, "start") if started else self.phone(client, "offline", seconds=0)
        return client

    def updates_of(self, client: int) -> list[dict[str, Any]]:
        """Everything that waits, acknowledged; the bodies that are about this client."""
        updates = self.bot("getUpdates", timeout=0)
        if updates:
            self.bot("getUpdates", timeout=0, offset=updates[-1]["update_id"] + 1)
        bodies = [body for update in updates for body in update.values() if isinstance(body, dict)]
        return [body for body in bodies if body.get("from", {}).get("id") == client]


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bot.playground", "--port", str(port), "--token", TOKEN, "--open-door"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout and "ready" in process.stdout.readline()
        yield Town(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium(*FLAGS) as started:
        yield started


class Window:
    """Opens the page of one client in a fresh browser profile and keeps every complaint of the console."""

    def __init__(self, browser: Any, url: str) -> None:
        self.browser = browser
        self.url = url
        self.complaints: list[str] = []
        self.contexts: list[Any] = []

    def open(self, client: int, **options: Any) -> Any:
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **options})
        context.set_default_timeout(8000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{self.url}/#client={client}")
        page.locator("#field:visible, #start:visible, #unblock:visible").first.wait_for()
        return page


@pytest.fixture
def window(browser: Any, town: Town) -> Iterator[Window]:
    made = Window(browser, town.url)
    yield made
    for context in made.contexts:
        context.close()
    assert made.complaints == []
