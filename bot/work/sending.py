"""The sender: takes the outbox in order per chat and writes down what the channel said.

Each round is one transaction: it records what was sent since the last round and claims
what may go now. So the record of a message follows its acceptance at once, and a fsync is
shared by all messages of a round.
"""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.errors import Refused, TryAgain, Uncertain
from bot.handoff.staff.delivery import told_sender, told_staff
from bot.handoff.staff.notices import notify
from bot.messages import FROM_STAFF, Reply
from bot.unit import Unit, Units
from bot.work.limits import Limits
from bot.work.packing import unpack
from bot.work.queues import OutboxRow, Sent
from bot.work.waking import Bell

log = logging.getLogger(__name__)

SLOTS = 24
LEASE = timedelta(seconds=90)  # longer than any send may take, waiting for the limits included
LONGEST_WAIT = 30.0  # seconds for the limits; a row that must wait longer goes back, before its lease ends
IDLE_SECONDS = 0.5
GATHERING = 0.01  # seconds; at full load a round that waits so long serves twice as many messages for one commit
LONGEST_BACK_OFF = 300.0  # seconds
UNCERTAIN = "uncertain"
GIVE_UP_AFTER = 40  # tries: about three hours of a network that stays away


class Channel(Protocol):
    """The way out: an edge implements it."""

    async def send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
        """Send or edit a message; its id. Raises SendError."""


class Sender:
    """Sends what the outbox holds."""

    def __init__(self, units: Units, channel: Channel, limits: Limits, bell: Bell, now: Clock) -> None:
        self._units = units
        self._channel = channel
        self._limits = limits
        self._bell = bell
        self._now = now
        self._flying: set[asyncio.Task[None]] = set()
        self._landed: list[Sent] = []

    async def run(self) -> None:
        """Work until cancelled; then let what is under way land and write it down."""
        try:
            while True:
                try:
                    busy = await self._round()
                except Exception:
                    log.exception("outbox_round_failed")
                    busy = False
                    await asyncio.sleep(0.5)
                if not busy:
                    await self._bell.wait(IDLE_SECONDS)
                if len(self._flying) > SLOTS // 2:
                    await asyncio.sleep(GATHERING)
        finally:
            await asyncio.shield(self._land())

    async def _round(self) -> bool:
        """Record and claim; True when there may be more to do at once."""
        free = SLOTS - len(self._flying)
        if not free and not self._landed:
            return False  # everything is under way: whoever lands rings
        landed, self._landed = self._landed, []
        now = self._now()
        try:
            # What a power cut undoes here is sent once more: as when the program dies before the record.
            async with self._units.writing(durable=False) as unit:
                await self._record(unit, landed, now)
                rows = await unit.outbox.claim(free, now, now + LEASE) if free > 0 else []
        except BaseException:
            self._landed = [*landed, *self._landed]
            raise
        for row in rows:
            task = asyncio.create_task(self._send(row))
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        return len(rows) == free > 0 or bool(self._landed)

    async def _land(self) -> None:
        if self._flying:
            await asyncio.wait(self._flying, timeout=10)
        if self._landed:
            async with self._units.writing() as unit:
                await self._record(unit, self._landed, self._now())
            self._landed = []

    async def _send(self, row: OutboxRow) -> None:
        wait = self._limits.wait(row.chat_id, time.monotonic())
        if wait > LONGEST_WAIT:
            later = self._now() + timedelta(seconds=wait)
            outcome = Sent(row, again_at=later, reason=row.reason or "rate")
        else:
            await asyncio.sleep(wait)
            outcome = await self._outcome(row)
        self._landed.append(outcome)  # by its name only now: a round that began meanwhile has put a new list there
        self._bell.ring()

    async def _outcome(self, row: OutboxRow) -> Sent:
        try:
            message_id = await self._channel.send(row.chat_id, unpack(row.payload), row.replaces)
        except TryAgain as problem:
            return self._later(row, problem)
        except Uncertain:
            # A duplicate is better than silence, once.
            if row.reason == UNCERTAIN:
                return Sent(row, failed=UNCERTAIN)
            return Sent(row, again_at=self._now() + timedelta(seconds=2), reason=UNCERTAIN)
        except Refused as problem:
            return Sent(row, failed=problem.reason, blocked=problem.blocked)
        except Exception:
            log.exception("send_failed")
            return Sent(row, failed="internal")
        return Sent(row, message_id=message_id)

    def _later(self, row: OutboxRow, problem: TryAgain) -> Sent:
        if row.attempts >= GIVE_UP_AFTER:
            return Sent(row, failed=problem.reason)
        seconds = problem.seconds or min(0.5 * 2 ** min(row.attempts, 10), LONGEST_BACK_OFF)
        if problem.reason == "rate":
            self._limits.asked_to_wait(row.chat_id, seconds, time.monotonic())
        # That it may have arrived before stays known, whatever else goes wrong meanwhile.
        reason = UNCERTAIN if row.reason == UNCERTAIN else problem.reason
        return Sent(row, again_at=self._now() + timedelta(seconds=seconds), reason=reason)

    async def _record(self, unit: Unit, results: list[Sent], now: datetime) -> None:
        if not results:
            return
        await unit.outbox.finished(results, now)
        for result in results:
            if result.failed:
                log.warning("message_not_delivered reason=%s", result.failed)
            if result.failed or (result.message_id and _from_staff(result)):
                await self._tell_the_desk(unit, result, now)

    async def _tell_the_desk(self, unit: Unit, result: Sent, now: datetime) -> None:
        if await told_staff(unit, result, now):
            return
        client = await unit.clients.by_chat(result.row.chat_id)
        if result.blocked:
            await unit.outbox.give_up(result.row.chat_id, "blocked", now)
            if client and client.blocked_at is None:
                await unit.clients.set_blocked(client.id, now)
        if client:
            await unit.changes.add(client.caseworker_id, client.id)
            await told_sender(unit, client, result, now)
        if client and result.failed:
            case = await unit.cases.open_of_client(client.id)
            await notify(unit, client, "failed", now, case, why=result.failed)


def _from_staff(result: Sent) -> bool:
    return str(result.row.payload.get("tag") or "").startswith(FROM_STAFF)
