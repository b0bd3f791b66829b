"""Updates that wait for the bot: fetched by getUpdates, or brought to its webhook."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.counters import Counter

DAY_SECONDS = 24 * 3600.0
PRESS_SECONDS = 150.0
_OFF_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))


@dataclass(slots=True)
class Pending:
    """An update; `lane` is the queue whose order is kept, `message` the one that gets a tick."""

    update: dict[str, Any]
    lane: str
    expires: float
    message: tuple[int, int] | None

    @property
    def id(self) -> int:
        """Its update id."""
        return int(self.update["update_id"])


class Updates:
    """All that waits, oldest first; `on_add` and `on_fetched` tell the others."""

    def __init__(self, counter: Counter, on_fetched: Callable[[Pending], None]) -> None:
        self.counter = counter
        self.pending: OrderedDict[int, Pending] = OrderedDict()
        self.allowed: list[str] = []
        self.on_add: Callable[[Pending], None] = lambda pending: None
        self._on_fetched = on_fetched

    def add(
        self, kind: str, body: dict[str, Any], lane: str, message: tuple[int, int] | None = None
    ) -> int | None:
        """Queue an update; its id, or None when the bot did not ask for this kind."""
        if (kind not in self.allowed) if self.allowed else (kind in _OFF_BY_DEFAULT):
            return None
        life = PRESS_SECONDS if kind == "callback_query" else DAY_SECONDS
        update_id = self.counter.next()
        self.keep(Pending({"update_id": update_id, kind: body}, lane, time.time() + life, message))
        return update_id

    def keep(self, pending: Pending) -> None:
        """Queue what has its number already."""
        self.pending[pending.id] = pending
        self.on_add(pending)

    def confirm(self, update_id: int) -> None:
        """The bot has this one."""
        pending = self.pending.pop(update_id, None)
        if pending is not None:
            self._on_fetched(pending)

    def confirm_below(self, offset: int) -> None:
        """The bot has all before `offset`; a negative one leaves only so many at the end."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.confirm(next(iter(self.pending)))
            return
        while self.pending and (first := next(iter(self.pending))) < offset:
            self.confirm(first)

    def batch(self, limit: int) -> list[dict[str, Any]]:
        """The oldest updates that are not expired."""
        self.forget_expired()
        found: list[dict[str, Any]] = []
        for pending in self.pending.values():
            found.append(pending.update)
            if len(found) == limit:
                break
        return found

    def forget_expired(self) -> None:
        """Drop what the bot did not fetch in time; looks at the first hundred."""
        now = time.time()
        old = [p.id for p, _ in zip(self.pending.values(), range(100), strict=False) if p.expires < now]
        for update_id in old:
            del self.pending[update_id]

    def clear(self) -> None:
        """Drop everything (drop_pending_updates)."""
        self.pending.clear()
