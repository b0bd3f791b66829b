"""Reads a form: small, of the plain kind, and every field once."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

MAX_BYTES = 100_000  # 4000 characters, each up to four bytes and percent-encoded, and some to spare
MAX_FIELDS = 20


class FormRefused(Exception):
    """The form is not read; `status` is the HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; FormRefused when it is too large or not a form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise FormRefused(415)
    body = await _body(request)
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MAX_FIELDS))
    except ValueError:
        raise FormRefused(400) from None


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > MAX_BYTES:
        raise FormRefused(413)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BYTES:
            raise FormRefused(413)
    return bytes(body)
