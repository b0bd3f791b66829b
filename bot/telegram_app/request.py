"""python-telegram-bot's way to HTTP, on aiohttp.

The library's default (httpx) costs three to eight times the CPU of this class per call
(docs/decisions/0003-aiohttp.md), which is most of what a bot does.
"""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECTIONS = 128
# Shorter than a server keeps an idle connection: who writes just when the other end closes loses the call.
IDLE_SECONDS = 50
_JSON = {"Content-Type": "application/json"}


class WrittenThenLost(NetworkError):
    """The connection broke after the request was written: Telegram may have acted on it."""


class AiohttpRequest(BaseRequest):
    """One pool of connections for all calls."""

    def __init__(self, read_timeout: float = 20.0) -> None:
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=IDLE_SECONDS)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        await self.initialize()
        assert self._session is not None
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._read_timeout
        timeout = aiohttp.ClientTimeout(sock_connect=5.0, sock_read=seconds)
        try:
            body, headers = _body(request_data)
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as problem:
            raise NetworkError("no connection") from problem  # nothing was written
        except TimeoutError as problem:
            raise TimedOut("no answer in time") from problem
        except aiohttp.ClientError as problem:
            raise WrittenThenLost("connection lost") from problem


def _body(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        # JSON: to quote every letter of a text for a form costs more than all else here.
        return json.dumps(data.parameters, ensure_ascii=False, separators=(",", ":")).encode(), _JSON
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None
