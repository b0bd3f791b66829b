"""The desk on a real database, with two caseworkers, their clients, and a clock that tests move."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import httpx
from starlette.applications import Starlette

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff import desk, owning
from bot.handoff.mailing import Mailing, Planned
from bot.storage.files import FileStore
from bot.storage.units import StorageUnits

NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@dataclass
class House:
    """Everything behind the desk, and what a test needs to look at it."""

    units: StorageUnits
    files: FileStore
    at: datetime = NOON
    woken: int = 0
    said_first: int = 0  # messages that the test itself put on their way
    app: Starlette = field(init=False)
    staff: dict[str, Staff] = field(default_factory=dict)
    samira: Client = field(init=False)
    other: Client = field(init=False)

    def now(self) -> datetime:
        return self.at

    def wake(self) -> None:
        self.woken += 1

    def later(self, **span: float) -> None:
        self.at += timedelta(**span)

    def browser(self, scheme: str = "http") -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=f"{scheme}://desk.test")

    async def link(self, name: str) -> str:
        async with self.units.writing() as unit:
            return await unit.staff.make_login_link(self.staff[name].id, self.at + timedelta(minutes=15))

    async def signed_in(self, name: str) -> httpx.AsyncClient:
        browser = self.browser()
        await browser.get(f"/desk/login?token={await self.link(name)}")
        form = await browser.get("/desk/login")
        answer = await browser.post("/desk/login", data={"csrf": csrf_in(form.text)})
        assert answer.status_code == 303, answer.text
        return browser

    async def outbox(self) -> list[tuple[int, str]]:
        """(chat id, text) of everything on its way; the rows stay as they are."""
        async with self.units.writing() as unit:
            rows = await unit.transaction.fetch("SELECT chat_id, payload FROM outbox ORDER BY seq")
            keys = unit.thread._keys
            return [
                (row["chat_id"], keys.open_json(row["payload"], f"outbox:{row['chat_id']}")["text"])
                for row in rows
            ]

    async def open_case(self, subject: str = "Krijg ik minder bijstand?", urgency: str = "normal") -> str:
        async with self.units.writing() as unit:
            await unit.thread.add(self.samira.id, "client", subject, self.at, message_id=7)
            case = await unit.cases.open(
                self.samira.id, self.samira.caseworker_id, "asked", subject, self.at, urgency
            )
            return case.id

    async def said(self, name: str = "Noor", text: str = "Hallo") -> str:
        """A message of this caseworker to Samira that can still be withdrawn."""
        async with self.units.writing() as unit:
            case = await unit.cases.open_of_client(self.samira.id)
            assert case
            self.said_first += 1
            return await desk.reply(unit, self.staff[name], case, self.samira, text, self.at)

    async def keep_paper(self, file_id: str = "f1", state: str = "confirmed", reading: dict | None = None) -> str:
        async with self.units.writing() as unit:
            found = await unit.papers.add(
                self.samira.id, "photo", state, 1, file_id, "0" * 64, reading or {}, self.at, date(2026, 10, 1)
            )
            return found.id

    async def keep_mailing(self, name: str = "Noor", mailing_id: str = "a" * 32) -> str:
        """A message of this caseworker to Samira that leaves tomorrow."""
        due = self.at + timedelta(days=1)
        async with self.units.writing() as unit:
            mailing = Mailing(mailing_id, self.staff[name].id, "payslip", due, self.at)
            await unit.mailings.add(mailing, [Planned(self.samira.id, "Dag Samira, stuur je loonstrook.", due)])
        return mailing_id

    async def keep_consult(self, text: str = "Telt dit als inkomen?") -> str:
        """Noor asks Ilse something about Samira."""
        async with self.units.writing() as unit:
            asked = await owning.ask(unit, self.staff["Noor"], self.samira, self.staff["Ilse"], text, self.at)
            return asked.id

    async def keep_file(self, content: bytes, kind: str, file_id: str = "f1", owner: str = "") -> str:
        await self.files.keep(file_id, content)
        async with self.units.writing() as unit:
            await unit.files.add(file_id, owner or self.samira.id, kind, len(content), "0" * 64, self.at)
        return file_id


def csrf_in(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found, page
    return found[1]


async def move_in(house: House) -> None:
    """Invented staff and one client for each caseworker."""
    async with house.units.writing() as unit:
        for name, role in (
            ("Noor", "caseworker"),
            ("Bas", "caseworker"),
            ("Cees", "caseworker"),
            ("Ada", "administrator"),
            ("Eva", "editor"),
            ("Ilse", "income_consultant"),
        ):
            house.staff[name] = await unit.staff.add(name, role, NOON)
        samira = await unit.clients.add("Samira", "nl", house.staff["Noor"].id, NOON)
        other = await unit.clients.add("Peter", "nl", house.staff["Bas"].id, NOON)
        await unit.clients.link(samira.id, 111, NOON)
        await unit.clients.link(other.id, 222, NOON)
        found = [await unit.clients.by_id(one.id) for one in (samira, other)]
    assert found[0] and found[1]
    house.samira, house.other = found[0], found[1]
