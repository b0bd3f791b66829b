"""The body of a control call: JSON or a form with files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from bot.playground.parameters import Upload
from bot.playground.phone import CannotDo


@dataclass(slots=True)
class Body:
    """What was sent."""

    values: dict[str, Any]
    files: list[Upload] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text; empty when absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError) as problem:
            raise CannotDo(f"{name}_is_not_a_number") from problem

    def number(self, name: str) -> int:
        """A whole number that must be there."""
        value = self.integer(name)
        if value is None:
            raise CannotDo(f"{name}_is_missing")
        return value

    def seconds(self, name: str) -> float | None:
        """A number of seconds, or None."""
        value = self.values.get(name)
        try:
            return None if value is None else float(value)
        except (TypeError, ValueError) as problem:
            raise CannotDo(f"{name}_is_not_a_number") from problem

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        return self.values.get(name) in (True, "true", "1", "on")


async def body_of(request: Request) -> Body:
    """Read JSON or a form; an empty body is an empty object."""
    kind = request.headers.get("content-type", "")
    if kind.startswith(("multipart/", "application/x-www-form-urlencoded")):
        return await _form(request)
    raw = await request.body()
    try:
        values = json.loads(raw) if raw else {}
    except ValueError as problem:
        raise CannotDo("not_json") from problem
    if not isinstance(values, dict):
        raise CannotDo("not_an_object")
    return Body(values)


async def _form(request: Request) -> Body:
    body = Body({})
    try:
        async with request.form(max_part_size=4 * 1024 * 1024) as form:
            for name, part in form.multi_items():
                if isinstance(part, UploadFile):
                    content = await part.read()
                    body.files.append(Upload(part.filename or "bestand", content, part.content_type))
                else:
                    body.values[name] = part
    except MultiPartException as problem:
        raise CannotDo("not_a_form") from problem
    return body
