"""Turns templates into answers. Everything is escaped; a name that is missing is an error."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.desk_app import wording
from bot.desk_app.reading import fields
from bot.desk_app.when import day_name, day_of, time_of_day
from bot.handoff.desk import MAX_CHARACTERS
from bot.language import LANGUAGES, translator

PREFIX = "/desk"
STATIC = Path(__file__).parent / "static"
_ = translator("nl")  # the desk is in Dutch


def _version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _static_links() -> dict[str, str]:
    return {path.name: f"{PREFIX}/static/{path.name}?v={_version(path)}" for path in sorted(STATIC.iterdir())}


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        _=_,
        desk=PREFIX,
        static=_static_links(),
        words=wording,
        languages=LANGUAGES,
        time_of_day=time_of_day,
        day_of=day_of,
        day_name=day_name,
        read_fields=fields,
        max_characters=MAX_CHARACTERS,
    )
    return environment


_TEMPLATES = _environment()


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page with the values that its template names."""
    values.setdefault("session", None)
    return HTMLResponse(_TEMPLATES.get_template(template).render(**values), status)


def message(title: str, text: str, status: int, **values: Any) -> HTMLResponse:
    """A page that says one thing."""
    return page("message.html", status, title=title, text=text, **values)


def not_found(**values: Any) -> HTMLResponse:
    """The same page for what is unknown and for what is somebody else's."""
    return message(_("Niet gevonden"), wording.not_found(_), 404, **values)


def broken() -> HTMLResponse:
    """Something went wrong with us; no details."""
    return message(_("Er ging iets mis"), wording.broken(_), 500)


def kept(title: str, text: str, status: int, words: str) -> HTMLResponse:
    """Nothing was sent; what was typed is shown, so that it is not lost."""
    return page("kept.html", status, title=title, text=text, kept_words=words)
