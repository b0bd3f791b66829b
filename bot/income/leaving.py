"""What is noted when checked payslips leave the bot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from bot.income.exporting import CheckedPayslip, Exports


class LooksToKeep(Protocol):
    """The part of bot/privacy/looks.py that this needs."""

    async def add(
        self, staff_id: str, client_id: str, what: Literal["payslips", "payslips_originals"], at: datetime
    ) -> None: ...


class Tables(Protocol):
    """The tables that are touched."""

    @property
    def exports(self) -> Exports: ...
    @property
    def looks(self) -> LooksToKeep: ...


async def note(
    unit: Tables, staff_id: str, payslips: Sequence[CheckedPayslip], at: datetime, *, originals: bool = False
) -> None:
    """Noted as exported, and at each client as a look that the client can read, with what could not be covered."""
    await unit.exports.mark(payslips, staff_id, at)
    bare = {one.paper.client_id for one in payslips if originals and one.originals}
    for client_id in {one.paper.client_id for one in payslips}:
        await unit.looks.add(staff_id, client_id, "payslips_originals" if client_id in bare else "payslips", at)
