"""The state in a file, so that a restart keeps the chats."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from bot.playground.chats import Chat, Entry
from bot.playground.counters import Counter
from bot.playground.people import Client
from bot.playground.phone import come_online
from bot.playground.updates import Pending
from bot.playground.webhook import Address
from bot.playground.world import World

_PAUSE_SECONDS = 0.5
_VERSION = 1


class Saver:
    """Writes the state soon after a change, at most twice a second, whole or not at all."""

    def __init__(self, world: World, path: Path) -> None:
        self._world = world
        self._path = path
        self._timer: asyncio.TimerHandle | None = None

    def touch(self) -> None:
        """Something changed."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_PAUSE_SECONDS, self.save)

    def save(self) -> None:
        """Write now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_name(self._path.name + ".new")
        new.touch(mode=0o600)
        new.write_text(json.dumps(saved(self._world)), encoding="ascii")
        new.replace(self._path)


def saved(world: World) -> dict[str, Any]:
    """The state as JSON."""
    address = world.webhook.address
    return {
        "version": _VERSION,
        "message_id": world.message_ids.last,
        "press_id": world.press_ids.last,
        "update_id": world.updates.counter.last,
        "allowed": world.updates.allowed,
        "pending": [[p.update, p.lane, p.expires, p.message] for p in world.updates.pending.values()],
        "webhook": [address.url, address.secret, address.connections] if address else None,
        "presses": world.presses,
        "commands": world.commands.saved(),
        "descriptions": world.bot.descriptions,
        "short_descriptions": world.bot.short_descriptions,
        "files": world.files.saved(),
        "chats": [_saved_chat(chat) for chat in world.chats.values()],
    }


def _saved_chat(chat: Chat) -> dict[str, Any]:
    client = chat.client
    names = ("id", "first_name", "last_name", "username", "language_code", "about")
    return {
        "client": {name: getattr(client, name) for name in names},
        "met": chat.met,
        "blocked": chat.blocked,
        "keyboard": chat.keyboard,
        "waiting": chat.waiting,
        "topics": list(chat.topics.items()),
        "entries": [[e.message, e.by_bot, e.state, e.reaction] for e in chat.entries.values()],
    }


def restore(world: World, path: Path) -> None:
    """Take over the state in the file; a missing or damaged file means a fresh start.

    Needs the running loop: the webhook goes on, and phones that were offline are online.
    """
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        if state["version"] != _VERSION:
            return
    except (OSError, ValueError, KeyError, TypeError):
        return
    world.message_ids = Counter(state["message_id"])
    world.press_ids = Counter(state["press_id"])
    world.updates.counter = Counter(state["update_id"])
    world.updates.allowed = state["allowed"]
    world.presses = {key: tuple(value) for key, value in state["presses"].items()}
    world.commands.restore(state["commands"])
    world.bot.descriptions = state["descriptions"]
    world.bot.short_descriptions = state["short_descriptions"]
    world.files.restore(state["files"])
    _restore_chats(world, state["chats"])
    for update, lane, expires, message in state["pending"]:
        world.updates.keep(Pending(update, lane, expires, tuple(message) if message else None))
    if state["webhook"]:
        world.webhook.start(Address(*state["webhook"]))
    for chat in [c for c in world.chats.values() if c.waiting]:
        come_online(world, chat)


def _restore_chats(world: World, chats: list[dict[str, Any]]) -> None:
    for kept in chats:
        chat = Chat(Client(**kept["client"]), kept["met"], kept["blocked"], keyboard=kept["keyboard"])
        chat.topics = dict(kept.get("topics", ()))
        chat.waiting = [(kind, number, data) for kind, number, data in kept["waiting"]]
        for message, by_bot, state, reaction in kept["entries"]:
            entry = Entry(message, by_bot, state, reaction=reaction)
            chat.entries[entry.id] = entry
        world.chats[chat.id] = chat
