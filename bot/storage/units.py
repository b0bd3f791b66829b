"""Opens units of work on a database: one transaction, all tables."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot import clock
from bot.clients.accounts import Accounts, StaffLog
from bot.clients.caseworker import StaffList
from bot.clients.client import Clients
from bot.clients.conversation import Conversations
from bot.clients.invitation import Invitations
from bot.clients.staff_chats import StaffChats
from bot.clock import Clock
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
from bot.storage.database import Database
from bot.storage.encryption import KeyRing
from bot.storage.gathering import GatheringTransaction
from bot.storage.tables.absences import AbsencesTable
from bot.storage.tables.accounts import AccountsTable, StaffLogTable
from bot.storage.tables.aftercare import AftercareTable
from bot.storage.tables.cases import CasesTable
from bot.storage.tables.clients import ClientsTable
from bot.storage.tables.consults import ConsultsTable
from bot.storage.tables.conversations import ConversationsTable
from bot.storage.tables.exports import ExportsTable
from bot.storage.tables.inbox import InboxTable
from bot.storage.tables.invitations import InvitationsTable
from bot.storage.tables.jobs import JobsTable
from bot.storage.tables.mailings import MailingsTable
from bot.storage.tables.outbox import OutboxTable
from bot.storage.tables.papers import FilesTable, LedgerTable, PapersTable
from bot.storage.tables.presences import PresencesTable
from bot.storage.tables.reminders import RemindersTable
from bot.storage.tables.small import ChangesTable, CountsTable, LooksTable
from bot.storage.tables.staff import StaffTable
from bot.storage.tables.staff_chats import StaffChatsTable
from bot.storage.tables.staff_threads import StaffDraftsTable, StaffThreadsTable
from bot.storage.tables.thread import ThreadTable
from bot.unit import Changes
from bot.work.queues import Counts, Inbox, Jobs, Outbox


class StorageUnit:
    """All tables on one transaction, as bot/unit.py names them."""

    def __init__(self, transaction: GatheringTransaction, keys: KeyRing, database: Database, moment: str) -> None:
        self.transaction = transaction
        self.clients: Clients = ClientsTable(transaction, keys)
        self.staff: StaffList = StaffTable(transaction)
        self.accounts: Accounts = AccountsTable(transaction)
        self.staff_log: StaffLog = StaffLogTable(transaction)
        self.staff_chats: StaffChats = StaffChatsTable(transaction)
        self.staff_threads: StaffThreads = StaffThreadsTable(transaction)
        self.staff_drafts: StaffDrafts = StaffDraftsTable(transaction, keys)
        self.invitations: Invitations = InvitationsTable(transaction)
        self.conversations: Conversations = ConversationsTable(transaction, keys)
        self.cases: Cases = CasesTable(transaction, keys)
        self.absences: Absences = AbsencesTable(transaction)
        self.aftercare: Aftercares = AftercareTable(transaction)
        self.consults: Consults = ConsultsTable(transaction)
        self.mailings: Mailings = MailingsTable(transaction, keys)
        self.presences: Presences = PresencesTable(transaction)
        self.thread: Thread = ThreadTable(transaction, keys)
        self.papers: Papers = PapersTable(transaction, keys)
        self.ledger: Ledger = LedgerTable(transaction)
        self.files: Files = FilesTable(transaction)
        self.exports: Exports = ExportsTable(transaction, keys)
        self.looks: Looks = LooksTable(transaction)
        self.reminders: Reminders = RemindersTable(transaction, keys)
        self.inbox: Inbox = InboxTable(transaction, keys, database)
        self.outbox: Outbox = OutboxTable(transaction, keys, database)
        self.jobs: Jobs = JobsTable(transaction, keys, database)
        self.counts: Counts = CountsTable(transaction)
        self.changes: Changes = ChangesTable(transaction, moment)

    async def expect(self, chat_ids: Sequence[int]) -> None:
        await self.conversations.expect(chat_ids)
        await self.clients.expect(chat_ids)

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        return self.transaction.savepoint()


class StorageUnits:
    """Opens units on one database with one key ring."""

    def __init__(self, database: Database, keys: KeyRing, now: Clock = clock.now) -> None:
        self.database = database
        self.keys = keys
        self._now = now

    @asynccontextmanager
    async def writing(self, *, durable: bool = True) -> AsyncIterator[StorageUnit]:
        async with self.database.transaction(durable=durable) as transaction:
            gathering = GatheringTransaction(transaction)
            yield StorageUnit(gathering, self.keys, self.database, clock.text(self._now()))
            await gathering.flush()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[StorageUnit]:
        async with self.database.reading() as transaction:
            yield StorageUnit(GatheringTransaction(transaction), self.keys, self.database, clock.text(self._now()))
