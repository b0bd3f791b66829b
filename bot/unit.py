"""One unit of work: everything that one transaction can touch.

An edge opens a unit; all that happens in it is kept together, or nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.clients.accounts import Accounts, StaffLog
from bot.clients.caseworker import StaffList
from bot.clients.client import Clients
from bot.clients.conversation import Conversations
from bot.clients.invitation import Invitations
from bot.clients.staff_chats import StaffChats
from bot.deadlines.reminder import Reminders
from bot.handoff.absence import Absences
from bot.handoff.aftercare import Aftercares
from bot.handoff.case import Cases
from bot.handoff.consult import Consults
from bot.handoff.mailing import Mailings
from bot.handoff.presence import Presences
from bot.handoff.staff.kept import StaffDrafts, StaffThreads
from bot.handoff.thread import Thread
from bot.income.exporting import Exports
from bot.income.paper import Files, Ledger, Papers
from bot.privacy.looks import Looks
from bot.work.queues import Counts, Inbox, Jobs, Outbox


class Changes(Protocol):
    """What the open desks must redraw."""

    async def add(self, caseworker_id: str, client_id: str) -> None: ...
    async def since(self, seq: int) -> list[tuple[int, str, str]]:
        """(number, caseworker id, client id) of changes after `seq`."""

    async def newest(self) -> int: ...


class Unit(Protocol):
    """The tables of one transaction, under the names of what they keep."""

    clients: Clients
    staff: StaffList
    accounts: Accounts
    staff_log: StaffLog
    staff_chats: StaffChats
    staff_threads: StaffThreads
    staff_drafts: StaffDrafts
    invitations: Invitations
    conversations: Conversations
    cases: Cases
    absences: Absences
    aftercare: Aftercares
    consults: Consults
    mailings: Mailings
    presences: Presences
    thread: Thread
    papers: Papers
    ledger: Ledger
    files: Files
    exports: Exports
    looks: Looks
    reminders: Reminders
    inbox: Inbox
    outbox: Outbox
    jobs: Jobs
    counts: Counts
    changes: Changes

    async def expect(self, chat_ids: Sequence[int]) -> None:
        """These chats will be asked about: fetch their conversations and clients in one go."""

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """A part that can fail alone."""


class Units(Protocol):
    """Opens units of work."""

    def writing(self, *, durable: bool = True) -> AbstractAsyncContextManager[Unit]:
        """A unit that may change things; without `durable` a power cut may undo it (see storage/database.py)."""

    def reading(self) -> AbstractAsyncContextManager[Unit]:
        """A unit for looking only, that waits for no writer."""
