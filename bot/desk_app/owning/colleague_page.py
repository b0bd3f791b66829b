"""A question of a colleague: the words of the question, and a form to answer. Nothing else of the client."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.clients.client import Client
from bot.desk_app import wording
from bot.desk_app.acts import do
from bot.desk_app.desk import Visit
from bot.desk_app.pages import PREFIX, message, not_found, page
from bot.handoff import owning
from bot.handoff.case import Case
from bot.handoff.consult import Consult
from bot.handoff.desk import ActRefused
from bot.unit import Unit


async def question(visit: Visit) -> Response:
    """GET /desk/collega/{consult_id}"""
    return await _show(visit)


async def answer(visit: Visit) -> Response:
    """POST /desk/collega/{consult_id} with `text`"""
    try:
        async with visit.desk.units.writing() as unit:
            consult = await _own(unit, visit)
            if consult is None:
                return not_found(session=visit.session)
            await owning.answer(unit, visit.staff, consult, visit.form.get("text", ""), visit.at)
    except ActRefused as refused:
        return await _show(visit, refused)
    return RedirectResponse(f"{PREFIX}/collega/{visit.request.path_params['consult_id']}", 303)


async def ask(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/vraag-collega with `whom` and `text`"""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        to = await unit.staff.by_id(visit.form.get("whom", ""))
        return await owning.ask(unit, visit.staff, client, to, visit.form.get("text", ""), visit.at)

    return await do(visit, "collega", act)


async def take(visit: Visit) -> Response:
    """POST /desk/team/{case_id}: the case is this caseworker's to answer from now on."""
    try:
        async with visit.desk.units.writing() as unit:
            case = await owning.take(unit, visit.staff, visit.request.path_params["case_id"], visit.at)
    except ActRefused as refused:
        if refused.why == "not_yours":
            return not_found(session=visit.session)
        _ = visit.words
        return message(_("Niet opgepakt"), wording.refused(_, refused.why, ""), 409, session=visit.session)
    visit.desk.signal()
    return RedirectResponse(f"{PREFIX}/klant/{case.client_id}", 303)


async def _show(visit: Visit, refused: ActRefused | None = None) -> Response:
    async with visit.desk.units.reading() as unit:
        consult = await _own(unit, visit)
        if consult is None:
            return not_found(session=visit.session)
        asked = await unit.thread.by_id(consult.client_id, consult.question_id)
        said = await unit.thread.by_id(consult.client_id, consult.answer_id) if consult.answer_id else None
        by = await unit.staff.by_id(consult.asked_by)
    return page(
        "colleague.html",
        422 if refused else 200,
        session=visit.session,
        at=visit.at,
        consult=consult,
        question=asked.body if asked else "",
        answer=said.body if said else "",
        by=by.name if by else "?",
        typed=visit.form.get("text", "") if refused else "",
        wrong=wording.refused(visit.words, refused.why, "") if refused else "",
    )


async def _own(unit: Unit, visit: Visit) -> Consult | None:
    consult = await unit.consults.by_id(visit.request.path_params["consult_id"])
    return consult if consult and consult.asked_of == visit.staff.id else None
