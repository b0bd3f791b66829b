"""The playground's invented people: a caseworker, her clients, and their invitations."""

from __future__ import annotations

from datetime import timedelta

from bot import clock
from bot.playground.people import six_people
from bot.wiring import Parts

CASEWORKER = "Karin Klantmanager (verzonnen)"
LOGIN_VALID = timedelta(minutes=15)
NOT_INVITED = "nog geen uitnodiging"


async def invite_the_invented(parts: Parts) -> None:
    """Make the caseworker, and join the invented clients of the playground, save the one who is to ask for it."""
    now = clock.now()
    async with parts.units.writing() as unit:
        staff = await unit.staff.by_name(CASEWORKER) or await unit.staff.add(CASEWORKER, "caseworker", now)
        for person in six_people():
            if NOT_INVITED in person.about or await unit.clients.by_chat(person.id):
                continue
            name = f"{person.first_name} {person.last_name}"
            client = await unit.clients.add(name, person.language_code, staff.id, now)
            await unit.clients.link(client.id, person.id, now)


async def desk_link(parts: Parts) -> str:
    """A fresh link that signs the visitor in as the invented caseworker."""
    async with parts.units.writing() as unit:
        staff = await unit.staff.by_name(CASEWORKER)
        if staff is None:
            staff = await unit.staff.add(CASEWORKER, "caseworker", clock.now())
        token = await unit.staff.make_login_link(staff.id, clock.now() + LOGIN_VALID)
    return f"/desk/login?token={token}"
