"""One visit: something happened in a chat, and what the bot does about it, in one unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clients import wording as clients_wording
from bot.clients.client import Client
from bot.clients.conversation import Conversation
from bot.handoff.case import Case
from bot.language import LANGUAGES, SOURCE, Translator, translator
from bot.messages import Button, Incoming, Reply
from bot.reception.house import House
from bot.unit import Unit


@dataclass(slots=True)
class Visit:
    """Everything at hand while one thing of one chat is handled."""

    house: House
    unit: Unit
    incoming: Incoming
    conversation: Conversation
    client: Client | None
    at: datetime
    case: Case | None = None
    status: str | None = None  # tag of a «busy» message that the next reply takes the place of

    @property
    def linked(self) -> Client | None:
        """The client when joined and consented: only then anything is kept."""
        return self.client if self.client and self.client.consented_at else None

    @property
    def linked_id(self) -> str | None:
        """The id of the linked client."""
        return self.linked.id if self.linked else None

    @property
    def language(self) -> str:
        """The chosen language, else the phone's when we have it, else Dutch."""
        chosen = self.conversation.language or (self.incoming.language_hint or "").split("-")[0]
        return chosen if chosen in LANGUAGES else SOURCE

    @property
    def words(self) -> Translator:
        """The translator of this chat."""
        return translator(self.language)

    async def caseworker_name(self) -> str:
        """The name of the client's caseworker; only for linked clients."""
        assert self.client is not None
        staff = await self.unit.staff.by_id(self.client.caseworker_id)
        return staff.name if staff else self.house.policy.department_short

    async def say(self, text: str, buttons: Sequence[Sequence[Button]] = (), **rest: object) -> None:
        """Say a text with buttons."""
        await self.send(Reply(text, buttons=tuple(tuple(row) for row in buttons), **rest))  # type: ignore[arg-type]

    async def send(self, reply: Reply, topic: str | None = None) -> None:
        """Put a reply in the outbox and, for a linked client, in the conversation that the desk shows.

        `topic` is the text of the library that is said: the desk shows from where the bot answered.
        """
        self.conversation.asked = ""
        if self.status and reply.replaces is None:
            reply, self.status = replace(reply, replaces=self.status), None
        client = self.linked
        entry = None
        if client:
            body = reply.text or "📎"
            case_id = self.case.id if self.case else None
            entry = await self.unit.thread.add(client.id, "bot", body, self.at, case_id=case_id, topic=topic)
        await self.unit.outbox.put(
            self.incoming.chat_id, reply, self.at, client_id=client.id if client else None, thread_id=entry
        )

    async def say_with_menu(self, text: str) -> None:
        """Say a text and show the fixed menu under the typing field."""
        await self.send(Reply(text, menu=menu(self.words)))

    async def changed(self) -> None:
        """Let the open desks redraw this client."""
        if self.client:
            await self.unit.changes.add(self.client.caseworker_id, self.client.id)

    async def count(self, name: str) -> None:
        """Count that something happened, without whom."""
        await self.unit.counts.add(name, self.at)

    async def reload_client(self) -> None:
        """Read the client again after a change."""
        self.client = await self.unit.clients.by_chat(self.incoming.chat_id)

    def in_language(self, language: str) -> None:
        """Go on in another language."""
        self.conversation.language = language
        if self.client:
            self.client = replace(self.client, language=language)


def menu(_: Translator) -> tuple[tuple[str, ...], ...]:
    """The four jobs as a fixed keyboard."""
    return (
        (clients_wording.menu_ask(_), clients_wording.menu_payslip(_)),
        (clients_wording.menu_person(_), clients_wording.menu_data(_)),
    )


MENU_ACTIONS = ("ask", "payslip", "person", "data")


def menu_action(text: str, language: str) -> str | None:
    """Which menu button was tapped: its label comes back as text, in this language or in Dutch."""
    for code in (language, SOURCE):
        labels = [label for row in menu(translator(code)) for label in row]
        if text in labels:
            return MENU_ACTIONS[labels.index(text)]
    return None
