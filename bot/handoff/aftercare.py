"""Aftercare: contact after a client left bijstand, so that nobody falls back unseen. The caseworker plans it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff.desk import ActRefused, allow
from bot.handoff.tables import Tables

Kind = Literal["intensive", "passive"]  # planned contacts, or one check at the end; the client chooses
PASSIVE_CHECK = timedelta(days=183)  # half a year
LONGEST = timedelta(days=366)  # between leaving and a contact
AHEAD = timedelta(days=62)  # leaving bijstand is known some weeks before


@dataclass(frozen=True, slots=True)
class Aftercare:
    """Of one client: the day on which bijstand ended, and the day of the next contact."""

    client_id: str
    left_on: date
    kind: Kind
    next_on: date

    def due(self, today: date) -> bool:
        """Whether the contact is to be made now."""
        return self.next_on <= today


class Aftercares(Protocol):
    """What must be kept of aftercare."""

    async def of_clients(self, client_ids: Sequence[str]) -> Mapping[str, Aftercare]:
        """By client id, of those who have it."""

    async def keep(self, aftercare: Aftercare, at: datetime) -> None: ...
    async def end(self, client_id: str) -> None: ...


class AftercareTables(Tables, Protocol):
    """The tables of a unit that these acts touch."""

    @property
    def aftercare(self) -> Aftercares: ...


async def plan(
    unit: AftercareTables, staff: Staff, client: Client, left_on: date, kind: Kind, next_on: date | None, at: datetime
) -> None:
    """Begin it, or plan the next contact; without a day, half a year after leaving. ActRefused («aftercare»)."""
    await allow(unit, staff, client, at)
    next_on = next_on or left_on + PASSIVE_CHECK
    if not left_on <= at.date() + AHEAD or not left_on <= next_on <= left_on + LONGEST:
        raise ActRefused("aftercare")
    await unit.aftercare.keep(Aftercare(client.id, left_on, kind, next_on), at)
    await unit.changes.add(client.caseworker_id, client.id)


async def end(unit: AftercareTables, staff: Staff, client: Client, at: datetime) -> None:
    """It is over, or was begun by mistake."""
    await allow(unit, staff, client, at)
    await unit.aftercare.end(client.id)
    await unit.changes.add(client.caseworker_id, client.id)
