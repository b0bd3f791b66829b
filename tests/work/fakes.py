"""What the loops of bot/work need, small enough to see through."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.messages import Reply
from bot.storage.units import StorageUnits


class FakeChannel:
    """Takes every message, save where `trouble` holds errors for a chat: one is raised a try."""

    def __init__(self) -> None:
        self.taken: list[tuple[int, str, int | None]] = []
        self.tries: list[int] = []
        self.trouble: dict[int, list[Exception]] = {}

    async def send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
        self.tries.append(chat_id)
        if self.trouble.get(chat_id):
            raise self.trouble[chat_id].pop(0)
        self.taken.append((chat_id, reply.text, replaces))
        return 1000 + len(self.taken)

    def texts(self, chat_id: int) -> list[str]:
        return [text for chat, text, _ in self.taken if chat == chat_id]


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Let the loops work until something is true; ten seconds are more than enough."""
    async with asyncio.timeout(10):
        while not await true():
            await asyncio.sleep(0.005)


async def states(units: StorageUnits, table: str) -> list[tuple[Any, ...]]:
    """(chat, state, attempts) of every row in order."""
    order = "created_at, id" if table == "jobs" else "seq"
    async with units.reading() as unit:
        rows = await unit.transaction.fetch(f"SELECT chat_id, state, attempts FROM {table} ORDER BY {order}")
    return [(row["chat_id"], row["state"], row["attempts"]) for row in rows]
