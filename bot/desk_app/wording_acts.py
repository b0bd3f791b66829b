"""The sentences of small acts of a case."""

from __future__ import annotations

from bot.language import Translator


def photo_why(_: Translator, why: str) -> str:
    """What is wrong with a photo, in a list to choose from."""
    return {
        "blurred": _("onscherp"),
        "dark": _("te donker"),
        "cut_off": _("er mist een stuk"),
        "glare": _("lichtvlek"),
        "far": _("te ver weg"),
    }[why]


def handed_over(_: Translator, name: str, text: str) -> str:
    """The note of a handing over, in the conversation."""
    return _("Overgedragen aan {name}. {text}").format(name=name, text=text)
