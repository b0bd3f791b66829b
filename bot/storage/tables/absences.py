"""Absences and substitutes, by the Protocol of bot/handoff/absence.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot import clock
from bot.handoff.absence import Absence
from bot.identifiers import new_id
from bot.storage.database import Row, Transaction


class AbsencesTable:
    """The tables `absences` and `substitutes`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, staff_id: str, substitute_id: str, first_day: date, last_day: date, at: datetime) -> Absence:
        absence = Absence(new_id(), staff_id, substitute_id, first_day, last_day)
        await self._transaction.execute(
            "INSERT INTO absences (id, staff_id, substitute_id, first_day, last_day, created_at) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            absence.id,
            staff_id,
            substitute_id,
            first_day.isoformat(),
            last_day.isoformat(),
            clock.text(at),
        )
        return absence

    async def by_id(self, absence_id: str) -> Absence | None:
        return next(iter(await self._where("id = $1", absence_id)), None)

    async def of_staff(self, staff_id: str, since: date) -> Sequence[Absence]:
        return await self._where("staff_id = $1 AND last_day >= $2", staff_id, since.isoformat())

    async def as_substitute(self, staff_id: str, since: date) -> Sequence[Absence]:
        return await self._where("substitute_id = $1 AND last_day >= $2", staff_id, since.isoformat())

    async def on_day(self, staff_id: str, day: date) -> Absence | None:
        found = await self._where("staff_id = $1 AND first_day <= $2 AND last_day >= $2", staff_id, day.isoformat())
        return next(iter(found), None)

    async def covered_by(self, substitute_id: str, day: date) -> Sequence[str]:
        found = await self._where(
            "substitute_id = $1 AND first_day <= $2 AND last_day >= $2", substitute_id, day.isoformat()
        )
        return [absence.staff_id for absence in found]

    async def shorten(self, absence_id: str, last_day: date) -> None:
        await self._transaction.execute(
            "UPDATE absences SET last_day = $2 WHERE id = $1 AND last_day > $2", absence_id, last_day.isoformat()
        )

    async def remove(self, absence_id: str) -> None:
        await self._transaction.execute("DELETE FROM absences WHERE id = $1", absence_id)

    async def begun_untold(self, day: date) -> Sequence[Absence]:
        return await self._where("first_day <= $1 AND last_day >= $1 AND told_at IS NULL", day.isoformat())

    async def ended_untold(self, day: date) -> Sequence[Absence]:
        return await self._where(
            "last_day < $1 AND told_at IS NOT NULL AND told_back_at IS NULL", day.isoformat()
        )

    async def told(self, absence_id: str, at: datetime) -> None:
        await self._transaction.execute("UPDATE absences SET told_at = $2 WHERE id = $1", absence_id, clock.text(at))

    async def told_back(self, absence_id: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE absences SET told_back_at = $2 WHERE id = $1", absence_id, clock.text(at)
        )

    async def substitute_of(self, staff_id: str) -> str | None:
        row = await self._transaction.fetchrow(
            "SELECT substitute_id FROM substitutes WHERE staff_id = $1", staff_id
        )
        return str(row["substitute_id"]) if row else None

    async def name_substitute(self, staff_id: str, substitute_id: str | None) -> None:
        await self._transaction.execute("DELETE FROM substitutes WHERE staff_id = $1", staff_id)
        if substitute_id is not None:
            await self._transaction.execute(
                "INSERT INTO substitutes (staff_id, substitute_id) VALUES ($1, $2)", staff_id, substitute_id
            )

    async def _where(self, condition: str, *values: str) -> Sequence[Absence]:
        sql = f"SELECT * FROM absences WHERE {condition} ORDER BY first_day, id"
        rows = await self._transaction.fetch(sql, *values)
        return [_absence(row) for row in rows]


def _absence(row: Row) -> Absence:
    first, last = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
    return Absence(row["id"], row["staff_id"], row["substitute_id"], first, last)
