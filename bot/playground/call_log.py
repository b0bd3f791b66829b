"""What the bot called, in order, for tests and for whoever wants to look."""

from __future__ import annotations

import time
from collections import Counter, deque
from typing import Any

from bot.playground.parameters import Call

_MOST = 200_000
_QUIET = frozenset(("getupdates", "getme", "getwebhookinfo"))


class CallLog:
    """The calls that do something, newest last, and the count of every method."""

    def __init__(self) -> None:
        self._calls: deque[dict[str, Any]] = deque(maxlen=_MOST)
        self._counts: Counter[str] = Counter()
        self._numbers = 0

    def add(self, call: Call, outcome: str, result: Any, *, error: str | None = None) -> None:
        """Note a call; `outcome` is ok, refused, or the kind of trouble that it met."""
        self._counts[call.method] += 1
        if call.method in _QUIET:
            return
        self._numbers += 1
        self._calls.append(
            {
                "n": self._numbers,
                "at": time.time(),
                "method": call.method,
                "chat_id": call.chat_id,
                "outcome": outcome,
                "error": error,
                "message_ids": _ids(call, result),
                "text": call.text("text") or call.text("caption"),
                "reply_markup": call.values.get("reply_markup"),
            }
        )

    def calls(self, chat_id: int | None = None) -> list[dict[str, Any]]:
        """All calls, or those about one chat."""
        return [c for c in self._calls if chat_id is None or c["chat_id"] == chat_id]

    def counts(self) -> dict[str, int]:
        """How often each method was called, getUpdates included."""
        return dict(self._counts)

    def clear(self) -> None:
        """Start an empty page; the numbers go on."""
        self._calls.clear()
        self._counts.clear()


def _ids(call: Call, result: Any) -> list[int]:
    if isinstance(result, list):
        return [m["message_id"] for m in result if isinstance(m, dict) and "message_id" in m]
    if isinstance(result, dict) and "message_id" in result:
        return [result["message_id"]]
    named = call.integer("message_id")
    return [named] if named else []
