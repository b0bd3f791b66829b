"""What a caseworker wrote first: the list, the results for each client, and stopping what has not left."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.desk_app.desk import Visit
from bot.desk_app.pages import PREFIX, not_found, page
from bot.desk_app.talking import wording
from bot.handoff.access import sight_of
from bot.handoff.mailing import Mailing
from bot.unit import Unit

STATES = ("waiting", "sent", "left_out", "cancelled")


async def overview(visit: Visit) -> Response:
    """GET /desk/berichten"""
    async with visit.desk.units.reading() as unit:
        found = await unit.mailings.of_staff(visit.staff.id)
        numbers = await unit.mailings.counts([one.id for one in found])
    return page(
        "written.html",
        session=visit.session,
        at=visit.at,
        mailings=found,
        numbers=numbers,
        states=STATES,
        talk=wording,
    )


async def results(visit: Visit) -> Response:
    """GET /desk/berichten/{mailing_id}: each client with what became of it."""
    async with visit.desk.units.reading() as unit:
        mailing = await _own(unit, visit)
        if mailing is None:
            return not_found(session=visit.session)
        seq = await unit.changes.newest()
        postings = await unit.mailings.postings(mailing.id)
        sight = await sight_of(unit, visit.staff, visit.at)
        clients = await unit.clients.of_caseworkers(sorted(sight.owners), sorted(sight.clients))
        numbers = (await unit.mailings.counts([mailing.id]))[mailing.id]
    return page(
        "written_one.html",
        session=visit.session,
        at=visit.at,
        seq=seq,
        mailing=mailing,
        postings=postings,
        clients={one.id: one for one in clients},
        numbers=numbers,
        states=STATES,
        talk=wording,
    )


async def stop(visit: Visit) -> Response:
    """POST /desk/berichten/{mailing_id}/stop: what has not left does not leave."""
    async with visit.desk.units.writing() as unit:
        mailing = await _own(unit, visit)
        if mailing is None:
            return not_found(session=visit.session)
        await unit.mailings.cancel(mailing.id)
    return RedirectResponse(f"{PREFIX}/berichten/{mailing.id}", 303)


async def _own(unit: Unit, visit: Visit) -> Mailing | None:
    mailing = await unit.mailings.by_id(visit.request.path_params["mailing_id"])
    return mailing if mailing and mailing.staff_id == visit.staff.id else None
