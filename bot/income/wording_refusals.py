"""Why a paper is no payslip, or a file could not be taken, and what does work."""

from __future__ import annotations

from bot.language import Translator


def looks_like(_: Translator, reason: str) -> str:
    """What a paper that is no payslip seems to be, from the reader's reason code."""
    kinds = {
        "jaaropgave": _("Dit lijkt op een jaaropgave. Dat is geen loonstrook van één maand."),
        "bank_statement": _("Dit lijkt op een bankafschrift. Daarop staat niet hoe je loon is opgebouwd."),
        "benefit_specification": _("Dit lijkt op een specificatie van een uitkering."),
        "contract": _("Dit lijkt op een contract."),
        "letter": _("Dit lijkt op een brief."),
        "hours_sheet": _("Dit lijkt op een urenbriefje."),
    }
    return kinds.get(reason, _("Ik herken hier geen loonstrook in."))


def refused(_: Translator, reason: str) -> str:
    """Why a file could not be taken and what does work, from the reader's reason code."""
    kinds = {
        "too_large": _("Dit bestand is te groot. Het mag hoogstens 10 MB zijn. Stuur een kleiner bestand of een foto."),
        "too_many_pages": _(
            "Dit bestand heeft te veel bladzijden. Stuur alleen de loonstrook, hoogstens 8 bladzijden."
        ),
        "empty": _("Dit bestand is leeg. Stuur het nog een keer, of maak een foto van je loonstrook."),
        "encrypted": _(
            "Op dit bestand zit een wachtwoord. Stuur mij dat wachtwoord niet. "
            "Open het bestand zelf en maak er een foto of schermafdruk van. Of vraag je werkgever om een "
            "loonstrook zonder wachtwoord."
        ),
        "type_not_supported": _("Dit soort bestand kan ik niet lezen. Stuur je loonstrook als PDF of als foto."),
    }
    return kinds.get(
        reason, _("Dit bestand is beschadigd, ik kan het niet openen. Stuur het nog een keer, of maak een foto.")
    )
