"""The routes of the desk, and the desk as an application of its own for tests."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.clock import Clock
from bot.desk_app import acts, case_list, client_page, file_page, signin
from bot.desk_app.attempts import Attempts
from bot.desk_app.desk import Desk, FilesReader
from bot.desk_app.doors import caseworkers_only, signed_in, with_form
from bot.desk_app.events import events
from bot.desk_app.feed import Feed
from bot.desk_app.pages import PREFIX, STATIC, not_found
from bot.desk_app.security import Guard
from bot.unit import Units


class _Static(StaticFiles):
    """Pages name these files with a version, so a browser may keep them."""

    def file_response(self, *args: object, **more: object) -> Response:
        response = super().file_response(*args, **more)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def _routes() -> list[Route | Mount]:
    client = "/klant/{client_id}"
    return [
        Route("/", signed_in(case_list.case_list)),
        Route("/login", signin.open_link, methods=["GET"]),
        Route("/login", signin.trade_link, methods=["POST"]),
        Route("/uitloggen", with_form(signin.sign_out), methods=["POST"]),
        Route("/gebeurtenissen", caseworkers_only(events, bare=True)),
        Route("/bestand/{file_id}", caseworkers_only(file_page.file_page, bare=True)),
        Route(client, caseworkers_only(client_page.client_page)),
        Route(f"{client}/antwoord", with_form(acts.answer), methods=["POST"]),
        Route(f"{client}/bericht", with_form(acts.begin), methods=["POST"]),
        Route(f"{client}/notitie", with_form(acts.take_note), methods=["POST"]),
        Route(f"{client}/sluit", with_form(acts.end), methods=["POST"]),
        Mount("/static", _Static(directory=STATIC)),
    ]


async def _unknown(request: Request, problem: Exception) -> Response:
    if isinstance(problem, HTTPException) and problem.status_code != 404:
        return Response(status_code=problem.status_code, headers=problem.headers)
    return not_found(session=await signin.session_of(request))


def desk_routes(
    units: Units,
    files: FilesReader,
    clock: Clock,
    signal: Callable[[], None],
    *,
    https: bool = False,
    feed: Feed | None = None,
) -> list[Route | Mount]:
    """The routes to mount under /desk.

    `signal` is called after a commit that put something in the outbox. `https` marks cookies
    as secure whatever the request says (behind a proxy). Who passes a `feed` can close it,
    so that open pages do not hold up a stop of the server.
    """
    inner = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard)],
        exception_handlers={HTTPException: _unknown},
    )
    inner.state.desk = Desk(units, files, clock, signal, feed or Feed(units), Attempts(), https)
    return [Mount("/", app=inner)]


def desk_app(
    units: Units, files: FilesReader, clock: Clock, signal: Callable[[], None], **options: bool
) -> Starlette:
    """The desk alone, under /desk."""
    routes = desk_routes(units, files, clock, signal, https=options.get("https", False))
    return Starlette(routes=[Mount(PREFIX, routes=routes)])
