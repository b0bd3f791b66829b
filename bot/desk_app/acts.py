"""The forms of a client's page: answer, write first, take a note, close, take back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.responses import RedirectResponse, Response

from bot.clients.client import Client
from bot.desk_app import wording
from bot.desk_app.advising import Advised, second_look
from bot.desk_app.client_page import read_view, show
from bot.desk_app.desk import Visit
from bot.desk_app.doors import own_client
from bot.desk_app.pages import PREFIX, not_found
from bot.handoff import desk as handoff
from bot.handoff import editing
from bot.handoff.case import Case
from bot.handoff.undoing import withdraw
from bot.handoff.wording import file_alone, voice_alone
from bot.language import translator
from bot.unit import Unit

Act = Callable[[Unit, Visit, Client, Case | None], Awaitable[object]]


async def answer(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/antwoord"""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        text, seen = visit.form.get("text", ""), visit.form.get("seen", "")
        await second_look(unit, visit, client)
        return await handoff.reply(unit, visit.staff, _same(visit, case), client, text, visit.at, seen=seen)

    return await do(visit, "antwoord", act)


async def begin(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/bericht"""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        await second_look(unit, visit, client)
        return await handoff.start(unit, visit.staff, client, visit.form.get("text", ""), visit.at)

    return await do(visit, "bericht", act)


async def take_note(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/notitie"""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        return await handoff.note(unit, visit.staff, case, client, visit.form.get("text", ""), visit.at)

    return await do(visit, "notitie", act)


async def end(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/sluit"""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        text = visit.form.get("text", "")
        return await handoff.close(unit, visit.staff, _same(visit, case), client, text, visit.at)

    return await do(visit, "sluit", act)


async def change(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/wijzig with `entry`: other words for a message that arrived."""
    entry = visit.form.get("entry", "")

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        await second_look(unit, visit, client)
        await editing.change(unit, visit.staff, client, entry, visit.form.get("text", ""), visit.at)
        return None

    return await do(visit, f"bericht-{entry}", act)


async def take_back(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/terug: the words come back into the form."""
    client_id = visit.request.path_params["client_id"]
    try:
        async with visit.desk.units.writing() as unit:
            client = await own_client(unit, visit, client_id)
            if client is None:
                return not_found(session=visit.session)
            words = await withdraw(unit, visit.staff, client, visit.form.get("entry", ""), visit.at)
            theirs = translator(client.language)
            if words in (file_alone(theirs), voice_alone(theirs)):
                words = ""  # nobody typed these
    except handoff.ActRefused as refused:
        return await _again(visit, client_id, "antwoord", refused.why)
    notice = wording.taken_back(visit.words, words)
    return await _page(visit, client_id, 200, form="antwoord", typed=words, notice=notice)


def _same(visit: Visit, case: Case | None) -> Case:
    """The open case, when it is still the one that was on the screen."""
    if case is None or case.id != visit.form.get("case"):
        raise handoff.ActRefused("closed")
    return case


async def do(visit: Visit, form: str, act: Act) -> Response:
    """Do something for a client whom the visitor may see; then back to the page, at `form`."""
    client_id = visit.request.path_params["client_id"]
    try:
        async with visit.desk.units.writing() as unit:
            client = await own_client(unit, visit, client_id)
            if client is None:
                return not_found(session=visit.session)
            await act(unit, visit, client, await unit.cases.open_of_client(client.id))
    except Advised as advised:
        typed = visit.form.get("text", "")
        return await _page(visit, client_id, 422, form=form, typed=typed, advice=advised.advice)
    except handoff.ActRefused as refused:
        return await _again(visit, client_id, form, refused.why)
    if form != "notitie":  # a note puts nothing in the outbox
        visit.desk.signal()
    return RedirectResponse(f"{PREFIX}/klant/{client_id}#{form}", 303)


async def _again(visit: Visit, client_id: str, form: str, why: handoff.Why) -> Response:
    """The page again, with what was wrong and with what was typed; what cannot change may go as a new message."""
    form = "antwoord" if why == "fixed" else form
    return await _page(visit, client_id, 422, form=form, typed=visit.form.get("text", ""), why=why)


async def _page(
    visit: Visit, client_id: str, status: int, *, why: handoff.Why | None = None, **shown: Any
) -> Response:
    async with visit.desk.units.reading() as unit:
        client = await own_client(unit, visit, client_id)
        if client is None:
            return not_found(session=visit.session)
        view = await read_view(unit, visit, client)
    wrong = wording.refused(visit.words, why, client.name) if why else ""
    return show(visit, view, status, wrong=wrong, **shown)
