"""Somebody with a phone: says, presses, sends, and hears what the bot answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot import clock
from bot.clients.client import Client
from bot.handoff.case import Case
from bot.income.paper import LedgerMonth, Paper
from tests.dialogues.door import Door
from tests.playground.playground_phone import Phone


@dataclass
class Heard:
    """One message of the bot as the phone shows it."""

    id: int
    text: str
    buttons: dict[str, str]
    bold: list[str]
    document: dict[str, Any] | None
    edited: bool
    topic: int | None = None
    under: int | None = None
    links: tuple[str, ...] = ()


@dataclass
class Person:
    """`news` is what the bot said or changed since the last thing this person did."""

    door: Door
    chat_id: int
    news: list[Heard] = field(default_factory=list)
    last_own_id: int = 0
    known: dict[int, Heard] = field(default_factory=dict)

    @property
    def hears(self) -> str:
        """All words of the news."""
        return "\n".join(heard.text for heard in self.news)

    @property
    def buttons(self) -> list[str]:
        """All buttons under the news, in order."""
        return [label for heard in self.news for label in heard.buttons]

    @property
    def menu(self) -> list[str]:
        """The labels of the keyboard under the typing field."""
        keyboard = (self.door.stand_in.world.chats[self.chat_id].keyboard or {}).get("keyboard", [])
        return [button["text"] if isinstance(button, dict) else button for row in keyboard for button in row]

    async def says(self, text: str, **where: int) -> str:
        """Type a text; in a `topic`, or as an answer (`reply_to` a message)."""
        return await self._act("send", text=text, **where)

    async def starts(self, code: str = "") -> str:
        """Press «Start», perhaps of a link with an invitation."""
        return await self._act("start", payload=code)

    async def sends_a(self, kind: str) -> str:
        """Send a sticker, place, contact, video or poll."""
        return await self._act("send", **{"as": kind})

    async def sends(self, *files: tuple[str, bytes], kind: str = "document", text: str = "") -> str:
        """Send files; several together are an album."""
        before = self._shown()
        async with aiohttp.ClientSession() as session:
            form = {"as": kind, "text": text}
            ids = await Phone(session, self.door.url).send_files(self.chat_id, list(files), **form)
        self.last_own_id = ids[-1]
        return await self._listen(before)

    async def presses(self, label: str) -> str:
        """Press the newest button with this label."""
        for heard in reversed(list(self._shown().values())):
            if label in heard.buttons:
                return await self._act("press", message_id=heard.id, data=heard.buttons[label])
        raise AssertionError(f"no button «{label}» in {[h.buttons for h in self._shown().values()]}")

    async def forges(self, action: str) -> str:
        """Press a button that is no longer there, or never was."""
        newest = list(self._shown().values())[-1]
        return await self._act("press", message_id=newest.id, data=action, force=True)

    async def edits(self, text: str) -> str:
        """Change the last own message."""
        return await self._act("edit", message_id=self.last_own_id, text=text)

    async def blocks(self, *, blocked: bool = True) -> str:
        """Block the bot, or no longer."""
        return await self._act("block", blocked=blocked)

    async def waits(self) -> str:
        """Do nothing, and hear what came since the last act."""
        return await self._listen(self.known)

    async def client(self) -> Client | None:
        """Who this is to the bot."""
        async with self.door.parts.units.reading() as unit:
            return await unit.clients.by_chat(self.chat_id)

    async def case(self) -> Case | None:
        """The open case."""
        client = await self.client()
        async with self.door.parts.units.reading() as unit:
            return await unit.cases.open_of_client(client.id) if client else None

    async def papers(self) -> Sequence[Paper]:
        """What was sent."""
        client = await self.client()
        assert client is not None
        async with self.door.parts.units.reading() as unit:
            return await unit.papers.of_client(client.id)

    async def ledger(self) -> Sequence[LedgerMonth]:
        """What is known of each month."""
        client = await self.client()
        assert client is not None
        async with self.door.parts.units.reading() as unit:
            return await unit.ledger.of_client(client.id)

    async def _act(self, what: str, **body: Any) -> str:
        before = self._shown()
        async with aiohttp.ClientSession() as session:
            answer = await Phone(session, self.door.url).act(self.chat_id, what, **body)
        assert answer.get("ok", True), answer
        self.last_own_id = (answer.get("message_ids") or [self.last_own_id])[-1]
        return await self._listen(before)

    async def _listen(self, before: dict[int, Heard]) -> str:
        await self.door.quiet()
        self.known = self._shown()
        self.news = [heard for heard in self.known.values() if before.get(heard.id) != heard]
        return self.hears

    def _shown(self) -> dict[int, Heard]:
        chat = self.door.stand_in.world.chats.get(self.chat_id)
        entries = chat.entries.values() if chat else []
        return {entry.id: _heard(entry.message) for entry in entries if entry.by_bot}


def _heard(message: dict[str, Any]) -> Heard:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    text = message.get("text") or message.get("caption") or ""
    raw = text.encode("utf-16-le")
    bold = [
        raw[2 * span["offset"] : 2 * (span["offset"] + span["length"])].decode("utf-16-le")
        for span in message.get("entities") or []
        if span["type"] == "bold"
    ]
    buttons = {button["text"]: button.get("callback_data", "") for row in rows for button in row}
    links = tuple(button["url"] for row in rows for button in row if "url" in button)
    topic, under = message.get("message_thread_id"), (message.get("reply_to_message") or {}).get("message_id")
    edited = "edit_date" in message
    return Heard(message["message_id"], text, buttons, bold, message.get("document"), edited, topic, under, links)


async def stranger(door: Door) -> Person:
    """Somebody whom the bot has never met."""
    return Person(door, next(door.chat_ids))


async def joined(door: Door, name: str = "Samira Voorbeeld", language: str = "nl") -> Person:
    """A client who joined and said yes to what is kept."""
    person = Person(door, next(door.chat_ids))
    client, _ = await door.invited(name, language)
    async with door.unit() as unit:
        await unit.clients.link(client.id, person.chat_id, clock.now())
        await unit.clients.consent(client.id, clock.now())
    await person.starts()
    if language != "nl":
        await person.says("/menu")
    return person
