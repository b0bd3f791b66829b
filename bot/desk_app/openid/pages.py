"""To the provider and back, and what the provider says when somebody signs out there."""

from __future__ import annotations

import logging
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.clients.accounts import account_hash
from bot.desk_app.desk import Desk, desk_of
from bot.desk_app.forms import FormRefused, read_form
from bot.desk_app.openid import who, wording
from bot.desk_app.openid.provider import Provider
from bot.desk_app.openid.refusals import ProviderAway, SignInRefused
from bot.desk_app.openid.trip import LASTS, Trip
from bot.desk_app.pages import PREFIX, message, not_found
from bot.desk_app.signin import (
    LINK_COOKIE,
    MAX_TOKEN,
    PROOF_COOKIE,
    PROOF_PATH,
    SESSION_COOKIE,
    set_cookie,
    signed_in,
)
from bot.desk_app.speaking import language_of, words_of
from bot.desk_app.wording_signin import too_many_attempts

TRIP_COOKIE = "desk_trip"
MAX_PROOF = 3500  # browsers keep 4096 characters a cookie
HERE = f"{PREFIX}/login"
_log = logging.getLogger(__name__)


async def leave(request: Request) -> Response:
    """GET /desk/login/account (with ?koppel=1 to join the account to the invitation that was opened)"""
    provider = desk_of(request).provider
    if provider is None:
        return not_found(language=language_of(request))
    joins = request.query_params.get("koppel") == "1" and LINK_COOKIE in request.cookies
    trip = Trip.begin("join" if joins else "in")
    try:
        response = RedirectResponse(await provider.address(trip), 303)
    except ProviderAway:
        return _away(request)
    set_cookie(request, response, TRIP_COOKIE, trip.cookie, path=HERE, age=LASTS)
    return response


async def come_back(request: Request) -> Response:
    """GET /desk/login/account/terug?code=...&state=..."""
    desk, address = desk_of(request), request.client.host if request.client else "?"
    asked, _, language = dict(request.query_params), words_of(request), language_of(request)
    request.scope["query_string"] = b""  # the server writes its log line from this scope
    if desk.provider is None:
        return not_found(language=language_of(request))
    if desk.attempts.too_many(address, desk.clock()):
        return message(_("Even wachten"), too_many_attempts(_), 429, language=language)
    try:
        secret, proof = await _sign_in(request, desk, desk.provider, asked)
    except ProviderAway:
        return _away(request)
    except SignInRefused as refused:
        desk.attempts.failed(address, desk.clock())
        _log.warning("sign_in_refused why=%s", refused.why)
        return _done(message(_("Niet aangemeld"), wording.refused(_, refused.why), 403, language=language))
    response = _done(signed_in(request, secret))
    if len(proof) <= MAX_PROOF:
        set_cookie(request, response, PROOF_COOKIE, proof, path=PROOF_PATH, age=12 * 3600)
    return response


async def _sign_in(request: Request, desk: Desk, provider: Provider, asked: dict[str, str]) -> tuple[str, str]:
    """The secret of the new session, and the ID token."""
    trip = Trip.of_cookie(request.cookies.get(TRIP_COOKIE, ""))
    if trip is None or not trip.came_back_with(asked.get("state", "")):
        raise SignInRefused("trip")
    if asked.get("iss", provider.settings.issuer).rstrip("/") != provider.settings.issuer.rstrip("/"):
        raise SignInRefused("issuer")  # RFC 9207: the answer is of another provider
    if "error" in asked or not asked.get("code"):
        raise SignInRefused("denied")
    claims, proof = await provider.claims(trip, asked["code"])
    at = desk.clock()
    async with desk.units.writing() as unit:
        if trip.purpose == "join":
            link = request.cookies.get(LINK_COOKIE, "")[:MAX_TOKEN]
            staff = await who.join(unit, claims, provider.settings, link, at)
        else:
            staff = await who.person_of(unit, claims, provider.settings)
        await unit.staff.end_session(request.cookies.get(SESSION_COOKIE, ""))
        sid = who.sid_hash(claims, provider.settings)
        return await unit.staff.begin_session(staff, at, "account", sid), proof


async def ended_in_front(request: Request) -> Response:
    """GET /desk/login/account/uit?iss=...&sid=...: asked in a frame of the provider (Front-Channel Logout 1.0)."""
    provider, sid = desk_of(request).provider, request.query_params.get("sid", "")
    issuer = request.query_params.get("iss", "").rstrip("/")
    request.scope["query_string"] = b""
    if provider is None:
        return not_found(language=language_of(request))
    if sid and issuer == provider.settings.issuer.rstrip("/"):
        await _end(request, {"sid": sid})
    framed = f"default-src 'none'; frame-ancestors {provider.origin}"
    return Response(status_code=200, headers={"Content-Security-Policy": framed})


async def ended_behind(request: Request) -> Response:
    """POST /desk/login/account/uit: the provider itself says so, signed (Back-Channel Logout 1.0)."""
    provider = desk_of(request).provider
    if provider is None:
        return not_found(language=language_of(request))
    try:
        form = await read_form(request)
        await _end(request, dict(await provider.ended(form.get("logout_token", ""))))
    except FormRefused as refused:
        return Response(status_code=refused.status)
    except SignInRefused:
        return Response(status_code=400)
    except ProviderAway:
        return Response(status_code=503)
    return Response(status_code=200)


async def _end(request: Request, said: dict[str, Any]) -> None:
    """End the sessions behind the provider's session; without one, all of the account."""
    desk = desk_of(request)
    assert desk.provider is not None
    settings = desk.provider.settings
    async with desk.units.writing() as unit:
        sid = who.sid_hash(said, settings)
        if sid is not None:
            await unit.staff.end_sessions_of_sid(sid)
            return
        if settings.subject_claim != "sub":
            raise SignInRefused("claim")  # whose sessions these are cannot be told
        staff = await unit.accounts.staff_of(account_hash(settings.issuer, str(said["sub"])))
        if staff is not None:
            await unit.staff.end_all_sessions(staff.id)


def _away(request: Request) -> Response:
    _ = words_of(request)
    return message(_("Aanmelden kan nu niet"), wording.provider_away(_), 503, language=language_of(request))


def _done(response: Response) -> Response:
    """The trip is over, and an invitation was used."""
    response.delete_cookie(TRIP_COOKIE, path=HERE)
    response.delete_cookie(LINK_COOKIE, path=HERE)
    return response
