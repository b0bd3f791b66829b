"""The whole bot at the stand-in for Telegram, and the people who come to its door."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from starlette.applications import Starlette

from bot import clock
from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.clients.invitation import VALID_FOR, code_hash, new_code
from bot.playground.app import Playground, playground
from bot.settings import Settings
from bot.storage.units import StorageUnit
from bot.telegram_app.receiving import poll_for_ever
from bot.telegram_app.updates import KINDS
from bot.telegram_app.webhook import webhook_route
from bot.wiring import Parts, built
from bot.work.limits import Limits
from tests.playground.playground_phone import TOKEN, served

SECRET = "a-secret-of-a-test"
PATIENCE = 120.0  # seconds until a test says that the bot never became quiet; a busy machine reads photos slowly


@dataclass
class Door:
    """The running bot; `units` looks behind it, `world` is what Telegram knows."""

    parts: Parts
    stand_in: Playground
    url: str
    chat_ids: Iterator[int] = field(default_factory=lambda: itertools.count(50_001))

    async def quiet(self) -> None:
        """Wait until nothing is under way: no update, no job, no message to send."""
        async with asyncio.timeout(PATIENCE):
            # Twice: work can move from one queue to another while they are counted.
            while await self._waiting() or await self._waiting():
                await asyncio.sleep(0.01)

    async def _waiting(self) -> int:
        async with self.parts.units.reading() as unit:
            kept = await unit.inbox.waiting() + await unit.jobs.waiting() + await unit.outbox.waiting()
        return len(self.stand_in.world.updates.pending) + kept

    @contextlib.asynccontextmanager
    async def unit(self) -> AsyncIterator[StorageUnit]:
        """A transaction of a caseworker or an administrator; the bot hears of it."""
        async with self.parts.units.writing() as unit:
            yield unit
        self.parts.bells.ring_all()

    async def caseworker(self, name: str = "Karin Verzonnen") -> Staff:
        """The caseworker of everybody here."""
        async with self.unit() as unit:
            return await unit.staff.by_name(name) or await unit.staff.add(name, "caseworker", clock.now())

    async def invited(self, name: str, language: str = "nl", valid_for: timedelta = VALID_FOR) -> tuple[Client, str]:
        """A client without account, and the code of the invitation."""
        staff, code = await self.caseworker(), new_code()
        async with self.unit() as unit:
            client = await unit.clients.add(name, language, staff.id, clock.now())
            await unit.invitations.add(client.id, code_hash(code), clock.now(), clock.now() + valid_for)
        return client, code

    async def invite_again(self, client: Client) -> str:
        """A new code for a client with another phone."""
        code = new_code()
        async with self.unit() as unit:
            await unit.invitations.add(client.id, code_hash(code), clock.now(), clock.now() + VALID_FOR)
        return code


@contextlib.asynccontextmanager
async def opened(folder: Path, finder: Path, database_url: str = "", *, webhook: bool = False) -> AsyncIterator[Door]:
    """Start the stand-in and the bot at it, by polling or behind a webhook; stop both at the end.

    `finder` keeps the learned finder between runs of the tests.
    """
    stand_in = playground(TOKEN, open_door=True)
    async with contextlib.AsyncExitStack() as stack:
        url = await stack.enter_async_context(served(stand_in))
        stack.push_async_callback(stand_in.close)
        settings = _settings(folder, url, database_url, staff=not webhook)
        parts = await stack.enter_async_context(built(settings, limits=Limits(10_000.0, 10_000.0, 10_000.0)))
        await parts.gateway.start()
        loops = [run for name, run in parts.loops.items() if name != "finder"]
        await asyncio.to_thread(parts.house.decider.complete, finder)
        if webhook:
            hook = await stack.enter_async_context(served(Starlette(routes=[webhook_route(parts.intake, SECRET)])))
            await parts.gateway.use_webhook(f"{hook}/telegram/webhook", SECRET, KINDS)
        else:
            await parts.gateway.use_polling()
            loops.append(lambda: poll_for_ever(parts.gateway, parts.intake, parts.units))
        tasks = [asyncio.ensure_future(run()) for run in loops]
        try:
            yield Door(parts, stand_in, url)
            assert not [task for task in tasks if task.done()], "a loop of the bot ended"
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _settings(folder: Path, url: str, database_url: str, *, staff: bool) -> Settings:
    """Staff may link Telegram, but for the bot behind a webhook: nobody does who is not told to."""
    return Settings(
        token=TOKEN,
        api_base_url=url,
        webhook_url="",
        webhook_secret="",
        database_url=database_url or f"sqlite:///{folder / 'bot.db'}",
        data_dir=folder,
        encryption_keys="",
        host="127.0.0.1",
        port=1,
        municipality="",
        desk_url="https://desk.example",
        staff_in_telegram=staff,
    )
