"""Two kinds of load: as fast as the bot can, and at a fixed pace."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.bench.processes import cpu_seconds
from tests.bench.stand_in import StandIn

IN_FLIGHT = 200
CHATS, EACH = 400, 4  # below the burst of five that one chat may get at once
PACE, PACED = 30, 300  # messages a second, messages
LONGEST = 60.0  # seconds until a run is called off

QUESTIONS = (
    "Wanneer krijg ik mijn bijstand?",
    "Mijn uitkering is opgeschort, wat moet ik doen?",
    "Ik ga samenwonen, wat gebeurt er met mijn bijstand",
    "Hoe geef ik mijn inkomsten door?",
    "Ik ben verhuisd, wat moet ik doorgeven?",
    "Hoe vraag ik zorgtoeslag aan?",
    "Wanneer moet mijn btw-aangifte binnen zijn?",
    "Ik heb een brief gekregen en ik begrijp hem niet",
)
_new_chat = count(7_000_000)


@dataclass(frozen=True, slots=True)
class Result:
    """One run. CPU in milliseconds an update, latencies in milliseconds."""

    updates: int
    messages: int
    seconds: float
    cpu_ms: float
    extra_cpu_ms: float
    p50: float
    p99: float

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.updates / self.seconds


async def as_fast_as_it_can(stand_in: StandIn, pid: int, extra_pid: int | None = None) -> Result:
    """`IN_FLIGHT` messages are always open; a new one is written when one is answered."""
    chats = [next(_new_chat) for _ in range(CHATS)]
    asked = len(QUESTIONS)
    todo = [(chat, QUESTIONS[(n + turn) % asked]) for turn in range(EACH) for n, chat in enumerate(chats)]
    run = await _Run.begin(stand_in, pid, extra_pid)
    while run.given < len(todo) or await stand_in.sent() < run.given:
        room = IN_FLIGHT - (run.given - await stand_in.sent())
        if room >= IN_FLIGHT // 10 and run.given < len(todo):
            await run.say(todo[run.given : run.given + room])
        await asyncio.sleep(0.01)
        run.check_time()
    return await run.end()


async def at_a_fixed_pace(stand_in: StandIn, pid: int, extra_pid: int | None = None) -> Result:
    """`PACE` messages a second, whatever the bot does, each in a chat of its own."""
    run = await _Run.begin(stand_in, pid, extra_pid)
    for number in range(PACED):
        await asyncio.sleep(max(0.0, run.start + number / PACE - time.monotonic()))
        await run.say([(next(_new_chat), QUESTIONS[number % len(QUESTIONS)])])
    while await stand_in.sent() < PACED:
        await asyncio.sleep(0.02)
        run.check_time()
    return await run.end()


class _Run:
    def __init__(self, stand_in: StandIn, pid: int, extra_pid: int | None) -> None:
        self._stand_in, self._pid, self._extra = stand_in, pid, extra_pid
        self._said: dict[int, list[float]] = {}
        self._cpu, self._extra_cpu = cpu_seconds(pid), cpu_seconds(extra_pid) if extra_pid else 0.0
        self.given = 0
        self.start = time.monotonic()

    @classmethod
    async def begin(cls, stand_in: StandIn, pid: int, extra_pid: int | None) -> _Run:
        await stand_in.clear()
        return cls(stand_in, pid, extra_pid)

    async def say(self, texts: list[tuple[int, str]]) -> None:
        at = await self._stand_in.say(texts)
        self.given += len(texts)
        for chat, _ in texts:
            self._said.setdefault(chat, []).append(at)

    def check_time(self) -> None:
        if time.monotonic() - self.start > LONGEST:
            raise SystemExit(f"Only part of {self.given} messages was answered within {LONGEST:.0f} seconds.")

    async def end(self) -> Result:
        seconds = time.monotonic() - self.start
        before = -1
        while before < (before := await self._stand_in.sent()):  # an update may give a second message
            await asyncio.sleep(0.3)  # what was sent is still to be written down: that is part of the cost
        cpu = cpu_seconds(self._pid) - self._cpu
        extra = (cpu_seconds(self._extra) - self._extra_cpu) if self._extra else 0.0
        calls = await self._stand_in.log()
        waits = _waits(self._said, calls)
        if not waits:
            raise SystemExit("No message got an answer: there is nothing to measure.")
        return Result(
            self.given,
            len(calls),
            seconds,
            1000 * cpu / self.given,
            1000 * extra / self.given,
            1000 * waits[len(waits) // 2],
            1000 * waits[min(len(waits) - 1, len(waits) * 99 // 100)],
        )


def _waits(said: dict[int, list[float]], calls: list[dict[str, Any]]) -> list[float]:
    """Seconds from each message to the first answer in its chat after it, short to long."""
    heard: dict[int, list[float]] = {}
    for call in calls:
        heard.setdefault(call["chat_id"], []).append(call["at"])
    firsts = ((a, next((b for b in heard.get(chat, ()) if b >= a), None)) for chat, ats in said.items() for a in ats)
    return sorted(b - a for a, b in firsts if b is not None)
