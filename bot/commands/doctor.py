"""`doctor`: every part in one line, with what to do when it is not right."""

from __future__ import annotations

import argparse
import asyncio
import os
import stat
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from bot.answers.checking import check
from bot.commands.bot_name import username_of
from bot.errors import BotError, WrongUse
from bot.policy import AMSTERDAM, read_policy
from bot.settings import Settings
from bot.storage.backup import versions
from bot.storage.database import open_database
from bot.storage.encryption import key_ring

CONTENT = AMSTERDAM.parent.parent
SOMETHING_WRONG, WRONG_SETTING = 1, 2


class NotRight(Exception):
    """A part is not right; the text says what to do."""


Check = Callable[[Settings], Awaitable[str]]


def look(asked: argparse.Namespace, settings: Settings) -> int:
    """0 when all is right, 2 when a setting is wrong, 1 when something else is."""
    return asyncio.run(_look(settings))


async def _look(settings: Settings) -> int:
    print("ok      settings")
    return max([await _one(name, part, settings) for name, part in CHECKS.items()])


async def _one(name: str, part: Check, settings: Settings) -> int:
    try:
        print(f"ok      {name}: {await part(settings)}")
    except WrongUse as problem:
        print(f"not ok  {name}: {problem}")
        return WRONG_SETTING
    except (NotRight, BotError) as problem:
        print(f"not ok  {name}: {problem}")
        return SOMETHING_WRONG
    except Exception as problem:
        # The message of a foreign error can hold an address with a password.
        print(f"not ok  {name}: {type(problem).__name__}")
        return SOMETHING_WRONG
    return 0


async def _municipality(settings: Settings) -> str:
    policy = read_policy(settings.municipality)
    open_ = f"; to be confirmed: {', '.join(policy.unconfirmed)}" if policy.unconfirmed else ""
    return f"{policy.name}, keeps {policy.keep_days} days{open_}"


async def _folder(settings: Settings) -> str:
    folder = settings.data_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise WrongUse(f"{settings.data_dir} cannot be written; change its rights, or DATA_DIR.")
    return f"{settings.data_dir} can be written"


async def _keys(settings: Settings) -> str:
    if settings.encryption_keys:
        return f"{len(key_ring(settings.encryption_keys, settings.data_dir).ids)} in ENCRYPTION_KEYS"
    path = settings.data_dir / "keys"
    if not path.exists():
        return "the key file will be made at the first start"
    key_ring("", settings.data_dir)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise NotRight(f"others can read the key file; run chmod 600 {path}")
    return f"key file {path}; keep a copy somewhere else than the data"


async def _database(settings: Settings) -> str:
    if _no_sqlite_yet(settings.database_url):
        return "will be made at the first start"
    database = await open_database(settings.database_url)
    try:
        theirs, ours = await versions(database)
    finally:
        await database.close()
    if theirs > ours:
        raise NotRight(f"version {theirs} is newer than this program ({ours}); start that version")
    later = "" if theirs == ours else f", brought to {ours} at the start or by migrate"
    return f"{database.engine}, version {theirs}{later}"


def _no_sqlite_yet(url: str) -> bool:
    path = url.removeprefix("sqlite:///")
    return path != url and not Path(path).exists()


async def _content(settings: Settings) -> str:
    found = await asyncio.to_thread(check, CONTENT, date.today())
    errors = sum(finding.level == "error" for finding in found)
    if errors:
        raise NotRight(f"{errors} errors; run content check")
    return f"{len(found)} warnings" if found else "no remarks"


async def _telegram(settings: Settings) -> str:
    if settings.playground:
        return "no token: the playground starts instead"
    return f"the bot is @{await username_of(settings)}"


CHECKS: dict[str, Check] = {
    "municipality": _municipality,
    "data folder": _folder,
    "keys": _keys,
    "database": _database,
    "content": _content,
    "telegram": _telegram,
}
