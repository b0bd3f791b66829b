"""What an administrator does with the list of staff, in the browser or on the command line. All of it is logged."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, Protocol

from bot.clients.accounts import Accounts
from bot.clients.caseworker import Role, Staff, StaffList
from bot.clients.staff_chats import LinkTables, unlink
from bot.errors import BotError

MAX_NAME = 80
LINK_LASTS = timedelta(minutes=15)
INVITATION_LASTS = timedelta(days=3)  # where a link alone is no way in: it only joins an account
Why = Literal["name", "known", "yourself", "unknown", "left", "consultant", "taken", "whom"]


class StaffRefused(BotError):
    """This is not done to the list of staff; `why` is a code."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


class Tables(LinkTables, Protocol):
    """The tables that hold staff."""

    @property
    def staff(self) -> StaffList: ...
    @property
    def accounts(self) -> Accounts: ...


async def add(unit: Tables, actor: Staff | None, name: str, role: Role, at: datetime) -> Staff:
    """A new member of staff; names are unique because clients see them."""
    name = " ".join(name.split(" ")).strip()
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise StaffRefused("name")
    if await unit.staff.by_name(name):
        raise StaffRefused("known")
    staff = await unit.staff.add(name, role, at)
    await unit.staff_log.add(_id(actor), staff.id, "added", at, role)
    return staff


async def change_role(unit: Tables, actor: Staff | None, staff: Staff, role: Role, at: datetime) -> None:
    """Another role counts from the next page on."""
    _not_yourself(actor, staff)
    if staff.role != role:
        await unit.staff.set_role(staff.id, role)
        await unit.staff_log.add(_id(actor), staff.id, "role", at, role)
        if role != "caseworker":
            await unlink(unit, actor, staff, at, "left")


async def leave(unit: Tables, actor: Staff | None, staff: Staff, at: datetime) -> None:
    """Somebody left: signed out everywhere at once, and no way in any more."""
    _not_yourself(actor, staff)
    await unit.staff.set_active(staff.id, False)
    await unit.accounts.part(staff.id)
    await unit.staff_log.add(_id(actor), staff.id, "left", at)
    await unlink(unit, actor, staff, at, "left")


async def come_back(unit: Tables, actor: Staff | None, staff: Staff, at: datetime) -> None:
    """Somebody is back; an account must be joined again."""
    await unit.staff.set_active(staff.id, True)
    await unit.staff_log.add(_id(actor), staff.id, "back", at)


async def invite(unit: Tables, actor: Staff | None, staff: Staff, at: datetime, until: datetime) -> str:
    """A token for a one-time link."""
    if not staff.active:
        raise StaffRefused("left")
    await unit.staff_log.add(_id(actor), staff.id, "link", at)
    return await unit.staff.make_login_link(staff.id, until)


async def join(unit: Tables, actor: Staff | None, staff: Staff, hashed: str, at: datetime) -> None:
    """Let an account sign in as this person."""
    if not staff.active:
        raise StaffRefused("left")
    if not await unit.accounts.join(hashed, staff.id, at):
        raise StaffRefused("taken")
    await unit.staff_log.add(_id(actor), staff.id, "joined", at)


async def part(unit: Tables, actor: Staff | None, staff: Staff, at: datetime) -> None:
    """No account signs in as this person any more; who is signed in is signed out, in Telegram too."""
    await unit.accounts.part(staff.id)
    await unit.staff.end_all_sessions(staff.id)
    await unit.staff_log.add(_id(actor), staff.id, "parted", at)
    await unlink(unit, actor, staff, at)


async def sign_out(unit: Tables, actor: Staff | None, staff: Staff, at: datetime) -> int:
    """Sign out everywhere, in Telegram too: perhaps the phone was lost. How many sessions ended."""
    ended = await unit.staff.end_all_sessions(staff.id)
    await unit.staff_log.add(_id(actor), staff.id, "signed_out", at)
    await unlink(unit, actor, staff, at)
    return ended


async def name_consultant(
    unit: Tables, actor: Staff | None, staff: Staff, consultant: Staff | None, at: datetime
) -> None:
    """Who settles the wages of this caseworker's clients."""
    if staff.role != "caseworker":
        raise StaffRefused("consultant")
    if consultant is not None and (consultant.role != "income_consultant" or not consultant.active):
        raise StaffRefused("consultant")
    await unit.staff.set_consultant(staff.id, consultant.id if consultant else None)
    await unit.staff_log.add(_id(actor), staff.id, "consultant", at)


def _id(actor: Staff | None) -> str | None:
    return actor.id if actor else None


def _not_yourself(actor: Staff | None, staff: Staff) -> None:
    """So somebody who can change this back always stays."""
    if actor is not None and actor.id == staff.id:
        raise StaffRefused("yourself")
