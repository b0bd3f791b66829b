"""Breaking a connection off without an answer, as a network does."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

# Idle connections stay open longer than the bot reuses them (`IDLE_SECONDS` of its request): closed first by
# the bot, never under a call.
IDLE_SECONDS = 75
_KEY = "playground.transport"


def remember_transport(scope: Scope, send: Send) -> None:
    """Keep the server's own end of the connection, if it shows it (uvicorn does)."""
    transport: Any = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        scope[_KEY] = transport


class Dropped(Response):
    """No answer at all: the connection is reset."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        transport = scope.get(_KEY)
        if transport is None:  # another server: begin an answer and never finish it
            headers = [(b"content-length", b"1000")]
            await send({"type": "http.response.start", "status": 502, "headers": headers})
            return
        transport.abort()
        message = await receive()
        while message["type"] != "http.disconnect":
            message = await receive()
        await asyncio.sleep(0)
