"""The first page: whom to help first, and how the caseload stands. Each role sees its own."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk_app.caseload import read_caseload
from bot.desk_app.chart import chart_of
from bot.desk_app.desk import Visit
from bot.desk_app.morning import GROUPS, counts, matching, parted
from bot.desk_app.office.staff_page import staff_page
from bot.desk_app.pages import not_found, page

MOST_CHARACTERS = 80  # of what is searched for


async def case_list(visit: Visit) -> Response:
    """GET /desk/?toon=GROUP"""
    if visit.staff.role == "administrator":
        return await staff_page(visit)
    if visit.staff.role != "caseworker":
        async with visit.desk.units.reading() as unit:
            asked = await unit.consults.open_of(visit.staff.id)
            names = {one.id: one.name for one in await unit.staff.all()}
        return page("nothing_here.html", session=visit.session, asked=asked, names=names, at=visit.at)
    return await _morning(visit, visit.request.query_params.get("toon", ""), "")


async def search(visit: Visit) -> Response:
    """POST /desk/zoek: what is searched for is often a name, and a name does not belong in an address."""
    if visit.staff.role != "caseworker":
        return not_found(session=visit.session)
    return await _morning(visit, "", visit.form.get("words", "")[:MOST_CHARACTERS])


async def _morning(visit: Visit, group: str, words: str) -> Response:
    async with visit.desk.units.reading() as unit:
        load = await read_caseload(unit, visit.staff, visit.desk.policy, visit.at)
        chats = await unit.staff_chats.of_staff([visit.staff.id])
    shown = matching(load.rows, group, words)
    return page(
        "list.html",
        session=visit.session,
        at=visit.at,
        load=load,
        shown=shown,
        parts=parted(shown),
        groups=GROUPS,
        counts=counts(load.rows),
        group=group if group in GROUPS else "",
        words_asked=words,
        chart=chart_of(load.rows, visit.at),
        policy=visit.desk.policy,
        notices_stopped=any(chat.blocked_at for chat in chats),
    )
