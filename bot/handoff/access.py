"""Who may see which client: the own caseworker, who takes his or her place now, and who helps with an open case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff.absence import Absences
from bot.handoff.case import Cases
from bot.language import AMSTERDAM


class TablesOfAccess(Protocol):
    """What decides about access."""

    @property
    def absences(self) -> Absences: ...
    @property
    def cases(self) -> Cases: ...


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose clients may be seen now, and which clients besides."""

    owners: frozenset[str] = frozenset()
    clients: frozenset[str] = frozenset()

    def sees(self, client: Client) -> bool:
        """Whether this client may be seen."""
        return client.caseworker_id in self.owners or client.id in self.clients


async def sight_of(unit: TablesOfAccess, staff: Staff, at: datetime) -> Sight:
    """What this member of staff may see at this moment; nothing for other roles than caseworker."""
    if not staff.active or staff.role != "caseworker":
        return Sight()
    covered = await unit.absences.covered_by(staff.id, at.astimezone(AMSTERDAM).date())
    helped = await unit.cases.helped_by(staff.id)
    return Sight(frozenset({staff.id, *covered}), frozenset(case.client_id for case in helped))


async def may_see(unit: TablesOfAccess, staff: Staff, client: Client, at: datetime) -> bool:
    """Whether this member of staff may see this client at this moment."""
    return (await sight_of(unit, staff, at)).sees(client)
