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
        "invoice": _("Dit lijkt op een rekening."),
        "chat": _("Dit lijkt op een schermafdruk van een gesprek. Daarop zie ik geen loonstrook."),
        "blank": _("Dit lijkt een lege bladzijde."),
        "no_print": _("Op deze foto zie ik geen tekst."),
    }
    return kinds.get(reason, _("Ik herken hier geen loonstrook in."))


FOR_A_PERSON = ("encrypted", "word", "spreadsheet", "zip", "picture", "too_many_pages")
"""Files that the bot cannot read and that may still be what the client means: then a person looks."""


def what_it_is(_: Translator, reason: str) -> str:
    """What a paper seems to be, or why its file cannot be read."""
    return refused(_, reason) if reason in FOR_A_PERSON else looks_like(_, reason)


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
        "word": _(
            "Dit is een Word-bestand. Dat kan ik niet openen. Sla het op als PDF, of maak een foto of schermafdruk "
            "van je loonstrook."
        ),
        "spreadsheet": _("Dit is een rekenblad. Dat kan ik niet openen. Stuur je loonstrook als PDF of als foto."),
        "zip": _("Dit is een ingepakte map. Die kan ik niet openen. Pak hem uit en stuur de loonstrook zelf."),
        "picture": _("Dit soort plaatje kan ik niet openen. Stuur het als gewone foto, of maak een schermafdruk."),
        "too_many_pixels": _("Deze foto is te groot om te openen. Maak een gewone foto met je telefoon en stuur die."),
        "too_few_pixels": _("Dit plaatje is te klein om te lezen. Maak een foto van de loonstrook zelf."),
        "too_heavy": _(
            "Dit bestand is te zwaar om te lezen. Maak een foto of schermafdruk van je loonstrook en stuur die."
        ),
        "type_not_supported": _("Dit soort bestand kan ik niet lezen. Stuur je loonstrook als PDF of als foto."),
    }
    return kinds.get(
        reason, _("Dit bestand is beschadigd, ik kan het niet openen. Stuur het nog een keer, of maak een foto.")
    )
