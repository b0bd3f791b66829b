"""`staff`: who may enter the desk, in which role, and with which account."""

from __future__ import annotations

import argparse
import asyncio

from bot import clock
from bot.clients import staffing
from bot.clients.accounts import account_hash
from bot.clients.caseworker import Staff
from bot.commands.opening import opened
from bot.errors import WrongUse
from bot.settings import Settings
from bot.storage.units import StorageUnit

_REFUSED: dict[staffing.Why, str] = {
    "name": f"A name has 1 to {staffing.MAX_NAME} characters on one line.",
    "known": "There is a staff member with this name already.",
    "yourself": "You cannot do this to yourself.",
    "unknown": "There is no staff member with this name; see `staff list`.",
    "left": "This staff member left; use `staff change NAME --returns` first.",
    "consultant": "Name an active income_consultant, and only for a caseworker; see `staff list`.",
    "taken": "This account belongs to another staff member already.",
}


def add(asked: argparse.Namespace, settings: Settings) -> int:
    """A new member of staff; names are unique because clients see them."""
    hashed = _hash(settings, asked.oidc) if asked.oidc else None
    _run(_add(settings, asked.name, asked.role, hashed))
    return 0


async def _add(settings: Settings, name: str, role: str, hashed: str | None) -> None:
    async with opened(settings) as store, store.units.writing() as unit:
        staff = await staffing.add(unit, None, name, role, clock.now())  # type: ignore[arg-type]  # one of ROLES
        if hashed:
            await staffing.join(unit, None, staff, hashed, clock.now())
    print(f"{staff.name} was added as {role}.")
    if not hashed:
        print(f'Now make a link: staff login-link "{staff.name}"')


def change(asked: argparse.Namespace, settings: Settings) -> int:
    """Another role, account or consultant; leaving and coming back."""
    hashed = _hash(settings, asked.oidc) if asked.oidc else None
    _run(_change(settings, asked, hashed))
    return 0


async def _change(settings: Settings, asked: argparse.Namespace, hashed: str | None) -> None:
    now = clock.now()
    async with opened(settings) as store, store.units.writing() as unit:
        staff = await _found(unit, asked.name)
        if asked.returns:
            await staffing.come_back(unit, None, staff, now)
            staff = await _found(unit, asked.name)
        if asked.role:
            await staffing.change_role(unit, None, staff, asked.role, now)
            staff = await _found(unit, asked.name)
        if asked.consultant is not None:
            consultant = await _found(unit, asked.consultant) if asked.consultant else None
            await staffing.name_consultant(unit, None, staff, consultant, now)
        if hashed:
            await staffing.join(unit, None, staff, hashed, now)
        if asked.no_oidc:
            await staffing.part(unit, None, staff, now)
        if asked.sign_out:
            await staffing.sign_out(unit, None, staff, now)
        if asked.leaves:
            await staffing.leave(unit, None, staff, now)
        clients = (await unit.clients.numbers()).get(staff.id, 0)
    print(f"{staff.name} was changed.")
    if asked.leaves and clients:
        print(f"{clients} clients have no caseworker now; let a colleague take them over at the desk.")


def show(asked: argparse.Namespace, settings: Settings) -> int:
    """Everybody, one a line."""
    asyncio.run(_show(settings))
    return 0


async def _show(settings: Settings) -> None:
    async with opened(settings) as store, store.units.reading() as unit:
        everybody = await unit.staff.all()
        joined = await unit.accounts.joined()
    names = {each.id: each.name for each in everybody}
    for each in everybody:
        state = "active" if each.active else "left"
        account = "account" if each.id in joined else "no account"
        consultant = names.get(each.consultant_id or "", "")
        print(f"{each.name}\t{each.role}\t{state}\t{account}" + (f"\t{consultant}" if consultant else ""))


def login_link(asked: argparse.Namespace, settings: Settings) -> int:
    """A link to the desk that works once."""
    _run(_login_link(settings, asked.name))
    return 0


async def _login_link(settings: Settings, name: str) -> None:
    now = clock.now()
    lasts = staffing.LINK_LASTS if settings.login_links else staffing.INVITATION_LASTS
    async with opened(settings) as store, store.units.writing() as unit:
        token = await staffing.invite(unit, None, await _found(unit, name), now, now + lasts)
    print(f"{settings.desk_url}/desk/login?token={token}")
    print(f"Valid for {'15 minutes' if settings.login_links else '3 days'}, and once. Give it to this person only.")


async def _found(unit: StorageUnit, name: str) -> Staff:
    staff = await unit.staff.by_name(name.strip())
    if staff is None:
        raise staffing.StaffRefused("unknown")
    return staff


def _hash(settings: Settings, subject: str) -> str:
    if settings.open_id is None:
        raise WrongUse("--oidc needs the setting OIDC_ISSUER.")
    subject = subject.strip()
    return account_hash(settings.open_id.issuer, _as_claimed(settings.open_id.subject_claim, subject))


def _as_claimed(claim: str, subject: str) -> str:
    if claim == "email" and "@" not in subject:
        raise WrongUse("OIDC_SUBJECT_CLAIM is email, so --oidc must be an e-mail address.")
    return subject.casefold() if claim == "email" else subject


def _run(work: object) -> None:
    try:
        asyncio.run(work)  # type: ignore[arg-type]
    except staffing.StaffRefused as refused:
        raise WrongUse(_REFUSED[refused.why]) from refused
