"""What every answer of the desk carries, and what happens when a page breaks."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.desk_app.pages import broken
from bot.desk_app.speaking import language_of

_log = logging.getLogger(__name__)

PERMISSIONS = "Permissions-Policy"
MICROPHONE = "camera=(), microphone=(self), geolocation=()"  # of the pages where a caseworker can speak
_HEADERS = {
    # blob: is a recording that is listened to before it goes.
    "Content-Security-Policy": (
        "default-src 'self'; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'{forms_to}; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    PERMISSIONS: "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Adds the headers (a page's own go first) and turns an error into a page without details.

    `forms_to` are other origins to which a form may lead: signing out goes on to the provider.
    """

    def __init__(self, app: ASGIApp, forms_to: Sequence[str] = ()) -> None:
        self._app = app
        more = "".join(f" {origin}" for origin in forms_to)
        self._headers = {name: value.replace("{forms_to}", more) for name, value in _HEADERS.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._add_headers(message)
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception as problem:
            # Neither the text nor the trace: either may hold a client's words.
            _log.error("A page of the desk failed: %s at %s", type(problem).__name__, _place(problem))
            if not started:
                await broken(language_of(Request(scope)))(scope, receive, guarded)

    def _add_headers(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in self._headers.items():
            headers.setdefault(name, value)


def _place(problem: BaseException) -> str:
    """File and line of our own code nearest to the error."""
    place, trace = "?", problem.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "?")
        if name.startswith("bot."):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
