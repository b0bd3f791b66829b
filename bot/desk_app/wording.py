"""The desk's sentences that depend on something. Fixed sentences stand in the templates."""

from __future__ import annotations

from datetime import datetime

from bot.clients.caseworker import Role
from bot.clients.client import Client
from bot.desk_app.when import day_name, day_of, length, time_of_day
from bot.handoff.advice import Advice
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
        "letter": _("brief met haast"),
    }[why]


def waiting(_: Translator, case: Case, now: datetime) -> str:
    """How long the client waits for an answer."""
    if case.only_looked_at:
        return _("ingetrokken door klant, was spoed")
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
        "collecting": _("klant stuurt nog bladzijden"),
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
    if client.chat_id is None:
        return _("niet meer gekoppeld aan Telegram")
    if client.blocked_at is not None:
        return _("heeft de bot geblokkeerd")
    return _("gestopt met de bot")


def other_ways(_: Translator, client: Client) -> str:
    """How a client who cannot be reached in the chat can be reached all the same; empty when that is not needed."""
    if client.reachable:
        return ""
    if client.chat_id is None:
        return _("{name} leest hier niets. Bel of stuur een brief, en geef zo nodig een nieuwe uitnodiging.").format(
            name=client.name
        )
    return _("{name} leest hier niets. Bel of stuur een brief. Start {name} de bot weer? Dan kan het hier ook.").format(
        name=client.name
    )


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
        "aftercare": _(
            "Kies de dag waarop de bijstand stopte, en een dag voor het volgende contact, hoogstens een jaar daarna. "
            "Er is niets veranderd."
        ),
        "file": _(
            "Kies een PDF, een foto (JPG of PNG) of een geluidsopname (OGG, MP3, M4A of WebM). Er is niets verstuurd."
        ),
        "voice": _("Deze opname konden we niet klaarmaken voor Telegram. Er is niets verstuurd. Je opname is er nog."),
        "fixed": _("Dit bericht kun je niet meer veranderen. Stuur een nieuw bericht."),
        "left": _("Dit bericht is al weg. Je kunt het niet meer terughalen. Stuur zo nodig een nieuw bericht."),
        "whom": _("Kies een collega. Er is nog niets veranderd."),
        "days": _("Deze dagen kloppen niet. Kies een eerste dag vanaf vandaag en een laatste dag daarna."),
        "taken": _("Een collega was eerder, of deze vraag is al beantwoord. Je hoeft niets te doen."),
        "service": _("Kies een dienst. Er is niets verstuurd."),
        "page": _("Deze bladzijde bestaat niet, of het papier is ingetrokken. Er is niets verstuurd."),
        "paper": _("Dit papier of dit veld kun je nu niet verbeteren. Er is niets veranderd."),
        "value": _(
            "Dit past niet bij dit veld. Schrijf een bedrag als 1.234,56, een dag als 25-11-2026, of uren als 86,67. "
            "Er is niets veranderd."
        ),
        "away": _("Deze collega is dan zelf afwezig, of jij hebt voor die dagen al een vervanger."),
    }[why]


def taken_back(_: Translator, words: str) -> str:
    """A message was withdrawn in time, with or without words."""
    if not words:
        return _("Teruggehaald. Er is niets verstuurd.")
    return _("Teruggehaald. Er is niets verstuurd. Je tekst staat hieronder.")


def advice(_: Translator, one: Advice) -> str:
    """One remark on a caseworker's own text."""
    return {
        "bsn": _("Er staat een BSN in je tekst ({what}). Haal het weg: in een chat hoort geen BSN."),
        "other_client": _("Er staat een andere klant in je tekst: {what}. Hoort dat hier?"),
        "open_place": _("Er staat nog een open plek in je tekst: {what}. Vul hem in of haal hem weg."),
        "long_text": _("Je tekst is lang: {what} woorden. Kan het korter, of in twee berichten?"),
        "long_sentence": _("Deze zin is lang: «{what}…». Maak er twee van."),
        "no_action": _("Er staat niet in wat de klant moet doen, of dat niets doen goed is. Zet dat vooraan."),
        "hard": _("Moeilijk woord: {what}."),
    }[one.kind].format(what=one.what)


def from_topic(_: Translator, title: str) -> str:
    """From which text of the library the bot answered."""
    return _("uit «{title}»").format(title=title)


def outcome(_: Translator, case: Case) -> str:
    """How a case ended, as the client sees it too."""
    ended = _("door de klant ingetrokken") if case.outcome == "withdrawn" else _("gesloten")
    if case.helped is None:
        return ended
    return f"{ended} · {_('klant: dit hielp') if case.helped == 'yes' else _('klant: dit hielp niet')}"


def not_found(_: Translator) -> str:
    """Unknown, or somebody else's: the same words."""
    return _("Deze pagina bestaat niet, of hij hoort niet bij jou.")


def broken(_: Translator) -> str:
    """An error of ours."""
    return _(
        "Dat ligt aan ons. Ga een pagina terug en probeer het opnieuw. Blijft het misgaan? Meld het dan."
    )


def role(_: Translator, value: Role) -> str:
    """What a member of staff does here."""
    return {
        "caseworker": _("klantmanager"),
        "income_consultant": _("inkomensconsulent"),
        "editor": _("redacteur"),
        "administrator": _("beheerder"),
    }[value]
