"""A client: a person on bijstand who works part-time, or who has left bijstand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

ClientState = Literal["invited", "active", "stopped"]


@dataclass(frozen=True, slots=True)
class Client:
    """One client and the chat account that belongs to them, if any.

    `number` is the name of a client in lists and files («K-7F3K»): it says nothing
    about the person. `blocked_at` is set while the channel refuses our messages.
    """

    id: str
    number: str
    name: str
    language: str
    caseworker_id: str
    chat_id: int | None
    state: ClientState
    consented_at: datetime | None
    blocked_at: datetime | None
    created_at: datetime
    last_contact_at: datetime

    @property
    def reachable(self) -> bool:
        """Whether a message can reach the client in the chat."""
        return self.chat_id is not None and self.blocked_at is None and self.state == "active"


class Clients(Protocol):
    """What must be kept of clients."""

    async def expect(self, chat_ids: Sequence[int]) -> None:
        """Fetch these in one go, for `by_chat`."""

    async def add(self, name: str, language: str, caseworker_id: str, at: datetime) -> Client: ...
    async def by_id(self, client_id: str) -> Client | None: ...
    async def by_number(self, number: str) -> Client | None: ...
    async def by_chat(self, chat_id: int) -> Client | None: ...
    async def of_caseworker(self, caseworker_id: str) -> Sequence[Client]: ...
    async def of_caseworkers(self, caseworker_ids: Sequence[str], more: Sequence[str] = ()) -> Sequence[Client]:
        """Their clients, and the clients with the ids in `more`."""

    async def hand_over(self, client_ids: Sequence[str], caseworker_id: str) -> None:
        """These clients get another caseworker."""

    async def all(self) -> Sequence[Client]: ...
    async def numbers(self) -> Mapping[str, int]:
        """How many clients each caseworker has, by staff id."""

    async def link(self, client_id: str, chat_id: int, at: datetime) -> None:
        """Join a chat account to a client; an account that was joined before is let go."""

    async def consent(self, client_id: str, at: datetime) -> None: ...
    async def set_language(self, client_id: str, language: str) -> None: ...
    async def set_state(self, client_id: str, state: ClientState) -> None: ...
    async def set_blocked(self, client_id: str, at: datetime | None) -> None: ...
    async def seen(self, client_id: str, at: datetime) -> None:
        """Note that the client was in touch: retention counts from here."""
