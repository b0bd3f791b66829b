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


def still_reads(_: Translator, name: str) -> str:
    """After a client said that there is no emergency."""
    return _("{name} leest wel wat je schreef.").format(name=name)


def urgent_opened(_: Translator, caseworker: str) -> str:
    return _("Ik heb {caseworker} ook gewaarschuwd, met spoed. Wacht daar niet op als het nu gevaarlijk is.").format(
        caseworker=caseworker
    )


def a_person_listens(_: Translator, caseworker: str) -> str:
    """The bot cannot listen, and finds no cry for help in a voice."""
    return _(
        "Ik kan niet naar een spraakbericht luisteren. {caseworker} doet dat. Is het dringend? Typ dan wat er is."
    ).format(caseworker=caseworker)


def voice_subject(_: Translator) -> str:
    return _("🎤 Spraakbericht")


def file_alone(_: Translator) -> str:
    """In the place of words, with a file that a caseworker sends without any."""
    return _("📎 Bestand voor jou")


def voice_alone(_: Translator) -> str:
    """As `file_alone`, with a voice message."""
    return _("🎤 Spraakbericht voor jou")


def file_name(_: Translator) -> str:
    """What a file from the caseworker is called on the phone."""
    return _("bestand")


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


def reply_button(_: Translator, name: str) -> str:
    return _("Antwoord aan {name}").format(name=name)


def send_payslip_button(_: Translator) -> str:
    return _("Stuur mijn loonstrook")


def send_letter_button(_: Translator) -> str:
    return _("Stuur de brief")


def no_income_button(_: Translator) -> str:
    return _("Ik had geen loon")


def send_page_button(_: Translator, page: int) -> str:
    return _("Stuur bladzijde {page} opnieuw").format(page=page)


def better_photo(_: Translator, page: int, paper: str, why: str) -> str:
    """What the caseworker asks: a page of a paper again, and why."""
    return _(
        "Wil je bladzijde {page} van {paper} nog een keer sturen? {why}\n\n"
        "Tik op de knop hieronder. Dan weet ik welke bladzijde het is."
    ).format(page=page, paper=paper, why=why)


def paper_of_month(_: Translator, month: str) -> str:
    return _("je loonstrook van {month}").format(month=month)


def paper_with_number(_: Translator, number: str) -> str:
    return _("je papier {number}").format(number=number)


PHOTO_WHYS = ("blurred", "dark", "cut_off", "glare", "far")


def photo_why(_: Translator, why: str) -> str:
    """Why a photo must be made again; one of PHOTO_WHYS."""
    return {
        "blurred": _("De letters zijn onscherp. Leg het papier plat en houd je telefoon stil."),
        "dark": _("De foto is te donker. Maak hem bij een raam of een lamp."),
        "cut_off": _("Er mist een stuk. Zorg dat alle hoeken op de foto staan."),
        "glare": _("Er zit een lichtvlek op. Doe de flits uit en draai het papier een beetje."),
        "far": _("De foto is van te ver weg. Houd je telefoon dichterbij."),
    }[why]


def send_the_letter(_: Translator) -> str:
    return _(
        "Wil je mij een foto van de brief sturen? Stuur alle bladzijden, ook de achterkant. "
        "Tik op de knop hieronder. Dan lees ik met je mee."
    )


def now_the_letter(_: Translator, name: str) -> str:
    """After the button: what to do now."""
    return _(
        "Maak nu een foto van elke bladzijde van de brief, of kies een PDF. Stuur hem hier. {name} kan hem dan lezen."
    ).format(name=name)


def now_the_page(_: Translator, page: int) -> str:
    """After the button: what to do now."""
    return _("Maak nu een nieuwe foto van bladzijde {page}. Stuur hem hier. De andere bladzijden heb ik al.").format(
        page=page
    )


def page_is_settled(_: Translator) -> str:
    """The button is old: this paper is not there any more, or has no such page."""
    return _("Deze bladzijde heb ik niet meer nodig. Je hoeft niets te sturen.")


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
        "letter": _("Brief met haast"),
    }[why]
