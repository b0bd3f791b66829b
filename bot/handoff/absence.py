"""Being away: from which day to which, and who takes one's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Absence:
    """A period of days in Amsterdam; both ends count. The substitute has access on these days only."""

    id: str
    staff_id: str
    substitute_id: str
    first_day: date
    last_day: date

    def holds(self, day: date) -> bool:
        """Whether the substitute takes the place on this day."""
        return self.first_day <= day <= self.last_day


class Absences(Protocol):
    """What must be kept of absences, and of who takes over what is not answered in time."""

    async def add(
        self, staff_id: str, substitute_id: str, first_day: date, last_day: date, at: datetime
    ) -> Absence: ...
    async def by_id(self, absence_id: str) -> Absence | None: ...
    async def of_staff(self, staff_id: str, since: date) -> Sequence[Absence]:
        """Own absences that end on `since` or later, the first one first."""

    async def as_substitute(self, staff_id: str, since: date) -> Sequence[Absence]:
        """Absences of colleagues in which this one substitutes, ending on `since` or later."""

    async def on_day(self, staff_id: str, day: date) -> Absence | None:
        """The absence of this member of staff on this day."""

    async def covered_by(self, substitute_id: str, day: date) -> Sequence[str]:
        """Ids of the colleagues whose place this one takes on this day."""

    async def shorten(self, absence_id: str, last_day: date) -> None:
        """End it earlier."""

    async def remove(self, absence_id: str) -> None:
        """Undo one that has not begun."""

    async def begun_untold(self, day: date) -> Sequence[Absence]:
        """Absences of this day of which the clients were not told yet."""

    async def ended_untold(self, day: date) -> Sequence[Absence]:
        """Absences that ended before this day, whose clients were told of it but not of its end."""

    async def told(self, absence_id: str, at: datetime) -> None: ...
    async def told_back(self, absence_id: str, at: datetime) -> None: ...
    async def substitute_of(self, staff_id: str) -> str | None:
        """Who takes over what this member of staff does not answer in time."""

    async def name_substitute(self, staff_id: str, substitute_id: str | None) -> None: ...
