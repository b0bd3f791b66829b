"""Only this machine: no other host name, and no other page may act here."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

_HOSTS = frozenset(("localhost", "127.0.0.1", "[::1]", "testserver"))
_READING = frozenset(("GET", "HEAD"))


def refusal(scope: Scope) -> Response | None:
    """Why this request is refused; None when it is fine.

    The check of Host stops a foreign site that points its name at this machine, the check
    of Origin stops a foreign page that posts here.
    """
    host = origin = None
    for name, value in scope["headers"]:
        if name == b"host":
            host = value.decode("latin-1")
        elif name == b"origin":
            origin = value.decode("latin-1")
    if host is None or _without_port(host) not in _HOSTS:
        return PlainTextResponse("This playground answers on this machine only.\n", 403)
    if origin is not None and scope["method"] not in _READING and urlsplit(origin).netloc != host:
        return PlainTextResponse("Another page may not act here.\n", 403)
    return None


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host
