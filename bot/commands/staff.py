"""`staff`: who may enter the desk."""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta

from bot import clock
from bot.commands.opening import opened, staff_by_name
from bot.errors import WrongUse
from bot.settings import Settings

LINK_VALID = timedelta(minutes=15)


def add(asked: argparse.Namespace, settings: Settings) -> int:
    """A new member of staff; names are unique because clients see them."""
    asyncio.run(_add(settings, asked.name.strip(), asked.role))
    return 0


async def _add(settings: Settings, name: str, role: str) -> None:
    if not name or len(name) > 80 or not name.isprintable():
        raise WrongUse("A name has 1 to 80 characters on one line.")
    async with opened(settings) as store, store.units.writing() as unit:
        if await unit.staff.by_name(name):
            raise WrongUse("There is a staff member with this name already.")
        await unit.staff.add(name, role, clock.now())  # type: ignore[arg-type]  # argparse allows ROLES only
    print(f'{name} was added as {role}. Now make a link: staff login-link "{name}"')


def show(asked: argparse.Namespace, settings: Settings) -> int:
    """Everybody, one a line."""
    asyncio.run(_show(settings))
    return 0


async def _show(settings: Settings) -> None:
    async with opened(settings) as store, store.units.reading() as unit:
        for each in await unit.staff.all():
            print(f"{each.name}\t{each.role}\t{'active' if each.active else 'left'}")


def login_link(asked: argparse.Namespace, settings: Settings) -> int:
    """A link to the desk that works once."""
    asyncio.run(_login_link(settings, asked.name))
    return 0


async def _login_link(settings: Settings, name: str) -> None:
    async with opened(settings) as store, store.units.writing() as unit:
        staff = await staff_by_name(unit, name)
        token = await unit.staff.make_login_link(staff.id, clock.now() + LINK_VALID)
    print(f"{settings.desk_url}/desk/login?token={token}")
    print("Valid for 15 minutes, and once. Give it to this person only.")
