"""Referring to another service: its contact card, from content/help.yaml, as a message to the client."""

from __future__ import annotations

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.acts import do
from bot.desk_app.desk import Visit
from bot.handoff import desk as handoff
from bot.handoff.case import Case
from bot.handoff.wording_owners import referred
from bot.language import translator
from bot.messages import Button
from bot.unit import Unit


async def refer(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/verwijs with `service`, a key of the contacts."""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        contact = visit.desk.knowledge.contacts.get(visit.form.get("service", ""))
        if contact is None:
            raise handoff.ActRefused("service")
        lines = [one for one in (contact.number and f"☎️ {contact.number}", contact.hours, contact.url) if one]
        text = referred(translator(client.language), contact.name, lines)
        buttons = ((Button(contact.name, url=contact.url),),) if contact.url else ()
        return await handoff.start(unit, visit.staff, client, text, visit.at, buttons=buttons)

    return await do(visit, "schrijf", act)
