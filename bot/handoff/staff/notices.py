"""Notices for staff in Telegram: who hears what. They go through the inbox of that chat, and only facts are in them.

What is shown, and whether this person may still know it, is decided when it leaves (bot/reception/staff/notices.py).
Where nobody linked an account, nothing happens here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Protocol

from bot.clients.client import Client
from bot.clients.staff_chats import StaffChats
from bot.handoff.absence import Absences
from bot.handoff.case import Case
from bot.identifiers import new_id
from bot.language import AMSTERDAM
from bot.work.queues import Inbox

Notice = Literal[
    "new", "urgent", "message", "failed", "late", "handed", "taken", "again", "gone", "team", "away", "many"
]
JOB = "staff"  # the name under which a notice comes out of the inbox


class NoticeTables(Protocol):
    """The tables that notices touch."""

    @property
    def absences(self) -> Absences: ...
    @property
    def staff_chats(self) -> StaffChats: ...
    @property
    def inbox(self) -> Inbox: ...


async def notify(
    unit: NoticeTables, client: Client, what: Notice, at: datetime, case: Case | None = None, why: str = ""
) -> None:
    """Tell who must act for this client now: the own caseworker or the substitute of today, and who helps."""
    if not await unit.staff_chats.everybody():
        return
    absence = await unit.absences.on_day(client.caseworker_id, at.astimezone(AMSTERDAM).date())
    acting = {absence.substitute_id if absence else client.caseworker_id}
    if case and case.helper_id:
        acting.add(case.helper_id)
    await tell_staff(unit, acting, what, at, client=client.id, case=case.id if case else "", why=why)


async def tell_staff(unit: NoticeTables, staff_ids: Iterable[str], what: Notice, at: datetime, **facts: str) -> None:
    """Put a notice on its way to those among them who linked an account."""
    for chat in await unit.staff_chats.of_staff(sorted(staff_ids)):
        if chat.blocked_at is None:
            asked = {"what": what, "staff": chat.staff_id, **facts}
            await unit.inbox.put(f"staff:{new_id()}", chat.account, {"job": JOB, "asked": asked}, at)


async def tell_team(unit: NoticeTables, case: Case, at: datetime) -> None:
    """A case lies with the team: everybody who linked an account hears its number, and nothing of the client."""
    everybody = [chat.staff_id for chat in await unit.staff_chats.everybody()]
    await tell_staff(unit, everybody, "team", at, client=case.client_id, case=case.id)
