"""Every sentence about reaching a person."""

from __future__ import annotations

from datetime import date

from bot.handoff.case import Reason
from bot.language import Translator


def case_opened(_: Translator, caseworker: str, by: date, number: str) -> str:
    return _(
        "Je vraag is bij je klantmanager {caseworker}. Je krijgt hier antwoord, uiterlijk {day}.\n\n"
        "Alles wat je nu typt, leest {caseworker} ook. Je kunt dus nog iets toevoegen.\n"
        "Nummer van je vraag: {number}"
    ).format(caseworker=caseworker, day=_.day(by), number=number)


def urgent_opened(_: Translator, caseworker: str) -> str:
    return _("Ik heb {caseworker} ook gewaarschuwd, met spoed. Wacht daar niet op als het nu gevaarlijk is.").format(
        caseworker=caseworker
    )


def write_your_question(_: Translator, caseworker: str) -> str:
    return _("Wat wil je aan {caseworker} vragen? Typ het hier. Kort mag ook.").format(caseworker=caseworker)


def already_open(_: Translator, caseworker: str, number: str) -> str:
    return _(
        "Je vraag {number} is nog bij {caseworker}. Alles wat je typt, komt daarbij. Je hoeft niets opnieuw te sturen."
    ).format(caseworker=caseworker, number=number)


def added(_: Translator, caseworker: str) -> str:
    return _("Doorgegeven aan {caseworker}.").format(caseworker=caseworker)


def from_caseworker(_: Translator, name: str, text: str) -> str:
    return f"👤 {name}:\n{text}"


def case_closed(_: Translator, name: str) -> str:
    return _(
        "{name} heeft je vraag afgerond. Vanaf nu geef ik weer antwoord. "
        "Nog iets over deze vraag? Tik dan op Mijn klantmanager."
    ).format(name=name)


def no_caseworker(_: Translator, phone: str) -> str:
    return _(
        "Ik weet niet wie je klantmanager is, want je bent nog niet gekoppeld. Bel met de gemeente: {phone}. "
        "Of vraag je klantmanager om een uitnodiging voor deze bot."
    ).format(phone=phone)


def reason(_: Translator, why: Reason) -> str:
    """Why a case was opened, as a caseworker reads it."""
    return {
        "asked": _("Vroeg om een mens"),
        "unanswered": _("De bot wist geen antwoord"),
        "unclear": _("Het antwoord was niet duidelijk"),
        "crisis": _("Nood: help nu"),
        "paper": _("Papier om te bekijken"),
        "expired": _("De tekst van de bot is verlopen"),
    }[why]
