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

from bot.clients.caseworker import Session
from bot.desk_app import wording
from bot.desk_app.desk import Desk, Visit, desk_of
from bot.desk_app.forms import FormRefused, read_form
from bot.desk_app.pages import PREFIX, _, message, page

SESSION_COOKIE = "desk_session"
LINK_COOKIE = "desk_link"
SIGNED_IN_FOR = timedelta(hours=10)
LINK_KEPT_FOR = 600  # seconds between opening the link and pressing the button
MAX_TOKEN = 200


async def session_of(request: Request) -> Session | None:
    """The session of the browser that asks, if it is signed in."""
    secret = request.cookies.get(SESSION_COOKIE, "")
    if not secret or len(secret) > MAX_TOKEN:
        return None
    desk = desk_of(request)
    async with desk.units.reading() as unit:
        return await unit.staff.session(secret, desk.clock())


async def open_link(request: Request) -> Response:
    """GET /desk/login"""
    token = request.query_params.get("token", "")
    if token:
        return _without_token(request, token[:MAX_TOKEN])
    if await session_of(request):
        return RedirectResponse(f"{PREFIX}/", 303)
    kept = request.cookies.get(LINK_COOKIE, "")
    return page("login.html", csrf=_link_csrf(kept) if kept else "")


async def trade_link(request: Request) -> Response:
    """POST /desk/login"""
    desk, address = desk_of(request), request.client.host if request.client else "?"
    at = desk.clock()
    if desk.attempts.too_many(address, at):
        return message(_("Even wachten"), wording.too_many_attempts(_), 429)
    token = request.cookies.get(LINK_COOKIE, "")
    try:
        form = await read_form(request)
    except FormRefused as refused:
        return message(_("Niet gelukt"), wording.form_refused(_), refused.status)
    known = bool(token) and hmac.compare_digest(form.get("csrf", "").encode(), _link_csrf(token).encode())
    secret = await _trade(desk, token) if known else None
    if secret is None:
        desk.attempts.failed(address, at)
        return _forget_link(message(_("Deze link werkt niet meer"), wording.link_used(_), 403))
    return _forget_link(_signed_in(request, secret))


async def sign_out(visit: Visit) -> Response:
    """POST /desk/uitloggen"""
    async with visit.desk.units.writing() as unit:
        await unit.staff.end_session(visit.request.cookies.get(SESSION_COOKIE, ""))
    response = RedirectResponse(f"{PREFIX}/login", 303)
    response.delete_cookie(SESSION_COOKIE, path=PREFIX)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _without_token(request: Request, token: str) -> Response:
    request.scope["query_string"] = b""  # the server writes its log line from this scope
    response = RedirectResponse(f"{PREFIX}/login", 303)
    _set_cookie(request, response, LINK_COOKIE, token, path=f"{PREFIX}/login", age=LINK_KEPT_FOR)
    return response


async def _trade(desk: Desk, token: str) -> str | None:
    at = desk.clock()
    async with desk.units.writing() as unit:
        traded = await unit.staff.use_login_link(token, at, at + SIGNED_IN_FOR)
    return traded[0] if traded else None


def _signed_in(request: Request, secret: str) -> Response:
    response = RedirectResponse(f"{PREFIX}/", 303)
    age = int(SIGNED_IN_FOR.total_seconds())
    _set_cookie(request, response, SESSION_COOKIE, secret, path=PREFIX, age=age)
    return response


def _forget_link(response: Response) -> Response:
    response.delete_cookie(LINK_COOKIE, path=f"{PREFIX}/login")
    return response


def _set_cookie(request: Request, response: Response, name: str, value: str, *, path: str, age: int) -> None:
    secure = desk_of(request).https or request.url.scheme == "https"
    response.set_cookie(name, value, max_age=age, path=path, secure=secure, httponly=True, samesite="lax")


def _link_csrf(token: str) -> str:
    """Proof that the form came from our page: only who has the cookie can make it."""
    return hashlib.sha256(f"desk login form:{token}".encode()).hexdigest()
