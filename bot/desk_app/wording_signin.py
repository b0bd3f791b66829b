"""Sentences about signing in, and about forms that are not taken."""

from __future__ import annotations

from bot.language import Translator


def signed_out(_: Translator) -> str:
    """A form came after the session had ended."""
    return _("Je tekst is niet verstuurd. Kopieer hem hieronder, meld je opnieuw aan en plak hem terug.")


def form_expired(_: Translator) -> str:
    """A form without the right token."""
    return _(
        "Dit formulier hoort niet bij deze aanmelding. Ga terug, ververs de pagina en probeer het opnieuw."
    )


def form_refused(_: Translator) -> str:
    """A form that is too large or not a form."""
    return _(
        "Dit formulier kunnen we niet lezen. Het is te groot of het klopt niet. Ga terug en maak het korter."
    )


def too_many_attempts(_: Translator) -> str:
    """Too many tries to sign in."""
    return _("Er is te vaak geprobeerd om aan te melden. Wacht een kwartier en probeer het dan opnieuw.")


def link_used(_: Translator) -> str:
    """A sign-in link that was used, is too old or is unknown."""
    return _("Een link werkt maar één keer en maar even. Vraag je beheerder om een nieuwe link.")
