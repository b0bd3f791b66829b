"""In which language a page is shown: Dutch, or English for who chose that. What clients get does not depend on it."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request

from bot.clients.caseworker import Session
from bot.language import SOURCE, Translator, translator

SPOKEN = (SOURCE, "en")
LANGUAGE_COOKIE = "desk_language"  # chosen on the sign-in page, where nobody knows yet who it is
COOKIE_LASTS = 365 * 24 * 3600  # seconds


def desk_words(language: str) -> Translator:
    """The translator of the desk's own sentences; Dutch for a language that the desk does not speak."""
    return translator(language if language in SPOKEN else SOURCE, "desk")


def language_of(request: Request) -> str:
    """For who is not signed in: what was chosen in this browser."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in SPOKEN else SOURCE


def words_of(request: Request) -> Translator:
    """The sentences for who is not signed in."""
    return desk_words(language_of(request))


def in_own_language(session: Session, request: Request) -> Session:
    """The session with the language that this member of staff chose, or else this browser's."""
    return replace(session, language=session.staff.language or language_of(request))
