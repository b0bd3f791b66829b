"""The desk's sentences that depend on something. Fixed sentences stand in the templates."""

from __future__ import annotations

from datetime import datetime

from bot.clients.caseworker import Role
from bot.clients.client import Client
from bot.desk_app.when import day_name, day_of, length, time_of_day
from bot.handoff.case import Case, Reason
from bot.handoff.desk import MAX_CHARACTERS, Why
from bot.handoff.thread import Author, Entry
from bot.income.paper import MonthState, PaperState
from bot.language import Translator


def reason(_: Translator, why: Reason) -> str:
    """Why a person is needed."""
    return {
        "asked": _("vroeg om een mens"),
        "unanswered": _("geen antwoord gevonden"),
        "unclear": _("vraag niet duidelijk"),
        "crisis": _("crisis"),
        "paper": _("papier of foto om te bekijken"),
        "expired": _("antwoord is te oud"),
    }[why]


def waiting(_: Translator, case: Case, now: datetime) -> str:
    """How long the client waits for an answer."""
    if case.waiting_since is None:
        return _("beantwoord")
    return _("wacht {length}").format(length=length(_, now - case.waiting_since))


def contact(_: Translator, moment: datetime, now: datetime) -> str:
    """The last contact: «vandaag 14:03», or the day when it is longer ago."""
    day, today = day_of(moment), day_of(now)
    if (today - day).days > 1:
        return _.short_day(day)
    return f"{day_name(_, day, today)} {time_of_day(moment)}"


def month_state(_: Translator, state: MonthState | None) -> str:
    """Where a month stands."""
    if state is None:
        return _("nog niets")
    return {
        "received": _("ontvangen, nog niet bevestigd"),
        "confirmed": _("bevestigd door klant"),
        "no_income": _("klant meldt: geen loon"),
        "checked": _("bekeken"),
    }[state]


def paper_state(_: Translator, state: PaperState) -> str:
    """Where a paper stands."""
    return {
        "to_confirm": _("klant moet nog bevestigen"),
        "confirmed": _("bevestigd door klant"),
        "for_human": _("jij moet dit bekijken"),
        "withdrawn": _("ingetrokken door klant"),
    }[state]


def author(_: Translator, who: Author, name: str, client_name: str) -> str:
    """Who said it."""
    return {
        "client": client_name,
        "bot": _("Bot"),
        "staff": name or _("Collega"),
        "note": _("Notitie van {name}").format(name=name or _("een collega")),
    }[who]


def delivery(_: Translator, entry: Entry) -> str:
    """Whether it arrived, and what to do when it did not."""
    if entry.delivery == "failed":
        return failure(_, entry.failure)
    return {"": "", "queued": _("In de wacht"), "sent": _("Afgeleverd bij Telegram")}[entry.delivery]


def failure(_: Translator, code: str) -> str:
    """Why a message did not arrive, and what to do."""
    return {
        "blocked": _("Mislukt: de klant heeft de bot geblokkeerd. Bel de klant of stuur een brief."),
        "chat_gone": _("Mislukt: dit Telegram-account bestaat niet meer. Bel de klant of stuur een brief."),
        "uncertain": _(
            "Misschien niet aangekomen: de verbinding viel weg. Vraag de klant of het bericht er is."
        ),
        "network": _("Mislukt: Telegram was te lang niet bereikbaar. Stuur het bericht opnieuw."),
        "rate": _("Mislukt: Telegram had het te druk. Stuur het bericht opnieuw."),
        "internal": _(
            "Mislukt door een fout bij ons. Stuur het bericht opnieuw. Blijft het misgaan? Meld het."
        ),
    }.get(code, _("Mislukt: Telegram nam dit bericht niet aan. Probeer het nog eens, of bel de klant."))


def failed(_: Translator, number: int) -> str:
    """A badge for messages that did not arrive."""
    return _.plural("{number} bericht mislukt", "{number} berichten mislukt", number)


def reach(_: Translator, client: Client) -> str:
    """Why a client cannot be reached in the chat; empty when that is possible."""
    if client.reachable:
        return ""
    if client.state == "invited":
        return _("nog niet gekoppeld aan Telegram")
    if client.blocked_at is not None:
        return _("heeft de bot geblokkeerd")
    return _("gestopt met de bot")


def refused(_: Translator, why: Why, name: str) -> str:
    """Why the desk did not do it, and what to do."""
    return {
        "empty": _("Schrijf eerst een tekst. Er is nog niets verstuurd of opgeslagen."),
        "too_long": _(
            "Je tekst is te lang. Maak hem korter dan {number} tekens, of verdeel hem over twee berichten. "
            "Er is nog niets verstuurd."
        ).format(number=MAX_CHARACTERS),
        "unreachable": _(
            "{name} is niet bereikbaar in Telegram. Bel of stuur een brief. Er is niets verstuurd."
        ).format(name=name),
        "closed": _(
            "Deze vraag is intussen gesloten of veranderd. Er is niets verstuurd. "
            "Kijk naar het gesprek en probeer het dan opnieuw."
        ),
        "not_yours": not_found(_),
    }[why]


def not_found(_: Translator) -> str:
    """Unknown, or somebody else's: the same words."""
    return _("Deze pagina bestaat niet, of hij hoort niet bij jou.")


def broken(_: Translator) -> str:
    """An error of ours."""
    return _(
        "Dat ligt aan ons. Ga een pagina terug en probeer het opnieuw. Blijft het misgaan? Meld het dan."
    )


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


def role(_: Translator, value: Role) -> str:
    """What a member of staff does here."""
    return {
        "caseworker": _("klantmanager"),
        "income_consultant": _("inkomensconsulent"),
        "editor": _("redacteur"),
        "administrator": _("beheerder"),
    }[value]
