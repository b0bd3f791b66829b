"""Sentences about files as the client sent them."""

from __future__ import annotations

from bot.handoff.tables import Original
from bot.language import Translator


def why(_: Translator, reason: Original) -> str:
    """A reason to open such a file; the client reads it too."""
    return {
        "original_read": _("De bot kon het papier niet lezen. Ik lees het zelf."),
        "original_asked": _("De klant vroeg mij dit papier te bekijken."),
        "original_objection": _("Het is nodig voor een bezwaar of klacht."),
    }[reason]


def covered(_: Translator) -> str:
    """The pictures are enough."""
    return _(
        "Alle bladzijden van dit bestand staan bij de papieren van de klant, met het BSN afgedekt. "
        "Het bestand zelf wordt daarom niet getoond."
    )


def not_covered(_: Translator) -> str:
    """What it means to open it."""
    return _(
        "De bot kon dit bestand niet goed genoeg lezen om een BSN af te dekken. "
        "Heb je het nodig? Kies dan waarom. De klant kan lezen dat je het opende, en waarom."
    )
