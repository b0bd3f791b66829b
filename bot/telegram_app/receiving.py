"""Updates into the durable inbox: first committed, then acknowledged.

Polling moves its offset only after the commit; the webhook answers 200 only after the
commit. Calls that come together share one commit.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from bot.clock import Clock
from bot.telegram_app.gateway import Gateway
from bot.telegram_app.refusals import PollRefused
from bot.telegram_app.updates import KINDS, chat_of, source_of
from bot.unit import Units

log = logging.getLogger(__name__)

PAUSE_ABOVE = 2000  # open rows: Telegram keeps the rest, so that memory and delay stay small
MUCH = 20  # updates at once: fewer means that we keep up, so that nobody needs to count
UNAUTHORIZED = 401
CONFLICT = 409


class TokenRefused(Exception):
    """Telegram does not know this token (any more): the program must stop, visibly."""


class Intake:
    """Writes updates into the inbox, many in one commit."""

    def __init__(self, units: Units, gateway: Gateway, after: Callable[[], None], now: Clock) -> None:
        self._units = units
        self._gateway = gateway
        self._after = after
        self._now = now
        self._waiting: list[tuple[dict[str, Any], asyncio.Future[None]]] = []
        self._committing: asyncio.Task[None] | None = None
        self._hints: set[asyncio.Task[None]] = set()

    async def keep(self, updates: list[dict[str, Any]]) -> None:
        """Return when all are committed; updates that were kept before are passed over."""
        rows = [(source_of(u), chat, u) for u in updates if (chat := chat_of(u)) is not None]
        if rows:
            async with self._units.writing() as unit:
                await unit.inbox.put_many(rows, self._now())
            self._after()
        for update in updates:
            self._hint(update)

    async def keep_together(self, update: dict[str, Any]) -> None:
        """As `keep` for one update, sharing the commit with others that come meanwhile."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((update, future))
        if self._committing is None or self._committing.done():
            self._committing = asyncio.create_task(self._commit_all())
        await future

    async def _commit_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self.keep([update for update, _ in batch])
            except Exception as problem:
                for _, future in batch:
                    if not future.done():
                        future.set_exception(problem)
            else:
                for _, future in batch:
                    if not future.done():
                        future.set_result(None)

    def _hint(self, update: dict[str, Any]) -> None:
        """Signs of life that need not be durable: the spinner of a button, «is typing» for a file."""
        query, message = _dict(update, "callback_query"), _dict(update, "message")
        if "id" in query:
            self._try(self._gateway.answer_press(str(query["id"])))
        elif ("document" in message or "photo" in message) and (chat := chat_of(update)) is not None:
            self._try(self._gateway.typing(chat))

    def _try(self, call: Any) -> None:
        task = asyncio.create_task(_quietly(call))
        self._hints.add(task)
        task.add_done_callback(self._hints.discard)


def _dict(update: dict[str, Any], name: str) -> dict[str, Any]:
    value = update.get(name)
    return value if isinstance(value, dict) else {}


async def _quietly(call: Any) -> None:
    try:
        await call
    except Exception:
        log.info("hint_not_sent")


async def poll_for_ever(gateway: Gateway, intake: Intake, units: Units) -> None:
    """Fetch, commit, and only then move on. Raises TokenRefused on 401."""
    offset, failures, much = 0, 0, True
    while True:
        try:
            if much:
                await _until_there_is_room(units)
            updates = await gateway.poll(offset, KINDS)
            much = len(updates) >= MUCH
            if updates:
                await intake.keep(updates)
                offset = updates[-1]["update_id"] + 1
            failures = 0
        except PollRefused as problem:
            if problem.code == UNAUTHORIZED:
                raise TokenRefused from problem
            failures += 1
            log.warning("poll_refused code=%d", problem.code)
            await asyncio.sleep(max(problem.wait, _back_off(failures)))
        except Exception:
            failures += 1
            log.warning("poll_failed failures=%d", failures)
            await asyncio.sleep(_back_off(failures))


def _back_off(failures: int) -> float:
    return float(min(0.5 * 2 ** min(failures, 6), 30.0))


async def _until_there_is_room(units: Units) -> None:
    while True:
        async with units.reading() as unit:
            if await unit.inbox.waiting() < PAUSE_ABOVE:
                return
        await asyncio.sleep(0.2)
