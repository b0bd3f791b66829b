"""Opens units of work on a database: one transaction, all tables."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot import clock
from bot.clock import Clock
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


class StorageUnit:
    """All tables on one transaction, as bot/unit.py names them."""

    def __init__(self, transaction: Transaction, keys: KeyRing, database: Database, moment: str) -> None:
        self.transaction = transaction
        self.clients = ClientsTable(transaction, keys)
        self.staff = StaffTable(transaction)
        self.invitations = InvitationsTable(transaction)
        self.conversations = ConversationsTable(transaction, keys)
        self.cases = CasesTable(transaction, keys)
        self.thread = ThreadTable(transaction, keys)
        self.papers = PapersTable(transaction, keys)
        self.ledger = LedgerTable(transaction)
        self.files = FilesTable(transaction)
        self.looks = LooksTable(transaction)
        self.inbox = InboxTable(transaction, keys, database)
        self.outbox = OutboxTable(transaction, keys, database)
        self.jobs = JobsTable(transaction, keys, database)
        self.counts = CountsTable(transaction)
        self.changes = ChangesTable(transaction, moment)

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        return self.transaction.savepoint()


class StorageUnits:
    """Opens units on one database with one key ring."""

    def __init__(self, database: Database, keys: KeyRing, now: Clock = clock.now) -> None:
        self.database = database
        self._keys = keys
        self._now = now

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[StorageUnit]:
        async with self.database.transaction() as transaction:
            yield StorageUnit(transaction, self._keys, self.database, clock.text(self._now()))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[StorageUnit]:
        async with self.database.reading() as transaction:
            yield StorageUnit(transaction, self._keys, self.database, clock.text(self._now()))
