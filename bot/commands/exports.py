"""`export-payslips` and `export-handoffs`: what goes to other systems of the municipality."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Sequence
from datetime import date, datetime, time

from bot import clock
from bot.commands.opening import Store, opened, staff_by_name
from bot.errors import WrongUse
from bot.handoff.case import Case
from bot.handoff.klantinteracties import Handoff, Register, handoff_of
from bot.income.bundle import bundle
from bot.income.exporting import CheckedPayslip
from bot.income.leaving import note
from bot.language import AMSTERDAM
from bot.settings import Settings
from bot.storage.register_files import RegisterFiles
from bot.storage.units import StorageUnit

MOST_ENTRIES = 500  # of a conversation; the register takes a thousand characters


def payslips(asked: argparse.Namespace, settings: Settings) -> int:
    """The ZIP of the desk: the files, the index, and each payslip marked as exported."""
    month = _month(asked.month)
    if asked.file.exists():
        raise WrongUse(f"{asked.file} exists already; choose another name.")
    number = asyncio.run(_payslips(settings, asked, month))
    print(f"{asked.file} holds {number} payslips, not encrypted: keep it safe.")
    return 0


async def _payslips(settings: Settings, asked: argparse.Namespace, month: date) -> int:
    async with opened(settings) as store:
        async with store.units.writing() as unit:
            found = await _taken(unit, asked, month)
            if not found:
                raise WrongUse("There is nothing to export for this month; --again takes what was exported before.")
            await _write(asked, month, found, store)  # inside: without the file nothing is marked
        return len(found)


async def _taken(unit: StorageUnit, asked: argparse.Namespace, month: date) -> Sequence[CheckedPayslip]:
    consultant = await staff_by_name(unit, asked.consultant)
    if consultant.role != "income_consultant":
        raise WrongUse("This is not an income_consultant; see `staff list`.")
    checked = await unit.exports.checked(consultant.id, month)
    found = [one for one in checked if asked.again or one.exported_at is None]
    await note(unit, consultant.id, found, clock.now(), originals=asked.originals)
    return found


async def _write(asked: argparse.Namespace, month: date, found: Sequence[CheckedPayslip], store: Store) -> None:
    try:
        handle = os.open(asked.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as problem:
        raise WrongUse(f"{asked.file} cannot be written.") from problem
    with os.fdopen(handle, "wb") as file:
        async for piece in bundle(f"Loonstroken {month:%Y-%m}", found, store.files, originals=asked.originals):
            file.write(piece)


def handoffs(asked: argparse.Namespace, settings: Settings) -> int:
    """One file a handoff; doing it again replaces the files of before."""
    since = _day(asked.since)
    if not asked.folder.is_dir():
        raise WrongUse(f"There is no folder {asked.folder}.")
    number = asyncio.run(_handoffs(settings, since, RegisterFiles(asked.folder)))
    print(f"{number} handoffs were written to {asked.folder}, not encrypted: keep them safe.")
    return 0


async def _handoffs(settings: Settings, since: datetime, register: Register) -> int:
    number = 0
    async with opened(settings) as store, store.units.reading() as unit:
        names = {one.id: one.name for one in await unit.staff.all()}
        for client in await unit.clients.all():
            cases = [case for case in await unit.cases.of_client(client.id) if case.opened_at >= since]
            for handoff in await _of_client(unit, client.id, cases, names):
                await register.register(handoff)
                number += 1
    return number


async def _of_client(unit: StorageUnit, client_id: str, cases: Sequence[Case], names: dict[str, str]) -> list[Handoff]:
    client = await unit.clients.by_id(client_id) if cases else None
    if client is None:
        return []
    entries = await unit.thread.of_client(client_id, MOST_ENTRIES)
    return [handoff_of(case, client, entries, names.get(case.caseworker_id, "")) for case in cases]


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise WrongUse("--month must be a year and a month, such as 2026-10.") from None


def _day(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), time(), AMSTERDAM)
    except ValueError:
        raise WrongUse("--since must be a day, such as 2026-10-01.") from None
