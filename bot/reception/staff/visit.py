"""One visit of a member of staff: something happened in the own chat, and what the bot does about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clients.caseworker import Staff
from bot.clients.client import Client
from bot.handoff.staff import wording
from bot.language import SOURCE, translator
from bot.messages import Button, Incoming, Reply
from bot.reception.house import House
from bot.unit import Unit

_ = translator(SOURCE)  # staff read Dutch, as at the desk

Rows = Sequence[Sequence[Button]]


@dataclass(slots=True)
class StaffVisit:
    """Everything at hand while one thing of this chat is handled."""

    house: House
    unit: Unit
    incoming: Incoming
    staff: Staff
    at: datetime

    async def say(self, text: str, *, under: int | None = None) -> None:
        """Say something that is about no client, where it was asked."""
        await self._put(Reply(text, topic=self.incoming.topic, answers=under))

    async def show(
        self,
        client: Client,
        text: str,
        buttons: Rows = (),
        *,
        topic: int | None = None,
        tag: str | None = None,
        replaces: str | None = None,
        under: int | None = None,
        asks: bool = False,
        silent: bool = False,
    ) -> None:
        """Say something about a client. An answer to it is about this client."""
        rows = tuple(tuple(row) for row in buttons if row)
        reply = Reply(text, buttons=rows, tag=tag, replaces=replaces, topic=topic, answers=under)
        await self._put(replace(reply, asks=asks, silent=silent), client)

    async def _put(self, reply: Reply, client: Client | None = None) -> None:
        await self.unit.outbox.put(
            self.incoming.chat_id,
            reply,
            self.at,
            client_id=client.id if client else None,
            staff_id=self.staff.id if client else None,
        )

    async def topic_of(self, client: Client) -> int | None:
        """The topic of this client, where topics are possible."""
        if not self.house.topics():
            return None
        return (await self.unit.staff_threads.of(self.staff.id, client.id)).topic

    def desk_button(self, client: Client) -> list[Button]:
        """The way to the client's page. Telegram takes no address without a dot."""
        address = self.house.desk_url
        return [Button(wording.open_button(_), url=f"{address}/desk/klant/{client.id}")] if "." in address else []


