"""Advice on a text before it leaves: while one types, on asking, and once more when it is grave."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.pages import not_found, page
from bot.handoff.access import sight_of
from bot.handoff.advice import Advice, advise
from bot.unit import Unit


class Advised(Exception):
    """There is grave advice that the caseworker has not seen yet for this very text."""

    def __init__(self, advice: Sequence[Advice]) -> None:
        super().__init__()
        self.advice = advice


async def look_over(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/nakijken: the remarks alone; the page puts them under the text."""
    async with visit.desk.units.reading() as unit:
        client = await own_client(unit, visit, visit.request.path_params["client_id"])
        if client is None:
            return not_found(session=visit.session)
        advice = await advice_on(unit, visit, client)
    return page("_advice.html", advice=advice, typed=visit.form.get("text", ""))


async def second_look(unit: Unit, visit: Visit, client: Client) -> None:
    """Raises Advised when the text has grave remarks; who sends the same text again has seen them."""
    seen = visit.form.get("advised", "").encode()
    if hmac.compare_digest(seen, mark_of(visit.form.get("text", "")).encode()):
        return
    advice = await advice_on(unit, visit, client)
    if any(one.grave for one in advice):
        raise Advised(advice)


async def advice_on(unit: Unit, visit: Visit, client: Client) -> list[Advice]:
    """All remarks on the text of this form."""
    sight = await sight_of(unit, visit.staff, visit.at)
    clients = await unit.clients.of_caseworkers(sorted(sight.owners), sorted(sight.clients))
    # Somebody with the same name is not «another client»: the text may well mean this one.
    others = [(one.name, one.number) for one in clients if one.id != client.id and one.name != client.name]
    return advise(visit.form.get("text", ""), others, visit.desk.knowledge.hard_words)


def mark_of(text: str) -> str:
    """Names a text, so that remarks which were seen count for that text only."""
    return hashlib.sha256(text.replace("\r\n", "\n").strip().encode()).hexdigest()[:16]
