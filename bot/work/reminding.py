"""Reminders whose moment has come go into the inbox of their client, each once.

A reminder is a row that waits in the database, so it survives any restart. Taking it and putting it
in the inbox is one transaction, and the inbox hands every source out once: nothing is sent twice.
The way through the inbox keeps it in order with what the client says.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.clock import Clock
from bot.unit import Units
from bot.work.looking import look_for_ever

LOOK_EVERY = 30.0  # seconds; a reminder is about days
BATCH = 50


class ReminderClock:
    """Looks whether somebody must be reminded."""

    def __init__(self, units: Units, after: Callable[[], None], now: Clock) -> None:
        self._units = units
        self._after = after
        self._now = now

    async def run(self) -> None:
        """Look until cancelled; a database that fails for a moment is asked again."""
        await look_for_ever("reminders", self.look, LOOK_EVERY, BATCH)

    async def look(self) -> int:
        """Take one batch; how many that were."""
        async with self._units.reading() as unit:
            if not await unit.reminders.reachable_due(self._now(), 1):
                return 0
        taken = 0
        async with self._units.writing() as unit:
            for reminder, chat_id in await unit.reminders.reachable_due(self._now(), BATCH):
                # Another process may have taken it meanwhile.
                if await unit.reminders.set_state(reminder.id, "waiting", "due"):
                    payload = {"job": "reminder", "asked": {"client": reminder.client_id, "reminder": reminder.id}}
                    await unit.inbox.put(f"reminder:{reminder.id}:{chat_id}", chat_id, payload, self._now())
                    taken += 1
        self._after()
        return taken
