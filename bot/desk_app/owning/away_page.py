"""Being away: from which day to which, who takes one's place, and who does when one answers too late."""

from __future__ import annotations

from datetime import date

from starlette.responses import RedirectResponse, Response

from bot.desk_app import wording
from bot.desk_app.desk import Visit
from bot.desk_app.pages import PREFIX, page
from bot.desk_app.when import day_of
from bot.handoff import owning
from bot.handoff.desk import ActRefused

AGAIN = f"{PREFIX}/afwezig"


async def away_page(visit: Visit) -> Response:
    """GET /desk/afwezig"""
    return await _show(visit)


async def be_away(visit: Visit) -> Response:
    """POST /desk/afwezig with `whom`, `first` and `last`."""
    first, last = _day(visit.form.get("first", "")), _day(visit.form.get("last", ""))
    try:
        async with visit.desk.units.writing() as unit:
            substitute = await unit.staff.by_id(visit.form.get("whom", ""))
            if first is None or last is None:
                raise ActRefused("days")
            await owning.be_away(unit, visit.staff, substitute, first, last, visit.at)
    except ActRefused as refused:
        return await _show(visit, refused)
    return RedirectResponse(AGAIN, 303)


async def be_back(visit: Visit) -> Response:
    """POST /desk/afwezig/terug with `absence`: back earlier, or not away after all."""
    try:
        async with visit.desk.units.writing() as unit:
            absence = await unit.absences.by_id(visit.form.get("absence", ""))
            await owning.be_back(unit, visit.staff, absence, visit.at)
    except ActRefused as refused:
        return await _show(visit, refused)
    return RedirectResponse(AGAIN, 303)


async def name_substitute(visit: Visit) -> Response:
    """POST /desk/afwezig/vervanger with `whom`: who takes over what is not answered in time; empty for nobody."""
    try:
        async with visit.desk.units.writing() as unit:
            chosen = await unit.staff.by_id(visit.form.get("whom", ""))
            if chosen is not None and not owning.can_substitute(visit.staff, chosen):
                raise ActRefused("whom")
            await unit.absences.name_substitute(visit.staff.id, chosen.id if chosen else None)
    except ActRefused as refused:
        return await _show(visit, refused)
    return RedirectResponse(AGAIN, 303)


async def _show(visit: Visit, refused: ActRefused | None = None) -> Response:
    today = day_of(visit.at)
    async with visit.desk.units.reading() as unit:
        everybody = await unit.staff.all()
        own = await unit.absences.of_staff(visit.staff.id, today)
        for_others = await unit.absences.as_substitute(visit.staff.id, today)
        named = await unit.absences.substitute_of(visit.staff.id)
    return page(
        "away.html",
        422 if refused else 200,
        session=visit.session,
        at=visit.at,
        today=today,
        own=own,
        for_others=for_others,
        named=named,
        colleagues=[one for one in everybody if owning.can_substitute(visit.staff, one)],
        names={one.id: one.name for one in everybody},
        typed=visit.form,
        wrong=wording.refused(visit.words, refused.why, "") if refused else "",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
