"""Builds every part once and joins them. Tests call it with their own settings and clock."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import clock
from bot.answers.decision import Decider
from bot.answers.learning import learn_apart
from bot.answers.library import Library
from bot.clock import Clock
from bot.income.reading import PayslipReader
from bot.intake import Intake as PaperIntake
from bot.intake import kind_of, proposer
from bot.messages import Incoming
from bot.policy import AMSTERDAM, read_policy
from bot.reception import front
from bot.reception.house import House
from bot.settings import Settings
from bot.storage.copying import copy_of_client
from bot.storage.database import open_database
from bot.storage.encryption import KeyRing, key_ring
from bot.storage.files import FileStore
from bot.storage.housekeeping import purge_now
from bot.storage.migrate import migrate
from bot.storage.units import StorageUnits
from bot.telegram_app.gateway import Gateway
from bot.telegram_app.receiving import Intake
from bot.telegram_app.updates import incoming
from bot.unit import Unit
from bot.work.handling import InboxWorker
from bot.work.jobs import JobRunner, Work
from bot.work.limits import Limits
from bot.work.mailing import MailingClock
from bot.work.queues import InboxRow, Job
from bot.work.reminding import ReminderClock
from bot.work.sending import Sender
from bot.work.waking import Bell
from bot.work.watching import WatchClock

log = logging.getLogger(__name__)

SWEEP_EVERY = timedelta(hours=6)  # every end date is counted in days
CONTENT = AMSTERDAM.parent.parent
PLAYGROUND_TOKEN = "1:playground"  # noqa: S105 - opens nothing but the local stand-in


@dataclass(slots=True)
class Bells:
    """One bell for each loop."""

    inbox: Bell
    outbox: Bell
    jobs: Bell

    def ring_all(self) -> None:
        """After a commit that may have put work anywhere."""
        self.inbox.ring()
        self.outbox.ring()
        self.jobs.ring()


@dataclass(slots=True)
class Parts:
    """The joined parts of a running bot."""

    settings: Settings
    units: StorageUnits
    files: FileStore
    gateway: Gateway
    intake: Intake
    house: House
    bells: Bells
    loops: dict[str, Callable[[], Awaitable[None]]]


@asynccontextmanager
async def built(settings: Settings, now: Clock = clock.now, limits: Limits | None = None) -> AsyncIterator[Parts]:
    """All parts, ready to run; closed at the end. Raises WrongUse or NewerDatabase."""
    policy = read_policy(settings.municipality)
    keys = key_ring(settings.encryption_keys, settings.data_dir)
    async with AsyncExitStack() as stack:
        database = await open_database(settings.database_url)
        stack.push_async_callback(database.close)
        await migrate(database)
        units = StorageUnits(database, keys, now)
        files = FileStore(settings.data_dir / "files", keys)
        base = f"http://{settings.host}:{settings.port}" if settings.playground else settings.api_base_url
        gateway = Gateway(settings.token or PLAYGROUND_TOKEN, base, files.read)
        stack.push_async_callback(gateway.stop)
        reader = PayslipReader(workers=1)
        stack.push_async_callback(reader.close)
        cache = settings.data_dir / "finder"
        cache.mkdir(parents=True, exist_ok=True)
        library = Library.load(CONTENT, cache)
        house = House(
            Decider.at_once(library, cache),
            library,
            policy,
            now,
            settings.staff_in_telegram,
            lambda: gateway.topics,
            settings.desk_url,
        )
        yield _joined(settings, units, files, gateway, house, reader, now, limits or Limits(), keys)


def _joined(
    settings: Settings,
    units: StorageUnits,
    files: FileStore,
    gateway: Gateway,
    house: House,
    reader: PayslipReader,
    now: Clock,
    limits: Limits,
    keys: KeyRing,
) -> Parts:
    bells = Bells(Bell(), Bell(), Bell())
    intake = Intake(units, gateway, bells.inbox.ring, now)
    papers = PaperIntake(gateway.download, files, reader, proposer(house))

    async def copy(job: Job) -> dict[str, Any]:
        content = await copy_of_client(units, files, str(job.payload["client"]))
        await files.keep(job.id, content)
        fingerprint = hashlib.sha256(content).hexdigest()
        return {"stored": {"id": job.id, "size": len(content), "sha256": fingerprint, "kind": kind_of(content)}}

    async def topic(job: Job) -> dict[str, Any]:
        return {"topic": await gateway.make_topic(job.chat_id, str(job.payload["name"]))}

    async def drop_topic(job: Job) -> dict[str, Any]:
        await gateway.drop_topic(job.chat_id, int(job.payload["topic"]))
        return {}

    async def sweep() -> None:
        keep = timedelta(days=house.policy.keep_days)
        while True:
            await asyncio.sleep(SWEEP_EVERY.total_seconds())
            try:
                swept = await purge_now(units, keys, files, settings.data_dir / "files", keep, now())
            except Exception:
                log.exception("purge_failed")
                continue
            log.info("purged rows=%d files=%d", sum(swept.counts.values()), len(swept.files))

    async def learn() -> None:
        # Until this is done the finder is careful: it offers choices and answers nothing by itself.
        cache = settings.data_dir / "finder"
        if house.decider.finder.quick:
            await learn_apart(CONTENT, cache)
        await asyncio.to_thread(house.decider.complete, cache)
        log.info("finder_ready")
        await asyncio.Event().wait()

    worker = InboxWorker(units, _handler(house), _apology(house), bells.inbox, bells.ring_all, now)
    slow: dict[str, Work] = {
        "paper": papers.run,
        "pages": papers.read_pages,
        "voice": papers.keep_voice,
        "export": copy,
        "topic": topic,
        "drop_topic": drop_topic,
    }
    jobs = JobRunner(units, slow, bells.jobs, bells.ring_all, now)
    sender = Sender(units, gateway, limits, bells.outbox, now)
    reminding = ReminderClock(units, bells.ring_all, now)
    loops: dict[str, Callable[[], Awaitable[None]]] = {
        "inbox": worker.run,
        "jobs": jobs.run,
        "outbox": sender.run,
        "reminders": reminding.run,
        "watch": WatchClock(units, house.policy, bells.ring_all, now).run,
        "mailings": MailingClock(units, house.policy, bells.ring_all, now).run,
        "finder": learn,
        "purge": sweep,
    }
    return Parts(settings, units, files, gateway, intake, house, bells, loops)


def _handler(house: House) -> Callable[[Unit, InboxRow], Awaitable[None]]:
    async def handle(unit: Unit, row: InboxRow) -> None:
        happened = _happened(row)
        if happened is not None:
            await front.receive(house, unit, happened)

    return handle


def _apology(house: House) -> Callable[[Unit, InboxRow], Awaitable[None]]:
    async def apologise(unit: Unit, row: InboxRow) -> None:
        await front.apologise(house, unit, Incoming(row.chat_id, "message", row.received_at))

    return apologise


def _happened(row: InboxRow) -> Incoming | None:
    if "job" in row.payload:
        return Incoming(row.chat_id, "job", row.received_at, job=row.payload)
    return incoming(row.payload, row.received_at)


async def release_what_was_under_way(parts: Parts) -> None:
    """The only process on this database just started: nothing is under way, whatever the rows say."""
    async with parts.units.writing() as unit:
        sending = await unit.outbox.release()
        running = await unit.jobs.release()
    if sending or running:
        log.info("released sending=%d running=%d", sending, running)
