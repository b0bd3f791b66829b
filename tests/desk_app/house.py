"""The desk on a real database, with two caseworkers, their clients, and a clock that tests move."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpx
from starlette.applications import Starlette

from bot.clients.caseworker import Staff
from bot.clients.client import Client
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
