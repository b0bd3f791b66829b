"""Being reminded of a last day: which moments there are, and what must be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, Protocol

from bot.deadlines.holidays import last_working_day_until
from bot.deadlines.terms import Term, TermKind
from bot.language import AMSTERDAM

WEEK = 7
DAYS_BEFORE = (WEEK, 2)
AT = time(9, 0)  # in Amsterdam: nobody is woken up
KEPT_AFTER = timedelta(days=30)  # after the last day a reminder says nothing any more

ReminderState = Literal["waiting", "due", "sent"]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A promise to remind a client of `last_day`, at `due_at`.

    `start` is the day that the client gave, and `about` what it is about in words, perhaps empty.
    """

    id: str
    client_id: str
    kind: TermKind
    start: date
    last_day: date
    about: str
    state: ReminderState
    due_at: datetime


def moment_before(last_day: date, days: int) -> datetime:
    """Nine o'clock in Amsterdam, `days` days before the last day; a short one comes when offices are still open."""
    day = last_day - timedelta(days=days)
    return datetime.combine(last_working_day_until(day) if days < WEEK else day, AT, AMSTERDAM)


def offers(term: Term, now: datetime) -> list[int]:
    """How many days before the last day a reminder is still possible."""
    return [days for days in DAYS_BEFORE if moment_before(term.act_by, days) > now]


class Reminders(Protocol):
    """What must be kept of reminders."""

    async def add(self, client_id: str, term: Term, about: str, due_at: datetime, at: datetime) -> Reminder:
        """Keep a reminder; one that waits for the same moment and term is given back instead."""

    async def by_id(self, reminder_id: str) -> Reminder | None: ...
    async def waiting_of(self, client_id: str) -> Sequence[Reminder]:
        """The reminders that are still to come, the first one first."""

    async def set_state(self, reminder_id: str, old: ReminderState, new: ReminderState) -> bool:
        """Go from one state to another; False when it was in a different state."""

    async def cancel(self, reminder_id: str) -> None:
        """Forget a reminder."""

    async def cancel_all(self, client_id: str) -> int:
        """Forget what was not sent yet; how many that were."""

    async def reachable_due(self, at: datetime, limit: int) -> Sequence[tuple[Reminder, int]]:
        """Reminders whose moment has come, each with the chat of a client who can be reached."""
