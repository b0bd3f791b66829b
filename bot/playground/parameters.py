"""The parameters of a Bot API call, however they were sent: query, form, multipart or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from bot.playground.refusals import Refusal, bad_request

_MOST_UPLOAD = 50 * 1024 * 1024
_TRUE = frozenset(("true", "yes", "1", "True"))


@dataclass(slots=True)
class Upload:
    """A file in the body of a call."""

    name: str
    content: bytes
    mime: str | None


@dataclass(slots=True)
class Call:
    """One call: the method in lower case, its parameters and files."""

    method: str
    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A text; empty when absent."""
        value = self.values.get(name)
        return value if isinstance(value, str) else "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A number; `default` when absent or not a number."""
        try:
            return int(self.values[name])
        except (KeyError, TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        value = self.values.get(name)
        return value is True or value == 1 or (isinstance(value, str) and value in _TRUE)

    def data(self, name: str) -> Any:
        """A JSON value, sent as JSON or as text; None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as problem:
            raise bad_request(f"can't parse {name} JSON object") from problem

    def upload(self, name: str) -> Upload | None:
        """The file that `name` points at: `attach://part`, or a part with that name."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value[len("attach://") :])
        return self.uploads.get(name)

    @property
    def chat_id(self) -> int | None:
        """The chat that the call is about, when it names one by number."""
        value = self.values.get("chat_id")
        try:
            return None if value is None else int(value)
        except (TypeError, ValueError):
            return None


async def call_from(request: Request, method: str) -> Call:
    """Read the body. Raises Refusal when it is not readable or too large."""
    query: bytes = request.scope["query_string"]
    values: dict[str, Any] = dict(parse_qsl(query.decode("latin-1"), True)) if query else {}
    if request.method != "POST":
        return Call(method, values)
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/"):
        return await _multipart(request, method, values)
    body = await request.body()
    if not body:
        return Call(method, values)
    if kind.startswith("application/json"):
        values.update(_json_object(body))
    else:
        values.update(parse_qsl(body.decode("utf-8", "replace"), True))
    return Call(method, values)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except ValueError as problem:
        raise bad_request("can't parse JSON object") from problem
    if not isinstance(sent, dict):
        raise bad_request("can't parse JSON object: Object expected")
    return sent


async def _multipart(request: Request, method: str, values: dict[str, Any]) -> Call:
    if int(request.headers.get("content-length") or 0) > _MOST_UPLOAD + 1024 * 1024:
        raise Refusal(413, "Request Entity Too Large")
    uploads = {}
    try:
        async with request.form(max_part_size=4 * 1024 * 1024) as form:
            for name, part in form.multi_items():
                if isinstance(part, UploadFile):
                    content = await part.read()
                    uploads[name] = Upload(part.filename or name, content, part.content_type)
                else:
                    values[name] = part
    except MultiPartException as problem:
        raise bad_request("can't parse multipart body") from problem
    return Call(method, values, uploads)
