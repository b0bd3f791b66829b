"""What the phones in the browser hear, as server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

_MOST_WAITING = 1000
HEARTBEAT_SECONDS = 15.0
Event = tuple[str, dict[str, Any]]


class Listeners:
    """The open event streams per chat."""

    def __init__(self) -> None:
        self._queues: dict[int, set[asyncio.Queue[Event | None]]] = {}

    def heard(self, chat_id: int) -> bool:
        """Whether anybody looks at this chat."""
        return chat_id in self._queues

    def tell(self, chat_id: int, name: str, data: dict[str, Any]) -> None:
        """Send an event to all who look; who cannot keep up is cut off and comes back for a snapshot."""
        for queue in self._queues.get(chat_id, ()):
            waiting = queue.qsize()
            if waiting < _MOST_WAITING:
                queue.put_nowait((name, data))
            elif waiting == _MOST_WAITING:
                queue.put_nowait(None)

    @property
    def chat_ids(self) -> list[int]:
        """The chats that somebody looks at."""
        return list(self._queues)

    def close(self) -> None:
        """End all streams."""
        for queues in self._queues.values():
            for queue in queues:
                queue.put_nowait(None)

    def listen(self, chat_id: int) -> asyncio.Queue[Event | None]:
        """Open a queue; what happens from now on comes in."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._queues.setdefault(chat_id, set()).add(queue)
        return queue

    def leave(self, chat_id: int, queue: asyncio.Queue[Event | None]) -> None:
        """Forget a queue."""
        queues = self._queues.get(chat_id, set())
        queues.discard(queue)
        if not queues:
            self._queues.pop(chat_id, None)


def framed(name: str, data: dict[str, Any]) -> bytes:
    """One event in the format of server-sent events."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


async def stream(
    listeners: Listeners, chat_id: int, snapshot: dict[str, Any], queue: asyncio.Queue[Event | None]
) -> AsyncIterator[bytes]:
    """The snapshot, then what comes, with a heartbeat; ends when the queue gives None."""
    try:
        yield framed("snapshot", snapshot)
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield b": heartbeat\n\n"
                continue
            if event is None:
                return
            yield framed(*event)
    finally:
        listeners.leave(chat_id, queue)
