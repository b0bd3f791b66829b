"""What the server keeps of each private chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.playground.people import Client

Waiting = tuple[str, int, str]  # message, edit or press; the message; the words or data
State = Literal["sending", "sent", "delivered"]


@dataclass(slots=True)
class Entry:
    """One message: Telegram's JSON and what the phone shows beside it."""

    message: dict[str, Any]
    by_bot: bool
    state: State = "delivered"
    unseen: bool = False  # sent by the bot while the phone was offline
    reaction: list[dict[str, Any]] = field(default_factory=list)

    @property
    def id(self) -> int:
        """Its message id."""
        return int(self.message["message_id"])


@dataclass(slots=True)
class Chat:
    """A client's chat with the bot.

    `waiting` is what the client did while the phone was offline, `held` what the phone has
    not heard yet. `topics` are those that the bot made, by number.
    """

    client: Client
    met: bool = False  # the client wrote first: before that a bot cannot write
    blocked: bool = False
    offline: bool = False
    offline_since: int = 0  # how often it went offline: an old timer must not end a new time
    entries: dict[int, Entry] = field(default_factory=dict)
    keyboard: dict[str, Any] | None = None
    waiting: list[Waiting] = field(default_factory=list)
    held: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The chat id: that of the client."""
        return self.client.id
