"""The desk on a free port for a browser, with invented people, a case in every state, and a session for each role."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import uvicorn

from bot.answers.library import Library
from bot.desk_app.app import desk_app
from bot.desk_app.knowledge import Knowledge
from bot.storage.database import open_database
from bot.storage.encryption import KeyRing
from bot.storage.files import FileStore
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits
from bot.wiring import CONTENT

from .house import NOON, House, move_in
from .test_roles import check_a_payslip

# The smallest picture: one grey point.
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da63680000"
    "00820081dd436af40000000049454e44ae426082"
)


@dataclass
class Served:
    """The running desk: a cookie for each person by name, and what stands in addresses with a hole.

    `house` is what is behind it; a test reaches it with `do`.
    """

    url: str
    cookies: dict[str, str] = field(default_factory=dict)
    holes: dict[str, str] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    house: House = field(init=False)
    loop: asyncio.AbstractEventLoop = field(init=False)

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run it in the thread of the desk, where the database is."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)


@cache
def knowledge() -> Knowledge:
    """The real library, read once for all tests; nothing is found by meaning."""
    return Knowledge.of(Library.load(CONTENT), lambda _: ())


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Start the desk in a thread of its own; stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    desk, ready, stop = Served(f"http://127.0.0.1:{port}"), threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_run(desk, folder, port, ready, stop)), daemon=True)
    thread.start()
    try:
        assert ready.wait(60), "the desk did not start"
        yield desk
    finally:
        stop.set()
        thread.join(10)


async def _run(desk: Served, folder: Path, port: int, ready: threading.Event, stop: threading.Event) -> None:
    keys = KeyRing({"k1": bytes(32)})
    database = await open_database(f"sqlite:///{folder / 'bot.db'}")
    await migrate(database)
    house = House(StorageUnits(database, keys, lambda: NOON), FileStore(folder / "files", keys))
    await move_in(house)
    app = desk_app(house.units, house.files, house.now, house.wake, knowledge=knowledge())
    await fill(house, desk)
    desk.house, desk.loop = house, asyncio.get_running_loop()
    inner = app.routes[0].routes[0].app  # type: ignore[attr-defined]
    desk.paths = sorted({route.path for route in inner.routes if "GET" in (getattr(route, "methods", None) or ())})
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="error", lifespan="off"))
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    ready.set()
    while not stop.is_set():
        await asyncio.sleep(0.05)
    await inner.state.desk.feed.close()
    server.should_exit = True
    await task
    await database.close()


async def fill(house: House, desk: Served) -> None:
    """Something of everything that a page can show."""
    samira, noor = house.samira, house.staff["Noor"]
    await check_a_payslip(house)
    await house.keep_file(POINT, "covered", "f2")
    await house.keep_file(POINT, "photo", "f3")
    read = {"employer": "Bakkerij De Verzonnen Korst B.V.", "gross_cents": 123456, "pictures": ["f2", ""]}
    await house.keep_paper("f3", "for_human", read)
    async with house.units.writing() as unit:
        old = await unit.cases.open(samira.id, noor.id, "unanswered", "Wat is vakantiegeld?", house.at)
        await unit.cases.close(old.id, "Uitgelegd aan de telefoon.", house.at)
        await unit.thread.add(samira.id, "bot", "Ik breng je bij je klantmanager.", house.at - timedelta(days=1))
        await unit.thread.add(samira.id, "client", "", house.at, file_id="f2")
        await unit.thread.add(samira.id, "note", "Klinkt gespannen.", house.at, staff_id=noor.id)
    await house.open_case("Ik kan de huur niet betalen", "urgent")
    await house.said("Noor", "Ik bel je zo.")
    async with house.units.writing() as unit:
        await unit.transaction.execute("UPDATE outbox SET state = 'failed', reason = 'blocked'")
    await house.said("Noor", "Lukt het?")
    async with house.units.writing() as unit:
        await unit.staff.set_active(house.staff["Bas"].id, False)
        await unit.staff_log.add(house.staff["Ada"].id, house.staff["Bas"].id, "left", house.at)
        for name in ("Noor", "Ada", "Eva", "Ilse"):
            desk.cookies[name] = await unit.staff.begin_session(house.staff[name], house.at, "link")
    desk.holes = {
        "client_id": samira.id,
        "slug": "bezwaar-maken",
        "mailing_id": await house.keep_mailing(),
        "file_id": "f3",
        "consult_id": await house.keep_consult(),
    }
