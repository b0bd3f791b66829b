"""The local stand-in for Telegram, as the load sees it."""

from __future__ import annotations

import time
from typing import Any

import aiohttp

SENDS = ("sendmessage", "editmessagetext")


class StandIn:
    """Puts updates in, and sees what the bot called."""

    def __init__(self, base_url: str, session: aiohttp.ClientSession) -> None:
        self._base = base_url
        self._session = session
        self._messages = 0

    async def say(self, texts: list[tuple[int, str]]) -> float:
        """One message of each (chat, text); the moment before they were given, in seconds since 1970."""
        updates = [self._update(chat, text) for chat, text in texts]
        at = time.time()
        async with self._session.post(f"{self._base}/play/updates", json=updates) as answer:
            answer.raise_for_status()
        return at

    def _update(self, chat: int, text: str) -> dict[str, Any]:
        self._messages += 1
        person = {"id": chat, "first_name": "Sanne", "language_code": "nl"}
        message = {
            "message_id": 1_000_000 + self._messages,
            "date": int(time.time()),
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False},
            "text": text,
        }
        return {"message": message}

    async def sent(self) -> int:
        """How many messages left the bot since the page was cleared; costs little to ask."""
        async with self._session.get(f"{self._base}/play/log?chat_id=0") as answer:
            counts = (await answer.json())["counts"]
        return sum(counts.get(name, 0) for name in SENDS)

    async def log(self) -> list[dict[str, Any]]:
        """Every message that left, in order."""
        async with self._session.get(f"{self._base}/play/log") as answer:
            calls = (await answer.json())["calls"]
        return [call for call in calls if call["method"] in SENDS]

    async def clear(self) -> None:
        """An empty page."""
        async with self._session.delete(f"{self._base}/play/log") as answer:
            answer.raise_for_status()
