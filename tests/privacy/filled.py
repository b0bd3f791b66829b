"""Clients whose every table is filled, with words that can be found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clients.conversation import Conversation
from bot.clients.invitation import code_hash
from bot.deadlines.terms import work_out
from bot.handoff.aftercare import Aftercare
from bot.handoff.mailing import Mailing, Planned
from bot.identifiers import new_id
from bot.messages import Picture, Reply
from bot.storage.belongings import BELONGINGS, NOT_OF_CLIENTS
from bot.storage.database import Database
from bot.storage.encryption import KeyRing, new_key
from bot.storage.files import FileStore
from bot.storage.keeping import Keeping
from bot.storage.units import StorageUnit, StorageUnits

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
OLD_KEY = new_key("k1")


@dataclass(slots=True)
class Store:
    """A database of one of the engines, and files."""

    database: Database
    keys: KeyRing
    units: StorageUnits
    files: FileStore
    folder: Path

    async def erase(self, client_id: str) -> None:
        """As the command does it."""
        async with self.units.writing() as unit:
            found = await Keeping(unit.transaction, self.keys).erase_client(client_id)
        for one in found:
            assert await self.files.erase(one)

    async def everything(self) -> str:
        """Every column of every row after decrypting, and every file, as one text."""
        parts = [repr((await self.files.read(one), one)) for one in sorted(self.files.ids())]
        async with self.units.reading() as unit:
            for each in BELONGINGS:
                rows = await unit.transaction.fetch(f"SELECT * FROM {each.table}")
                parts += [repr((each.table, each.opened(row, self.keys))) for row in rows]
            for table in sorted(NOT_OF_CLIENTS - {"migrations"}):
                parts += [repr(dict(row)) for row in await unit.transaction.fetch(f"SELECT * FROM {table}")]
        return "\n".join(sorted(parts))  # a database gives rows in any order

    async def count(self, table: str) -> int:
        async with self.units.reading() as unit:
            return len(await unit.transaction.fetch(f"SELECT 1 FROM {table}"))


@dataclass(slots=True)
class Person:
    """A client, and what must be nowhere after erasing: ids, numbers, words."""

    id: str
    number: str
    mark: str
    chat_id: int
    marks: list[str]


async def fill(store: Store, mark: str, chat_id: int, at: datetime = NOW) -> Person:
    """A client with something in every table; `mark` stands in every text of theirs."""
    async with store.units.writing() as unit:
        staff = await unit.staff.by_name("Karin") or await unit.staff.add("Karin", "caseworker", at)
        client = await unit.clients.add(f"Naam {mark}", "nl", staff.id, at)
        await unit.clients.link(client.id, chat_id, at)
        await unit.invitations.add(client.id, code_hash(mark), at, at + timedelta(days=14))
        case = await unit.cases.open(client.id, staff.id, "asked", f"Vraag {mark}", at)
        await unit.cases.close(case.id, f"Notitie {mark}", at)
        ids = await _papers(unit, store.files, client.id, mark, at)
        entry = await unit.thread.add(
            client.id, "client", f"Hoi {mark}", at, case_id=case.id, file_id=ids[0], message_id=7
        )
        await unit.thread.edited(client.id, 7, f"Hoi! {mark}", at)
        term = work_out("bezwaar", at.date())
        await unit.reminders.add(client.id, term, f"Brief {mark}", at + timedelta(days=35), at)
        await unit.consults.add(client.id, case.id, staff.id, staff.id, entry, at)
        mailing = Mailing(new_id(), staff.id, "payslip", at, at)
        await unit.mailings.add(mailing, [Planned(client.id, f"Stuur je loonstrook, {mark}", at)])
        await unit.aftercare.keep(Aftercare(client.id, at.date(), "passive", at.date()), at)
        await unit.presences.came(client.id, staff.id, at)
        await unit.looks.add(staff.id, client.id, "conversation", at)
        await unit.staff_threads.set_topic(staff.id, client.id, chat_id % 1000)
        await unit.staff_drafts.add(staff.id, client.id, f"Aan {mark}", 8, entry, at)
        await unit.staff.set_consultant(staff.id, staff.id)
        payslips = await unit.exports.checked(staff.id, at.date())
        await unit.exports.mark([one for one in payslips if one.client_number == client.number], staff.id, at)
        await unit.changes.add(staff.id, client.id)
        await _work(unit, client.id, entry, mark, chat_id, at)
    await store.files.keep(ids[0], f"loonstrook {mark}".encode())
    await store.files.keep(ids[1], f"kopie {mark}".encode())
    return Person(client.id, client.number, mark, chat_id, [client.id, client.number, mark, str(chat_id), *ids])


async def _papers(unit: StorageUnit, files: FileStore, client_id: str, mark: str, at: datetime) -> list[str]:
    paper, copy = new_id(), new_id()
    await unit.files.add(paper, client_id, "pdf", 1, f"sha-{mark}", at)
    await unit.files.add(copy, client_id, "export", 1, "", at)
    reading: dict[str, Any] = {"employer": mark}
    kept = await unit.papers.add(client_id, "pdf", "confirmed", 1, paper, f"sha-{mark}", reading, at, at.date())
    await unit.ledger.set(client_id, at.date().replace(day=1), "checked", kept.number, kept.id, at)
    return [paper, copy]


async def _work(unit: StorageUnit, client_id: str, entry: str, mark: str, chat_id: int, at: datetime) -> None:
    await unit.conversations.keep(Conversation(chat_id, client_id=client_id, recent=[f"Eerder {mark}"]), at)
    await unit.inbox.put(f"update:{chat_id}", chat_id, {"text": f"Nieuw {mark}"}, at)
    await unit.jobs.put("paper", chat_id, {"file": mark, "client": client_id}, at)
    reply = Reply(f"Antwoord {mark}", picture=Picture(new_id()))
    await unit.outbox.put(chat_id, reply, at, client_id=client_id, thread_id=entry)
    await unit.outbox.put(chat_id, Reply(f"Ook {mark}"), at)
