"""Turns templates into answers. Everything is escaped; a name that is missing is an error."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.clients.caseworker import Session
from bot.desk_app import wording, wording_acts, wording_morning
from bot.desk_app.reading import fields, history, to_correct
from bot.desk_app.speaking import SPOKEN, desk_words
from bot.desk_app.when import day_name, day_of, time_of_day
from bot.handoff.desk import MAX_CHARACTERS
from bot.handoff.wording import PHOTO_WHYS
from bot.language import LANGUAGES, SOURCE

PREFIX = "/desk"
STATIC = Path(__file__).parent / "static"


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
        desk=PREFIX,
        static=_static_links(),
        words=wording,
        acts=wording_acts,
        list=wording_morning,
        languages=LANGUAGES,
        spoken=SPOKEN,
        time_of_day=time_of_day,
        day_of=day_of,
        day_name=day_name,
        read_fields=fields,
        to_correct=to_correct,
        corrections=history,
        photo_whys=PHOTO_WHYS,
        max_characters=MAX_CHARACTERS,
    )
    return environment


_TEMPLATES = _environment()


def page(
    template: str, status: int = 200, *, session: Session | None = None, language: str = SOURCE, **values: Any
) -> HTMLResponse:
    """A page with the values that its template names, in the language of the session or else in `language`."""
    words = desk_words(session.language if session else language)
    facts = {"session": session, "_": words, "plural": words.plural, "language": words.language, **values}
    return HTMLResponse(_TEMPLATES.get_template(template).render(**facts), status)


def message(title: str, text: str, status: int, **values: Any) -> HTMLResponse:
    """A page that says one thing."""
    return page("message.html", status, title=title, text=text, **values)


def not_found(*, session: Session | None = None, language: str = SOURCE) -> HTMLResponse:
    """The same page for what is unknown and for what is somebody else's."""
    _ = desk_words(session.language if session else language)
    return message(_("Niet gevonden"), wording.not_found(_), 404, session=session, language=language)


def broken(language: str) -> HTMLResponse:
    """Something went wrong with us; no details."""
    _ = desk_words(language)
    return message(_("Er ging iets mis"), wording.broken(_), 500, language=language)


def kept(title: str, text: str, status: int, words: str, language: str) -> HTMLResponse:
    """Nothing was sent; what was typed is shown, so that it is not lost."""
    return page("kept.html", status, title=title, text=text, kept_words=words, language=language)
