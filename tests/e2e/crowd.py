"""Fifty chats that all want something at once, and what the bot owes each of them."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import Any

from bot.clients import wording
from bot.clients.conversation import Conversation
from bot.language import translator
from bot.storage.units import StorageUnits
from tests.databases import NOON

LINKED = range(8000, 8010)
GUESTS = range(8010, 8050)
ANY_ANSWER = "(one answer, whatever it says)"
_ = translator("nl")

# What a guest does -> the one message that the bot owes for it (None: none at all).
OWED: dict[str, str | None] = {
    "/menu": wording.ready(_),
    "sticker": wording.unsupported(_),
    "press menu:ask": wording.ask_away(_),
    "press from-long-ago": wording.old_button(_),
    "document": wording.needs_invitation(_),
    "question": ANY_ANSWER,
    "edit": None,
}
_WEIGHTS = (5, 2, 3, 2, 1, 4, 2)


class Crowd:
    """Makes updates, and remembers in which order each chat sent what."""

    def __init__(self, chance: random.Random, document: dict[str, Any]) -> None:
        self._chance = chance
        self._document = document
        self._numbers: Counter[int] = Counter()
        self.did: dict[int, list[str]] = {chat: [] for chat in (*LINKED, *GUESTS)}

    def updates(self, count: int) -> list[dict[str, Any]]:
        """The next `count` updates, from chats in any order."""
        return [self._one(self._chance.choice(list(self.did))) for _ in range(count)]

    def _one(self, chat: int) -> dict[str, Any]:
        act = self._chance.choices(list(OWED), _WEIGHTS)[0]
        self.did[chat].append(act)
        self._numbers[chat] += 1
        person = {"id": chat, "is_bot": False, "first_name": "Verzonnen", "language_code": "nl"}
        place = {"id": chat, "type": "private", "first_name": "Verzonnen"}
        message = {"message_id": 100_000 + self._numbers[chat], "date": int(time.time()), "from": person, "chat": place}
        if act.startswith("press "):
            press = {"id": f"{chat}-{self._numbers[chat]}", "from": person, "data": act.removeprefix("press ")}
            return {"callback_query": {**press, "message": message}}
        if act == "edit":
            return {"edited_message": {**message, "message_id": 100_001, "text": "Ik bedoel dit"}}
        return {"message": {**message, **self._content(act)}}

    def _content(self, act: str) -> dict[str, Any]:
        if act == "sticker":
            return {"sticker": {"file_id": "s", "emoji": "👍"}}
        if act == "document":
            return {"document": self._document}
        return {"text": "Wanneer moet ik mijn loonstrook sturen?" if act == "question" else act}

    def owed(self, guest: int) -> list[str]:
        """The messages that a guest must get, in order."""
        return [text for act in self.did[guest] if (text := OWED[act]) is not None]


async def settle(units: StorageUnits) -> None:
    """Ten linked clients, and forty guests who chose Dutch before."""
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin Verzonnen", "caseworker", NOON)
        for chat in LINKED:
            client = await unit.clients.add("Verzonnen", "nl", staff.id, NOON)
            await unit.clients.link(client.id, chat, NOON)
            await unit.clients.consent(client.id, NOON)
        for chat in (*LINKED, *GUESTS):
            await unit.conversations.keep(Conversation(chat, language="nl"), NOON)
