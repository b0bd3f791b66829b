"""Sentences of the office pages that depend on something. Fixed sentences stand in the templates."""

from __future__ import annotations

from bot.clients.accounts import StaffEvent
from bot.clients.caseworker import How, Role
from bot.clients.staffing import MAX_NAME, Why
from bot.desk_app.rights import Right
from bot.desk_app.wording import role as role_name
from bot.language import Translator


def right(_: Translator, what: Right) -> str:
    """What a right lets somebody do."""
    return {
        "clients": _("Je ziet je eigen klanten, en die van een collega die je vervangt."),
        "payslips": _("Je haalt de nagekeken loonstroken op van de klanten van jouw klantmanagers."),
        "questions": _("Je ziet vragen die een collega aan jou stelt, en verder niets van die klant."),
        "library": _("Je zoekt in de teksten voor klanten, met hun bronnen."),
        "staff": _("Je beheert medewerkers. Je ziet geen klanten."),
    }[what]


def how(_: Translator, what: How) -> str:
    """What a session began with."""
    return {"link": _("met een link"), "account": _("met je account")}[what]


def refused(_: Translator, why: Why) -> str:
    """Why it was not done, and what to do."""
    return {
        "name": _("Een naam heeft 1 tot {number} tekens.").format(number=MAX_NAME),
        "known": _("Er is al iemand met deze naam. Klanten zien de naam, kies daarom een andere."),
        "yourself": _("Dit kun je niet bij jezelf doen. Vraag een andere beheerder."),
        "unknown": _("Deze medewerker bestaat niet."),
        "left": _("Deze medewerker is niet meer actief. Zet hem of haar eerst terug."),
        "consultant": _("Kies een actieve inkomensconsulent, en alleen bij een klantmanager."),
        "whom": _("Kies een actieve klantmanager. Dit kan alleen als iemand geen klantmanager meer is."),
        "taken": _("Dit account hoort al bij iemand anders."),
    }[why]


def event(_: Translator, one: StaffEvent) -> str:
    """One line of the log."""
    actor = one.actor or _("Opdrachtregel")
    return {
        "added": _("{actor} voegde {staff} toe als {role}"),
        "role": _("{actor} gaf {staff} de rol {role}"),
        "left": _("{actor} zette {staff} op niet actief"),
        "back": _("{actor} zette {staff} terug"),
        "link": _("{actor} maakte een link voor {staff}"),
        "joined": _("{actor} koppelde een account aan {staff}"),
        "parted": _("{actor} ontkoppelde het account van {staff}"),
        "consultant": _("{actor} koos de inkomensconsulent van {staff}"),
        "caseload": _("{actor} gaf de klanten van {staff} aan een andere klantmanager"),
        "signed_out": _("{actor} meldde {staff} overal af"),
        "telegram": _("{actor} koppelde een Telegram-account aan {staff}"),
        "telegram_off": _("{actor} ontkoppelde het Telegram-account van {staff}"),
    }[one.what].format(actor=actor, staff=one.staff, role=_role(_, one.detail))


def _role(_: Translator, detail: str) -> str:
    roles: tuple[Role, ...] = ("caseworker", "income_consultant", "editor", "administrator")
    return next((role_name(_, one) for one in roles if one == detail), detail)


def nothing_to_export(_: Translator) -> str:
    """All of it left before, or there is nothing."""
    return _("Er is niets nieuws om op te halen. Zet een vinkje bij «ook wat al is opgehaald» om alles te krijgen.")


def too_many_codes(_: Translator) -> str:
    """Codes to link Telegram are for one try each."""
    return _("Je hebt net al een paar codes gemaakt. Wacht een uur, en maak dan een nieuwe.")
