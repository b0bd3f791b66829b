"""A caseworker with a phone, linked at the real door, and clients of her own."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from bot import clock
from bot.clients import staff_chats
from bot.clients.caseworker import Staff
from bot.clients.client import Client
from tests.dialogues.door import Door
from tests.dialogues.person import Heard, Person, stranger

_numbers = itertools.count(1)


@dataclass
class Colleague:
    """A member of staff and the own phone."""

    staff: Staff
    phone: Person

    @property
    def card(self) -> Heard:
        """The newest message of the bot that has buttons."""
        return [heard for heard in self.phone._shown().values() if heard.buttons][-1]

    async def answers(self, card: Heard, text: str) -> str:
        """Answer a card."""
        return await self.phone.says(text, reply_to=card.id)

    async def linked(self) -> bool:
        """Whether the phone belongs to this member of staff."""
        async with self.phone.door.parts.units.reading() as unit:
            return bool(await unit.staff_chats.of_staff([self.staff.id]))


async def hired(door: Door, name: str = "Karin Verzonnen") -> Staff:
    """A caseworker whom no other test knows."""
    async with door.unit() as unit:
        return await unit.staff.add(f"{name} {next(_numbers)}", "caseworker", clock.now())


async def code_for(door: Door, staff: Staff) -> str:
    """What the button at the desk gives."""
    async with door.unit() as unit:
        return await staff_chats.make_code(unit, staff, clock.now())


async def colleague(door: Door, name: str = "Karin Verzonnen") -> Colleague:
    """A caseworker who linked her phone."""
    made = Colleague(await hired(door, name), await stranger(door))
    await made.phone.says(await code_for(door, made.staff))
    assert await made.linked()
    return made


async def client_of(door: Door, who: Colleague | Staff, name: str = "Samira Voorbeeld") -> Person:
    """A client of this caseworker, who joined and consented."""
    staff = who.staff if isinstance(who, Colleague) else who
    person = Person(door, next(door.chat_ids))
    async with door.unit() as unit:
        client = await unit.clients.add(name, "nl", staff.id, clock.now())
        await unit.clients.link(client.id, person.chat_id, clock.now())
        await unit.clients.consent(client.id, clock.now())
    await person.starts()
    return person


async def asks(client: Person, text: str = "Mag ik een dag later komen?") -> Client:
    """The client asks the own caseworker something."""
    await client.says("👤 Mijn klantmanager")
    await client.says(text)
    found = await client.client()
    assert found is not None
    return found


async def looks_at(door: Door, client: Client) -> list[tuple[str, str]]:
    """Who looked at what of this client, as the client can read it."""
    async with door.parts.units.reading() as unit:
        return [(look.staff_name, look.what) for look in await unit.looks.of_client(client.id)]
