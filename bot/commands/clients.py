"""`client`: invitations, and who there are."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import dataclass
from pathlib import Path

import segno

from bot import clock
from bot.clients.client import Client
from bot.clients.invitation import VALID_FOR, code_hash, deep_link, new_code
from bot.commands.bot_name import username_of
from bot.commands.opening import client_by_number, opened, staff_by_name
from bot.errors import WrongUse
from bot.settings import Settings
from bot.storage.units import StorageUnit


@dataclass(frozen=True, slots=True)
class Invitee:
    """Who is invited: a known client by number, or a new one by name, caseworker and language."""

    number: str | None
    name: str
    caseworker: str
    language: str


def invite(asked: argparse.Namespace, settings: Settings) -> int:
    """An invitation; the client is made when it is a new one."""
    name = (asked.name or "").strip()
    if asked.number is None and (not name or len(name) > 80 or not name.isprintable()):
        raise WrongUse("A name has 1 to 80 characters on one line.")
    if asked.number is None and not asked.caseworker:
        raise WrongUse("A new client needs --caseworker with a name from `staff list`.")
    invitee = Invitee(asked.number, name, asked.caseworker or "", asked.lang)
    username = asked.bot.strip().lstrip("@") if asked.bot else asyncio.run(username_of(settings))
    asyncio.run(_invite(settings, invitee, username, asked.qr))
    return 0


async def _invite(settings: Settings, invitee: Invitee, username: str, qr: Path | None) -> None:
    code, now = new_code(), clock.now()
    link = deep_link(username, code)
    async with opened(settings) as store, store.units.writing() as unit:
        client = await _client(unit, invitee)
        await unit.invitations.add(client.id, code_hash(code), now, now + VALID_FOR)
        if qr:  # inside the transaction: without the picture there is no invitation
            _picture(link, qr)
    print(f"Client: {client.number}\nLink: {link}\nCode: /start {code}")
    print(f"Valid until {(now + VALID_FOR).date()}, and once.")
    if qr:
        print(f"QR picture: {qr}")


async def _client(unit: StorageUnit, invitee: Invitee) -> Client:
    if invitee.number is not None:
        return await client_by_number(unit, invitee.number)
    caseworker = await staff_by_name(unit, invitee.caseworker)
    return await unit.clients.add(invitee.name, invitee.language, caseworker.id, clock.now())


def _picture(link: str, path: Path) -> None:
    try:
        segno.make(link, error="m").save(str(path), kind="png", scale=8, border=4)
    except OSError as problem:
        raise WrongUse("The QR picture cannot be written there; no invitation was made.") from problem


def show(asked: argparse.Namespace, settings: Settings) -> int:
    """Clients by number: names stay in the desk, because a terminal keeps what it showed."""
    asyncio.run(_show(settings, asked.caseworker))
    return 0


async def _show(settings: Settings, caseworker: str | None) -> None:
    async with opened(settings) as store, store.units.reading() as unit:
        names = {each.id: each.name for each in await unit.staff.all()}
        if caseworker:
            staff = await staff_by_name(unit, caseworker)
            clients = await unit.clients.of_caseworker(staff.id)
        else:
            clients = await unit.clients.all()
    for each in clients:
        seen = each.last_contact_at.date()
        print(f"{each.number}\t{each.state}\t{each.language}\t{names.get(each.caseworker_id, '')}\t{seen}")
