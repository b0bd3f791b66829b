"""A playground on a free port, and the phone of a client to act with."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import uvicorn
from starlette.types import ASGIApp

from bot.playground.connection import IDLE_SECONDS

TOKEN = "1:test"


@contextlib.asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """Serve `app` on a free port of this machine; its address."""
    config = uvicorn.Config(
        app, "127.0.0.1", 0, log_level="warning", timeout_graceful_shutdown=1, timeout_keep_alive=IDLE_SECONDS
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


@dataclass
class Phone:
    """The control API, as the page uses it."""

    session: aiohttp.ClientSession
    url: str

    async def act(self, chat_id: int, what: str, **body: Any) -> dict[str, Any]:
        """POST an act of a client."""
        async with self.session.post(f"{self.url}/play/chats/{chat_id}/{what}", json=body) as answer:
            return await answer.json()

    async def send(self, chat_id: int, text: str) -> int:
        """Send one text; its message id."""
        return (await self.act(chat_id, "send", text=text))["message_ids"][0]

    async def send_files(self, chat_id: int, files: list[tuple[str, bytes]], **fields: str) -> list[int]:
        """Send files; the message ids."""
        form = aiohttp.FormData(fields, quote_fields=False)
        for name, content in files:
            form.add_field("files", content, filename=name)
        async with self.session.post(f"{self.url}/play/chats/{chat_id}/send", data=form) as answer:
            return (await answer.json())["message_ids"]

    async def trouble(self, **fault: Any) -> None:
        """Make trouble."""
        async with self.session.post(f"{self.url}/play/trouble", json=fault) as answer:
            assert answer.status == 200

    async def log(self, chat_id: int) -> list[dict[str, Any]]:
        """The calls of the bot about this chat."""
        async with self.session.get(f"{self.url}/play/log", params={"chat_id": chat_id}) as answer:
            return (await answer.json())["calls"]

    async def messages(self, chat_id: int) -> list[dict[str, Any]]:
        """What the phone shows."""
        async with self.session.get(f"{self.url}/play/chats/{chat_id}/events") as answer:
            return (await next_event(answer, "snapshot"))["messages"]

    async def raw(self, method: str, token: str = TOKEN, **values: Any) -> tuple[int, dict[str, Any]]:
        """A call of the Bot API as it is on the wire."""
        async with self.session.post(f"{self.url}/bot{token}/{method}", json=values) as answer:
            return answer.status, await answer.json()


async def next_event(answer: aiohttp.ClientResponse, name: str) -> dict[str, Any]:
    """The data of the next event with this name."""
    current = ""
    async for line in answer.content:
        text = line.decode().rstrip("\n")
        if text.startswith("event: "):
            current = text[7:]
        elif text.startswith("data: ") and current == name:
            return json.loads(text[6:])
    raise AssertionError(f"the stream ended before {name}")
