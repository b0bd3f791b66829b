"""How fast the desk's pages are, part of `make bench`: `python tests/bench/desk.py`.

The desk runs in a process of its own on SQLite, as it does in a small municipality; here are the browsers. Two houses:
75 clients of one caseworker with 200 messages each, and 3,000 clients of 20 caseworkers who all have the desk open
while clients write. The figures are milliseconds until the first byte of a page. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import aiohttp  # noqa: E402
import uvicorn  # noqa: E402

from bot.clients.caseworker import Staff  # noqa: E402
from bot.desk_app.app import desk_app  # noqa: E402
from bot.storage.database import open_database  # noqa: E402
from bot.storage.encryption import KeyRing  # noqa: E402
from bot.storage.files import FileStore  # noqa: E402
from bot.storage.migrate import migrate  # noqa: E402
from bot.storage.units import StorageUnits  # noqa: E402
from tests.bench.busy_desk import NOON, fill  # noqa: E402
from tests.bench.processes import free_port, running, wait_for_line  # noqa: E402

KEYS = KeyRing({"k1": bytes(32)})
READY = "desk ready"
LOOKS = 30  # of one page after the other; the first three are not counted
LIVE_SECONDS = 40.0


@dataclass
class House:
    """A filled database, and a session for each caseworker."""

    units: StorageUnits
    staff: list[Staff] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    clients: list[list[str]] = field(default_factory=list)  # ids, by caseworker


@contextlib.asynccontextmanager
async def units_in(folder: Path) -> AsyncIterator[StorageUnits]:
    """The database in this folder, with a clock that stands still."""
    database = await open_database(f"sqlite:///{folder / 'bot.db'}")
    await migrate(database)
    try:
        yield StorageUnits(database, KEYS, lambda: NOON)
    finally:
        await database.close()


async def serve(folder: Path, port: int) -> None:
    """The desk, until the process is stopped."""
    async with units_in(folder) as units:
        app = desk_app(units, FileStore(folder / "files", KEYS), lambda: NOON, lambda: None)
        server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="error", lifespan="off"))
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        sys.stdout.write(f"{READY}\n")
        sys.stdout.flush()
        await task


async def filled(units: StorageUnits, clients: int, caseworkers: int, talk: int) -> House:
    """That many invented clients, each with `talk` messages."""
    house, dice = House(units), random.Random(7)
    for number in range(caseworkers):
        async with units.writing() as unit:
            one = await unit.staff.add(f"Klantmanager {number}", "caseworker", NOON)
            await fill(unit, one, clients // caseworkers, talk, dice)
            house.staff.append(one)
            house.cookies.append(await unit.staff.begin_session(one, NOON, "link"))
        async with units.reading() as unit:
            house.clients.append([client.id for client in await unit.clients.of_caseworker(one.id)])
    return house


async def first_bytes(browser: aiohttp.ClientSession, url: str, cookie: str, times: int) -> list[float]:
    """Milliseconds until the first byte, each time; the whole page is read."""
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        async with browser.get(url, headers={"Cookie": f"desk_session={cookie}"}, allow_redirects=False) as answer:
            await answer.content.readany()
            spent.append((time.perf_counter() - begun) * 1000)
            await answer.read()
            assert answer.status == 200, answer.status
    return spent


async def one_caseworker(browser: aiohttp.ClientSession, base: str, house: House) -> dict[str, Sequence[float]]:
    """The list, and the page of one client with a long history."""
    cookie, client = house.cookies[0], house.clients[0][0]
    return {
        "list": (await first_bytes(browser, f"{base}/", cookie, LOOKS))[3:],
        "client": (await first_bytes(browser, f"{base}/klant/{client}", cookie, LOOKS))[3:],
    }


async def all_live(browser: aiohttp.ClientSession, base: str, house: House) -> dict[str, Sequence[float]]:
    """Every caseworker has the desk open and looks at the list every ten seconds; two clients write each second."""
    end, heard = time.monotonic() + LIVE_SECONDS, list[float]()
    open_pages = [asyncio.create_task(_listen(browser, base, cookie, heard)) for cookie in house.cookies]
    writing = asyncio.create_task(_clients_write(house, end))
    lists = await asyncio.gather(*(_looks(browser, base, cookie, end) for cookie in house.cookies))
    await writing
    for page in open_pages:
        page.cancel()
    await asyncio.gather(*open_pages, return_exceptions=True)
    at_once = await asyncio.gather(*(first_bytes(browser, f"{base}/", cookie, 1) for cookie in house.cookies))
    return {
        "list while all are live": [one for each in lists for one in each],
        "list, all 20 in the same moment": [one for each in at_once for one in each],
        "events heard": heard,
    }


async def _looks(browser: aiohttp.ClientSession, base: str, cookie: str, end: float) -> list[float]:
    dice, spent = random.Random(cookie), list[float]()
    while time.monotonic() < end:
        await asyncio.sleep(dice.uniform(5, 15))
        spent += await first_bytes(browser, f"{base}/", cookie, 1)
    return spent


async def _listen(browser: aiohttp.ClientSession, base: str, cookie: str, heard: list[float]) -> None:
    async with browser.get(f"{base}/gebeurtenissen?na=0", headers={"Cookie": f"desk_session={cookie}"}) as stream:
        async for line in stream.content:
            if line.startswith(b"data:"):
                heard.append(time.monotonic())


async def _clients_write(house: House, end: float) -> None:
    dice = random.Random(3)
    while time.monotonic() < end:
        owner = dice.randrange(len(house.staff))
        client = dice.choice(house.clients[owner])
        async with house.units.writing() as unit:
            await unit.thread.add(client, "client", "Nog een vraag van een verzonnen klant.", NOON)
            await unit.changes.add(house.staff[owner].id, client)
        await asyncio.sleep(0.5)


async def main() -> None:
    """Fill, serve, look, print: first one caseworker, then all of them."""
    houses = (
        ("75 clients, 1 caseworker", 75, 1, 200, one_caseworker),
        ("3000 clients, 20 caseworkers", 3000, 20, 40, all_live),
    )
    for name, clients, caseworkers, talk, look in houses:
        with tempfile.TemporaryDirectory(prefix="wpi-desk-") as place:
            folder, port = Path(place), free_port()
            async with units_in(folder) as units:
                house = await filled(units, clients, caseworkers, talk)
                command = [sys.executable, __file__, "serve", place, str(port)]
                with running(command, folder / "desk.log", folder=ROOT) as process:
                    await asyncio.to_thread(wait_for_line, folder / "desk.log", READY, process)
                    base = f"http://127.0.0.1:{port}/desk"
                    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(120)) as browser:
                        if caseworkers > 1:
                            _print(
                                name, {"list": (await first_bytes(browser, f"{base}/", house.cookies[0], LOOKS))[3:]}
                            )
                        _print(name, await look(browser, base, house))


def _print(name: str, figures: dict[str, Sequence[float]]) -> None:
    for what, spent in figures.items():
        head = f"desk, {name}: {what}".ljust(72)
        if what == "events heard":
            sys.stdout.write(f"{head}{len(spent):>6}\n")
            continue
        worst = sorted(spent)[max(0, round(len(spent) * 0.99) - 1)]
        sys.stdout.write(f"{head}p50 {statistics.median(spent):6.0f} ms   p99 {worst:6.0f} ms   ({len(spent)} looks)\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        asyncio.run(main())
