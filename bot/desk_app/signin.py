"""Signing in with a one-time link, staying signed in, and signing out.

The link is opened by a GET, which trades nothing: a program that looks at links does not
use it up. The token moves at once from the address to a short-lived cookie, so that it
does not stay in the address bar, the history or a log; only pressing the button trades it.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.clients.caseworker import SESSION_LASTS, Session
from bot.desk_app import wording_signin as wording
from bot.desk_app.desk import Visit, desk_of
from bot.desk_app.forms import FormRefused, read_form
from bot.desk_app.pages import PREFIX, message, page
from bot.desk_app.speaking import (
    COOKIE_LASTS,
    LANGUAGE_COOKIE,
    SPOKEN,
    in_own_language,
    language_of,
    words_of,
)

SESSION_COOKIE = "desk_session"
LINK_COOKIE = "desk_link"
PROOF_COOKIE = "desk_proof"  # the provider's ID token, for signing out there; goes to that one place only
PROOF_PATH = f"{PREFIX}/uitloggen"
NOTED_EVERY = timedelta(minutes=1)  # how exactly the last use of a session is kept
REFRESH_HEADER = "x-desk-refresh"
EVENTS = "/gebeurtenissen"
LINK_KEPT_FOR = 600  # seconds between opening the link and pressing the button
MAX_TOKEN = 200


async def session_of(request: Request) -> Session | None:
    """The session of the browser that asks, if it is signed in; what a person does keeps it going."""
    secret = request.cookies.get(SESSION_COOKIE, "")
    if not secret or len(secret) > MAX_TOKEN:
        return None
    desk = desk_of(request)
    at = desk.clock()
    async with desk.units.reading() as unit:
        session = await unit.staff.session(secret, at)
    if session is not None and _by_a_person(request) and at - session.seen_at > NOTED_EVERY:
        async with desk.units.writing(durable=False) as unit:
            await unit.staff.used(secret, at)
    return in_own_language(session, request) if session else None


def _by_a_person(request: Request) -> bool:
    """An open page that looks for news by itself does not keep a session going."""
    return REFRESH_HEADER not in request.headers and not request.url.path.endswith(EVENTS)


async def open_link(request: Request) -> Response:
    """GET /desk/login, with ?taal=en in another language"""
    token, language = request.query_params.get("token", ""), request.query_params.get("taal", "")
    if token:
        return _without_token(request, token[:MAX_TOKEN])
    if language in SPOKEN:
        return _in_language(request, language)
    if await session_of(request):
        return RedirectResponse(f"{PREFIX}/", 303)
    kept = request.cookies.get(LINK_COOKIE, "")
    desk = desk_of(request)
    by_link = bool(kept) and desk.login_links
    csrf = _link_csrf(kept) if by_link else ""
    account, language = desk.provider is not None, language_of(request)
    return page("login.html", csrf=csrf, account=account, invited=bool(kept), language=language)


async def trade_link(request: Request) -> Response:
    """POST /desk/login"""
    desk, address = desk_of(request), request.client.host if request.client else "?"
    at, _, language = desk.clock(), words_of(request), language_of(request)
    if desk.attempts.too_many(address, at):
        return message(_("Even wachten"), wording.too_many_attempts(_), 429, language=language)
    token = request.cookies.get(LINK_COOKIE, "") if desk.login_links else ""
    try:
        form = await read_form(request)
    except FormRefused as refused:
        return message(_("Niet gelukt"), wording.form_refused(_), refused.status, language=language)
    known = bool(token) and hmac.compare_digest(form.get("csrf", "").encode(), _link_csrf(token).encode())
    secret = await _trade(request, token) if known else None
    if secret is None:
        desk.attempts.failed(address, at)
        return _forget_link(message(_("Deze link werkt niet meer"), wording.link_used(_), 403, language=language))
    return _forget_link(signed_in(request, secret))


async def sign_out(visit: Visit) -> Response:
    """POST /desk/uitloggen"""
    async with visit.desk.units.writing() as unit:
        await unit.staff.end_session(visit.request.cookies.get(SESSION_COOKIE, ""))
    return await signed_out(visit)


async def signed_out(visit: Visit) -> Response:
    """To the sign-in page; who came with an account goes there by the provider, and is signed out there too."""
    provider, address = visit.desk.provider, None
    if provider is not None and visit.session.how == "account":
        address = await provider.end_address(visit.request.cookies.get(PROOF_COOKIE, ""))
    if provider is None or address is None or not address.startswith(f"{provider.origin}/"):
        address = f"{PREFIX}/login"  # the page's own rules would stop a form that leads elsewhere
    response = RedirectResponse(address, 303)
    response.delete_cookie(SESSION_COOKIE, path=PREFIX)
    response.delete_cookie(PROOF_COOKIE, path=PROOF_PATH)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _without_token(request: Request, token: str) -> Response:
    request.scope["query_string"] = b""  # the server writes its log line from this scope
    response = RedirectResponse(f"{PREFIX}/login", 303)
    set_cookie(request, response, LINK_COOKIE, token, path=f"{PREFIX}/login", age=LINK_KEPT_FOR)
    return response


def _in_language(request: Request, language: str) -> Response:
    response = RedirectResponse(f"{PREFIX}/login", 303)
    keep_language(request, response, language)
    return response


def keep_language(request: Request, response: Response, language: str) -> None:
    """So that the sign-in page speaks it too, the next time in this browser."""
    set_cookie(request, response, LANGUAGE_COOKIE, language, path=PREFIX, age=COOKIE_LASTS)


async def _trade(request: Request, token: str) -> str | None:
    desk = desk_of(request)
    at = desk.clock()
    async with desk.units.writing() as unit:
        staff = await unit.staff.use_login_link(token, at)
        if staff is None:
            return None
        await unit.staff.end_session(request.cookies.get(SESSION_COOKIE, ""))
        return await unit.staff.begin_session(staff, at, "link")


def signed_in(request: Request, secret: str) -> Response:
    """To the first page, with the cookie of the new session."""
    response = RedirectResponse(f"{PREFIX}/", 303)
    age = int(SESSION_LASTS.total_seconds())
    set_cookie(request, response, SESSION_COOKIE, secret, path=PREFIX, age=age)
    return response


def _forget_link(response: Response) -> Response:
    response.delete_cookie(LINK_COOKIE, path=f"{PREFIX}/login")
    return response


def set_cookie(request: Request, response: Response, name: str, value: str, *, path: str, age: int) -> None:
    """A cookie that no script reads and no other site sends along; `age` in seconds."""
    secure = desk_of(request).https or request.url.scheme == "https"
    response.set_cookie(name, value, max_age=age, path=path, secure=secure, httponly=True, samesite="lax")


def _link_csrf(token: str) -> str:
    """Proof that the form came from our page: only who has the cookie can make it."""
    return hashlib.sha256(f"desk login form:{token}".encode()).hexdigest()
