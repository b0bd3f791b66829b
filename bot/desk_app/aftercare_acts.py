"""The forms of aftercare on a client's page."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.acts import do
from bot.desk_app.desk import Visit
from bot.handoff import aftercare
from bot.handoff.case import Case
from bot.handoff.desk import ActRefused
from bot.unit import Unit


async def keep(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/nazorg with `left_on`, `kind` and `next_on`; with `act=end` it is over."""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        if visit.form.get("act") == "end":
            await aftercare.end(unit, visit.staff, client, visit.at)
            return None
        left_on, next_on = _day(visit.form.get("left_on", "")), _day(visit.form.get("next_on", ""))
        if left_on is None or (visit.form.get("next_on") and next_on is None):
            raise ActRefused("aftercare")
        kind: aftercare.Kind = "intensive" if visit.form.get("kind") == "intensive" else "passive"
        await aftercare.plan(unit, visit.staff, client, left_on, kind, next_on, visit.at)
        return None

    return await do(visit, "nazorg", act)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
