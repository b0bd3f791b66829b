"""Everything the playground knows: the bot, its clients, their chats, and what waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.playground.call_log import CallLog
from bot.playground.chats import Chat, Entry
from bot.playground.commands import Commands
from bot.playground.counters import Counter
from bot.playground.events import Listeners
from bot.playground.faults import Faults
from bot.playground.files import Files
from bot.playground.people import Client, invented, six_people, the_caseworker
from bot.playground.polling import Poll
from bot.playground.updates import Pending, Updates
from bot.playground.views import view
from bot.playground.webhook import Webhook


@dataclass(slots=True)
class Profile:
    """What the bot tells about itself."""

    id: int
    name: str = "Hulp bij inkomen (proef)"
    username: str = "wpi_proef_bot"
    topics: bool = False  # whether it may make topics in private chats
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def user(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


class World:
    """The state; methods and phones change it, listeners and the saver hear of it."""

    def __init__(
        self, token: str, files_folder: Path | None = None, *, open_door: bool = False, caseworker: bool = False
    ) -> None:
        self.token = token
        self.open_door = open_door
        head = token.partition(":")[0]
        self.bot = Profile(int(head) if head.isdigit() else 1)
        people = [*six_people(), the_caseworker()] if caseworker else six_people()
        self.chats: dict[int, Chat] = {one.id: Chat(one) for one in people}
        self.files = Files(files_folder)
        self.message_ids = Counter()
        self.press_ids = Counter()
        self.presses: dict[str, tuple[float, int, int]] = {}  # open presses: time, chat, message
        self.commands = Commands()
        self.faults = Faults()
        self.log = CallLog()
        self.listeners = Listeners()
        self.updates = Updates(Counter(), self._fetched)
        self.poll = Poll(self.updates)
        self.webhook = Webhook(self.updates)
        self.updates.on_add = self._added
        self.touch: Callable[[], None] = lambda: None

    def chat(self, chat_id: int) -> Chat | None:
        """The chat of a client."""
        return self.chats.get(chat_id)

    def chat_or_new(self, chat_id: int) -> Chat | None:
        """As `chat`; an unknown client is invented when the door is open."""
        chat = self.chats.get(chat_id)
        if chat is None and self.open_door and chat_id > 0:
            chat = self.chats[chat_id] = Chat(invented(chat_id))
        return chat

    def clients(self) -> list[Client]:
        """Everybody with a phone."""
        return [chat.client for chat in self.chats.values()]

    def tell(self, chat: Chat, name: str, data: dict[str, Any]) -> None:
        """Tell the client's phone; one without connection hears it later."""
        if chat.offline:
            chat.held.append((name, data))
        else:
            self.listeners.tell(chat.id, name, data)

    def show(self, chat: Chat, name: str, entry: Entry) -> None:
        """Tell the phone about a message, when anybody looks."""
        if chat.offline or self.listeners.heard(chat.id):
            self.tell(chat, name, view(entry))

    def tell_commands(self) -> None:
        """The menus changed."""
        for chat_id in self.listeners.chat_ids:
            chat = self.chats[chat_id]
            self.tell(chat, "commands", {"commands": self.menu_of(chat)})

    def menu_of(self, chat: Chat) -> list[dict[str, str]]:
        """The commands that this client sees."""
        return self.commands.seen_by(chat.id, chat.client.language_code)

    def drop_topic(self, chat: Chat, topic: int) -> None:
        """A topic is gone, with all its messages."""
        del chat.topics[topic]
        for entry in [one for one in chat.entries.values() if one.message.get("message_thread_id") == topic]:
            del chat.entries[entry.id]
            self.tell(chat, "delete", {"message_id": entry.id})
        self.touch()

    def new_press(self, chat_id: int, message_id: int) -> str:
        """An id for a pressed button, to be answered within 150 seconds."""
        press_id = str(self.press_ids.next())
        self.presses[press_id] = (time.time(), chat_id, message_id)
        return press_id

    async def close(self) -> None:
        """End streams, polls and deliveries."""
        self.listeners.close()
        self.poll.release()
        await self.webhook.close()

    def _added(self, pending: Pending) -> None:
        self.poll.wake(pending)
        self.webhook.push(pending)
        self.touch()

    def _fetched(self, pending: Pending) -> None:
        """The bot has the message: its second tick."""
        if pending.message is None:
            return
        chat_id, message_id = pending.message
        chat = self.chats.get(chat_id)
        entry = chat.entries.get(message_id) if chat else None
        if chat and entry and entry.state != "delivered":
            entry.state = "delivered"
            if chat.offline or self.listeners.heard(chat_id):
                self.tell(chat, "status", {"message_id": message_id, "state": "delivered"})
        self.touch()
