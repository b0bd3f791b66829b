"""Opens units of work on a database: one transaction, all tables."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot import clock
from bot.clients.caseworker import StaffList
from bot.clients.client import Clients
from bot.clients.conversation import Conversations
from bot.clients.invitation import Invitations
from bot.clock import Clock
from bot.handoff.case import Cases
from bot.handoff.thread import Thread
from bot.income.paper import Files, Ledger, Papers
from bot.privacy.looks import Looks
from bot.storage.database import Database, Transaction
from bot.storage.encryption import KeyRing
from bot.storage.tables.cases import CasesTable
from bot.storage.tables.clients import ClientsTable
from bot.storage.tables.conversations import ConversationsTable
from bot.storage.tables.inbox import InboxTable
from bot.storage.tables.invitations import InvitationsTable
from bot.storage.tables.jobs import JobsTable
from bot.storage.tables.outbox import OutboxTable
from bot.storage.tables.papers import FilesTable, LedgerTable, PapersTable
from bot.storage.tables.small import ChangesTable, CountsTable, LooksTable
from bot.storage.tables.staff import StaffTable
from bot.storage.tables.thread import ThreadTable
from bot.unit import Changes
from bot.work.queues import Counts, Inbox, Jobs, Outbox


class StorageUnit:
    """All tables on one transaction, as bot/unit.py names them."""

    def __init__(self, transaction: Transaction, keys: KeyRing, database: Database, moment: str) -> None:
        self.transaction = transaction
        self.clients: Clients = ClientsTable(transaction, keys)
        self.staff: StaffList = StaffTable(transaction)
        self.invitations: Invitations = InvitationsTable(transaction)
        self.conversations: Conversations = ConversationsTable(transaction, keys)
        self.cases: Cases = CasesTable(transaction, keys)
        self.thread: Thread = ThreadTable(transaction, keys)
        self.papers: Papers = PapersTable(transaction, keys)
        self.ledger: Ledger = LedgerTable(transaction)
        self.files: Files = FilesTable(transaction)
        self.looks: Looks = LooksTable(transaction)
        self.inbox: Inbox = InboxTable(transaction, keys, database)
        self.outbox: Outbox = OutboxTable(transaction, keys, database)
        self.jobs: Jobs = JobsTable(transaction, keys, database)
        self.counts: Counts = CountsTable(transaction)
        self.changes: Changes = ChangesTable(transaction, moment)

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
            yield StorageUnit(transaction, self.keys, self.database, clock.text(self._now()))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[StorageUnit]:
        async with self.database.reading() as transaction:
            yield StorageUnit(transaction, self.keys, self.database, clock.text(self._now()))
