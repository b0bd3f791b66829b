"""The routes of the desk, and the desk as an application of its own for tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.clock import Clock
from bot.desk_app import signin
from bot.desk_app.attempts import Attempts
from bot.desk_app.client_routes import client_routes
from bot.desk_app.desk import Desk, FilesReader
from bot.desk_app.doors import caseworkers_only, with_form
from bot.desk_app.events import events
from bot.desk_app.feed import Feed
from bot.desk_app.knowledge import Knowledge
from bot.desk_app.office.routes import office_routes
from bot.desk_app.openid import pages as account
from bot.desk_app.openid.provider import Provider
from bot.desk_app.owning.routes import owning_routes
from bot.desk_app.pages import PREFIX, STATIC, not_found
from bot.desk_app.security import Guard
from bot.desk_app.speaking import language_of
from bot.desk_app.talking.routes import talking_routes
from bot.policy import Policy, read_policy
from bot.unit import Units


class _Static(StaticFiles):
    """Pages name these files with a version, so a browser may keep them."""

    def file_response(self, *args: object, **more: object) -> Response:
        response = super().file_response(*args, **more)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def _routes() -> list[Route | Mount]:
    return [
        Route("/login", signin.open_link, methods=["GET"]),
        Route("/login", signin.trade_link, methods=["POST"]),
        Route("/login/account", account.leave),
        Route("/login/account/terug", account.come_back),
        Route("/login/account/uit", account.ended_in_front, methods=["GET"]),
        Route("/login/account/uit", account.ended_behind, methods=["POST"]),
        *office_routes(),
        *client_routes(),
        *talking_routes(),
        *owning_routes(),
        Route("/uitloggen", with_form(signin.sign_out), methods=["POST"]),
        Route("/gebeurtenissen", caseworkers_only(events, bare=True)),
        Mount("/static", _Static(directory=STATIC)),
    ]


async def _unknown(request: Request, problem: Exception) -> Response:
    if isinstance(problem, HTTPException) and problem.status_code != 404:
        return Response(status_code=problem.status_code, headers=problem.headers)
    return not_found(session=await signin.session_of(request), language=language_of(request))


def desk_routes(
    units: Units,
    files: FilesReader,
    clock: Clock,
    signal: Callable[[], None],
    *,
    https: bool = False,
    feed: Feed | None = None,
    policy: Policy | None = None,
    knowledge: Knowledge | None = None,
    provider: Provider | None = None,
    login_links: bool = True,
    telegram: Callable[[], str] | None = None,
    url: str = "",
) -> list[Route | Mount]:
    """The routes to mount under /desk.

    `signal` is called after a commit that put something in the outbox. `https` marks cookies
    as secure whatever the request says (behind a proxy). Who passes a `feed` can close it,
    so that open pages do not hold up a stop of the server. Without a `policy` Amsterdam's holds.
    With a `provider` staff sign in with an account; `login_links` says whether links still sign in.
    `telegram` gives the bot's name there, where staff may link their own account.
    `url` is the address that links to the desk begin with.
    """
    inner = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard, forms_to=(provider.origin,) if provider else ())],
        exception_handlers={HTTPException: _unknown},
    )
    inner.state.desk = Desk(
        units,
        files,
        clock,
        signal,
        feed or Feed(units),
        Attempts(),
        policy or read_policy(),
        knowledge or Knowledge(),
        provider=provider,
        login_links=login_links,
        https=https,
        telegram=telegram,
        url=url,
    )
    return [Mount("/", app=inner)]


def desk_app(
    units: Units, files: FilesReader, clock: Clock, signal: Callable[[], None], **options: Any
) -> Starlette:
    """The desk alone, under /desk; options as of `desk_routes`."""
    routes = desk_routes(units, files, clock, signal, **options)
    return Starlette(routes=[Mount(PREFIX, routes=routes)])
