"""Every sentence about what is kept and who looked."""

from __future__ import annotations

from datetime import datetime

from bot.clients.caseworker import Role
from bot.language import Translator
from bot.privacy.looks import What


def overview(_: Translator, name: str, number: str, caseworker: str, language: str) -> str:
    return _(
        "Dit weet ik van je:\nNaam: {name}\nKlantnummer in deze bot: {number}\n"
        "Klantmanager: {caseworker}\nTaal: {language}"
    ).format(name=name, number=number, caseworker=caseworker, language=language)


def months_head(_: Translator) -> str:
    return _("Je maanden:")


def no_months(_: Translator) -> str:
    return _("Ik heb nog geen loonstroken van je.")


def nothing_kept(_: Translator) -> str:
    return _(
        "Je bent niet gekoppeld. Ik bewaar alleen welke taal je koos. Wat je vraagt, bewaar ik niet. "
        "Met /stop wis ik ook je taal."
    )


def who_looked_button(_: Translator) -> str:
    return _("Wie keek er mee?")


def copy_button(_: Translator) -> str:
    return _("Stuur mij een kopie")


def erase_button(_: Translator) -> str:
    return _("Verwijder mijn gegevens")


def nobody_looked(_: Translator) -> str:
    return _("Er heeft nog niemand naar je gegevens gekeken.")


def looked_head(_: Translator) -> str:
    return _("Deze mensen keken naar je gegevens:")


def look_line(_: Translator, name: str, role: Role, what: What, at: datetime) -> str:
    kinds = {
        "conversation": _("je gesprek"),
        "file": _("een bestand"),
        "telegram": _("je laatste berichten, in Telegram"),
        "export": _("een kopie van je gegevens"),
        "payslips": _("je nagekeken loonstroken"),
        "payslips_originals": _("je nagekeken loonstroken, ook bladzijden waar je BSN op kan staan"),
        "original_read": _("een papier zoals jij het stuurde, om te lezen wat de bot niet kon lezen"),
        "original_asked": _("een papier zoals jij het stuurde, omdat jij dat vroeg"),
        "original_objection": _("een papier zoals jij het stuurde, voor een bezwaar of klacht"),
    }
    roles = {
        "caseworker": _("klantmanager"),
        "income_consultant": _("inkomensconsulent"),
        "editor": _("redacteur"),
        "administrator": _("beheerder"),
    }
    line = _("• {name}, {role}: {what}, {moment}")
    return line.format(name=name, role=roles[role], what=kinds[what], moment=_.moment(at))


def copy_busy(_: Translator) -> str:
    return _("Ik maak een kopie van alles wat ik van je heb. Dat duurt even.")


def copy_here(_: Translator) -> str:
    return _("Hier is de kopie van je gegevens.")


def erase_asked(_: Translator, caseworker: str) -> str:
    return _(
        "Ik heb aan {caseworker} gevraagd om je gegevens te verwijderen. "
        "De gemeente moet sommige papieren een tijd bewaren. Je hoort hier wat er weg kan."
    ).format(caseworker=caseworker)


def erase_subject(_: Translator) -> str:
    return _("Ik wil dat mijn gegevens uit de bot worden verwijderd.")


def privacy_page(_: Translator, municipality: str, months: int) -> str:
    return _(
        "Zo ga ik met je gegevens om:\n\n"
        "• Ben je niet gekoppeld? Dan bewaar ik alleen je taal. Ik tel wel vragen, maar niet van wie.\n"
        "• Ben je gekoppeld? Dan bewaar ik onze berichten en je loonstroken, versleuteld.\n"
        "• Alleen je klantmanager en een vervanger zien ze. De inkomensconsulent krijgt je nagekeken loonstroken. "
        "Elke keer dat iemand kijkt, schrijf ik op.\n"
        "• Hoogstens {months} maanden na ons laatste contact wis ik alles.\n"
        "• Telegram zelf kan de chat ook bewaren. Daar gaat de gemeente niet over. "
        "Stuur hier dus nooit je BSN of een wachtwoord.\n\n"
        "De gemeente {municipality} is verantwoordelijk. Bij Mijn gegevens kun je kijken, een kopie vragen "
        "of laten verwijderen."
    ).format(municipality=municipality, months=months)
