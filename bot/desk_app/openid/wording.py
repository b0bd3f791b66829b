"""What somebody reads who was not signed in: what to do, and nothing about anybody."""

from __future__ import annotations

from bot.desk_app.openid.refusals import Refusal
from bot.language import Translator


def refused(_: Translator, why: Refusal) -> str:
    """Why it did not work, and what to do."""
    if why == "unknown":
        return _("Je account is hier niet bekend. Vraag je beheerder om een uitnodiging.")
    if why == "role":
        return _("Je account geeft je geen toegang tot je rol op de werkbank. Vraag je beheerder om hulp.")
    if why == "link":
        return _("Deze uitnodiging werkt niet meer. Vraag je beheerder om een nieuwe.")
    if why == "taken":
        return _("Dit account hoort al bij iemand anders op de werkbank. Vraag je beheerder om hulp.")
    if why == "denied":
        return _("Je hebt je niet aangemeld bij je account. Probeer het opnieuw.")
    if why == "trip":
        return _("Het aanmelden duurde te lang, of je begon het in een ander venster. Probeer het opnieuw.")
    return _("Je account kon niet worden gecontroleerd. Probeer het opnieuw. Blijft het misgaan? Meld het dan.")


def provider_away(_: Translator) -> str:
    """The provider cannot be reached."""
    return _("Het aanmelden van de gemeente is niet bereikbaar. Probeer het over een paar minuten opnieuw.")
