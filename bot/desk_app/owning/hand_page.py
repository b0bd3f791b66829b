"""Handing over one client, some, or a whole caseload to a colleague, with a note."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.desk_app import wording, wording_acts
from bot.desk_app.caseload import read_caseload
from bot.desk_app.desk import Visit
from bot.desk_app.pages import PREFIX, page
from bot.desk_app.speaking import desk_words
from bot.handoff import owning
from bot.handoff.access import sight_of
from bot.handoff.desk import ActRefused
from bot.language import SOURCE

TICK = "klant-"


async def hand_page(visit: Visit) -> Response:
    """GET /desk/overdragen?klant=ID"""
    return await _show(visit, frozenset({visit.request.query_params.get("klant", "")}))


async def hand_over(visit: Visit) -> Response:
    """POST /desk/overdragen with a tick for each client, `whom` and `text`."""
    ids = [name.removeprefix(TICK) for name in visit.form if name.startswith(TICK)]
    try:
        async with visit.desk.units.writing() as unit:
            to = await unit.staff.by_id(visit.form.get("whom", ""))
            found = [client for one in ids if (client := await unit.clients.by_id(one)) is not None]
            text = visit.form.get("text", "").strip()
            note = wording_acts.handed_over(desk_words(SOURCE), to.name, text) if to and text else text
            await owning.hand_over(unit, visit.staff, found, to, note, visit.at)
    except ActRefused as refused:
        return await _show(visit, frozenset(ids), refused)
    visit.desk.signal()
    return RedirectResponse(f"{PREFIX}/", 303)


async def _show(visit: Visit, ticked: frozenset[str], refused: ActRefused | None = None) -> Response:
    async with visit.desk.units.reading() as unit:
        sight = await sight_of(unit, visit.staff, visit.at)
        load = await read_caseload(unit, visit.staff, visit.desk.policy, visit.at)
        everybody = await unit.staff.all()
    return page(
        "hand_over.html",
        422 if refused else 200,
        session=visit.session,
        at=visit.at,
        rows=sorted(
            (row for row in load.rows if row.client.caseworker_id in sight.owners),
            key=lambda row: (row.client.id not in ticked, row.client.name.casefold()),
        ),
        ticked=ticked,
        colleagues=[one for one in everybody if one.active and one.role == "caseworker"],
        typed=visit.form,
        wrong=wording.refused(visit.words, refused.why, "") if refused else "",
    )
