"""Bringing updates to the bot's webhook: per lane in order, the next one only after a 2xx."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.playground.updates import Pending, Updates

_TIMEOUT = aiohttp.ClientTimeout(total=60)
_LONGEST_WAIT = 60.0
_LONGEST_RETRY_AFTER = 3600.0


@dataclass(slots=True)
class Address:
    """Where the bot wants its updates, and with which secret."""

    url: str
    secret: str = ""
    connections: int = 40


class Webhook:
    """The deliveries; off while there is no address."""

    def __init__(self, updates: Updates) -> None:
        self.address: Address | None = None
        self.last_error: tuple[int, str] | None = None
        self._updates = updates
        self._lanes: dict[str, deque[Pending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)

    def start(self, address: Address) -> None:
        """Deliver to this address from now on, with what waits first."""
        self.stop()
        self.address = address
        self.last_error = None
        self._slots = asyncio.Semaphore(address.connections)
        for pending in list(self._updates.pending.values()):
            self.push(pending)

    def stop(self) -> None:
        """Stop delivering; what waits stays."""
        self.address = None
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    async def close(self) -> None:
        """Stop and close the connections."""
        self.stop()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def push(self, pending: Pending) -> None:
        """Queue an update in its lane."""
        if self.address is None:
            return
        lane = self._lanes.get(pending.lane)
        if lane is not None:
            lane.append(pending)
            return
        self._lanes[pending.lane] = deque([pending])
        task = asyncio.create_task(self._run(pending.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, name: str) -> None:
        lane = self._lanes[name]
        while lane:
            await self._until_taken(lane[0])
            lane.popleft()
        if self._lanes.get(name) is lane:
            del self._lanes[name]

    async def _until_taken(self, pending: Pending) -> None:
        failures = 0
        while pending.id in self._updates.pending and pending.expires > time.time():
            async with self._slots:
                taken, wait = await self._post(pending.update)
            if taken:
                break
            failures += 1
            await asyncio.sleep(wait if wait is not None else _back_off(failures))
        self._updates.confirm(pending.id)

    async def _post(self, update: dict[str, Any]) -> tuple[bool, float | None]:
        """Whether the bot took it, and how long it asks us to wait."""
        assert self.address is not None
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=_TIMEOUT)
        headers = {"Content-Type": "application/json"}
        if self.address.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.address.secret
        body = json.dumps(update, ensure_ascii=False).encode()
        try:
            async with self._session.post(
                self.address.url, data=body, headers=headers, allow_redirects=False
            ) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return True, None
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return False, _asked(answer.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError):
            self._note("Connection failed")
            return False, None

    def _note(self, problem: str) -> None:
        self.last_error = (int(time.time()), problem)


def _back_off(failures: int) -> float:
    """At once, then 2, 4, 8 ... seconds."""
    return 0.0 if failures == 1 else min(2.0 ** (failures - 1), _LONGEST_WAIT)


def _asked(header: str) -> float | None:
    return min(float(header), _LONGEST_RETRY_AFTER) if header.isdigit() else None
