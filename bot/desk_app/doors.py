"""Who may come in: each page stands behind one of these."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.clients.client import Client
from bot.desk_app import wording_signin as wording
from bot.desk_app.desk import Visit, desk_of
from bot.desk_app.forms import FormRefused, read_form, read_upload
from bot.desk_app.pages import PREFIX, kept, message, not_found
from bot.desk_app.rights import Right, may
from bot.desk_app.signin import session_of
from bot.desk_app.speaking import desk_words, language_of
from bot.handoff.access import may_see
from bot.unit import Unit

Handler = Callable[[Request], Awaitable[Response]]
Page = Callable[[Visit], Awaitable[Response]]


def signed_in(page: Page) -> Handler:
    """A page for anybody who is signed in; others are sent to the sign-in page."""

    async def handler(request: Request) -> Response:
        session = await session_of(request)
        if session is None:
            return RedirectResponse(f"{PREFIX}/login", 303)
        desk = desk_of(request)
        return await page(Visit(request, desk, session, desk.clock()))

    return handler


def caseworkers_only(page: Page, *, bare: bool = False) -> Handler:
    """A page for caseworkers; for other roles it does not exist.

    `bare`: who is not signed in gets a status only, for files and events.
    """

    async def handler(request: Request) -> Response:
        session = await session_of(request)
        if session is None:
            return Response(status_code=401) if bare else RedirectResponse(f"{PREFIX}/login", 303)
        if not may(session.staff, "clients"):
            return not_found(session=session)
        desk = desk_of(request)
        return await page(Visit(request, desk, session, desk.clock()))

    return handler


def with_form(page: Page, *, upload: bool = False) -> Handler:
    """A form of somebody who is signed in, with the session's own token; what was typed is never lost.

    `upload`: it may bring a file.
    """

    async def handler(request: Request) -> Response:
        session = await session_of(request)
        language = session.language if session else language_of(request)
        _ = desk_words(language)
        try:
            form, content = await read_upload(request) if upload else (await read_form(request), b"")
        except FormRefused as refused:
            return message(_("Niet verstuurd"), wording.form_refused(_), refused.status, language=language)
        words = form.get("text", "")
        if session is None:
            return kept(_("Je bent uitgelogd"), wording.signed_out(_), 401, words, language)
        if not hmac.compare_digest(form.get("csrf", "").encode(), session.csrf.encode()):
            return kept(_("Niet verstuurd"), wording.form_expired(_), 403, words, language)
        desk = desk_of(request)
        return await page(Visit(request, desk, session, desk.clock(), form, content))

    return handler


def needs(right: Right, page: Page) -> Page:
    """A page for who has the right; for others it does not exist."""

    async def guarded(visit: Visit) -> Response:
        return await page(visit) if may(visit.staff, right) else not_found(session=visit.session)

    return guarded


async def own_client(unit: Unit, visit: Visit, client_id: str) -> Client | None:
    """The client with this id when the visitor may see it now; None for every other id."""
    client = await unit.clients.by_id(client_id)
    if client is None or not await may_see(unit, visit.staff, client, visit.at):
        return None
    return client
