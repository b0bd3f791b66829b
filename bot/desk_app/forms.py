"""Reads a form: small, of the plain kind, and every field once; or one with a single file, kept in memory only."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from urllib.parse import parse_qsl

from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

MAX_BYTES = 100_000  # 4000 characters, each up to four bytes and percent-encoded, and some to spare
MAX_UPLOAD = 10_000_000  # bytes of a file; Telegram takes no larger photos
MAX_FIELDS = 400  # a tick for each client of a caseload


class FormRefused(Exception):
    """The form is not read; `status` is the HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; FormRefused when it is too large or not a form."""
    if _kind(request) != "application/x-www-form-urlencoded":
        raise FormRefused(415)
    body = b"".join([part async for part in _limited(request, MAX_BYTES)])
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MAX_FIELDS))
    except ValueError:
        raise FormRefused(400) from None


async def read_upload(request: Request) -> tuple[dict[str, str], bytes]:
    """The fields of a form and the file of its field `file`, empty without one; FormRefused as above."""
    if _kind(request) != "multipart/form-data":
        return await read_form(request), b""
    parser = _InMemory(request.headers, _limited(request, MAX_UPLOAD + MAX_BYTES), max_files=1, max_fields=MAX_FIELDS)
    try:
        form = await parser.parse()
    except MultiPartException:
        raise FormRefused(400) from None
    file = form.get("file")
    content = b"" if file is None or isinstance(file, str) else await file.read()
    if len(content) > MAX_UPLOAD:
        raise FormRefused(413)
    return {name: value for name, value in form.items() if isinstance(value, str)}, content


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


class _InMemory(MultiPartParser):
    """A client's file is on disk only when it is encrypted."""

    spool_max_size = MAX_UPLOAD + MAX_BYTES


async def _limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > most:
        raise FormRefused(413)
    seen = 0
    async for part in request.stream():
        seen += len(part)
        if seen > most:
            raise FormRefused(413)
        yield part
