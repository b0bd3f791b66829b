"""The private chat in Telegram in which a member of staff gets notices: linked with a one-time code, and unlinked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

from bot.clients.accounts import StaffLog
from bot.clients.caseworker import Staff
from bot.errors import BotError
from bot.identifiers import new_id, spoken_number

CODE_LASTS = timedelta(minutes=10)
CODES_AN_HOUR = 5
# Eleven characters, such as «M-7F3K-2QXB»; the code of a client's invitation has twenty-two.
# It has no vowels, so that no words of a client look like it.
_CODE = re.compile(r"M(-[2-9BCDFGHJKMNPQRSTVWXZ]{4}){2}")

Unlinked = Literal["desk", "left"]


class TooManyCodes(BotError):
    """This member of staff made CODES_AN_HOUR codes within the hour."""


@dataclass(frozen=True, slots=True)
class StaffChat:
    """One linked account. `blocked_at` is set while Telegram refuses our messages there."""

    staff_id: str
    account: int
    linked_at: datetime
    blocked_at: datetime | None = None


class StaffChats(Protocol):
    """What must be kept of these chats and their codes."""

    async def add_code(self, staff_id: str, hashed: str, at: datetime, expires_at: datetime) -> None:
        """A new code; earlier ones of this member of staff stop working."""

    async def codes_since(self, staff_id: str, since: datetime) -> int: ...
    async def use_code(self, hashed: str, at: datetime) -> str | None:
        """The staff id behind an unused, unexpired code, which is used up by this."""

    async def link(self, staff_id: str, account: int, at: datetime) -> None:
        """Join an account to a member of staff; an account that was joined before is let go."""

    async def by_account(self, account: int) -> StaffChat | None: ...
    async def of_staff(self, staff_ids: Sequence[str]) -> Sequence[StaffChat]:
        """The chats of those among them who linked one."""

    async def everybody(self) -> Sequence[StaffChat]: ...
    async def topics(self, staff_id: str) -> Sequence[int]:
        """The topics of clients in the chat of this member of staff."""

    async def set_blocked(self, account: int, at: datetime | None) -> None: ...
    async def unlink(self, staff_id: str) -> StaffChat | None:
        """Let the account go, with its codes, cards, topics and drafts; the chat that it was."""


class ChatToTell(Protocol):
    """The part of the durable inbox that is needed here."""

    async def put(self, source: str, chat_id: int, payload: dict[str, Any], at: datetime) -> bool: ...


class LinkTables(Protocol):
    """The tables that these acts touch."""

    @property
    def staff_chats(self) -> StaffChats: ...
    @property
    def staff_log(self) -> StaffLog: ...
    @property
    def inbox(self) -> ChatToTell: ...


def code_in(text: str) -> str | None:
    """The code when this text is one, typed in any case and with or without the dashes."""
    letters = re.sub(r"[\s-]", "", text).upper()
    code = "-".join([letters[:1], letters[1:5], letters[5:]])
    return code if _CODE.fullmatch(code) else None


def code_hash(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(f"staff {code}".encode()).hexdigest()


async def make_code(unit: LinkTables, staff: Staff, at: datetime) -> str:
    """A code that links one account within CODE_LASTS. Raises TooManyCodes."""
    if await unit.staff_chats.codes_since(staff.id, at - timedelta(hours=1)) >= CODES_AN_HOUR:
        raise TooManyCodes
    code = spoken_number("M")
    await unit.staff_chats.add_code(staff.id, code_hash(code), at, at + CODE_LASTS)
    return code


async def unlink(unit: LinkTables, actor: Staff | None, staff: Staff, at: datetime, why: Unlinked = "desk") -> bool:
    """Let the account go and say so in that chat; False when there was none."""
    topics = list(await unit.staff_chats.topics(staff.id))
    chat = await unit.staff_chats.unlink(staff.id)
    if chat is None:
        return False
    await unit.staff_log.add(actor.id if actor else None, staff.id, "telegram_off", at)
    asked = {"what": "unlinked", "why": why, "topics": topics}
    await unit.inbox.put(f"staff:{new_id()}", chat.account, {"job": "staff", "asked": asked}, at)
    return True
