"""The sentences of writing first."""

from __future__ import annotations

from datetime import datetime

from bot.desk_app import wording as desk_wording
from bot.desk_app.when import day_of, time_of_day
from bot.handoff.mailing import Ask, LeftOut, Posting
from bot.language import LANGUAGES, Translator


def left_out(_: Translator, why: LeftOut) -> str:
    """Why a client does not get the message, and what to do."""
    return {
        "": "",
        "invited": _("nog niet gekoppeld aan Telegram: bel of stuur een brief"),
        "stopped": _("wil geen berichten meer van de bot: bel of stuur een brief"),
        "blocked": _("heeft de bot geblokkeerd: bel of stuur een brief"),
        "no_consent": _("heeft nog geen toestemming gegeven: bel of stuur een brief"),
        "not_yours": _("is intussen niet meer jouw klant"),
        "late": _("het moment was te lang voorbij: kijk of het nog klopt en stuur het zo nodig opnieuw"),
    }[why]


def result(_: Translator, one: Posting) -> str:
    """What became of the message to one client."""
    if one.state == "left_out":
        return _("niet gestuurd: {why}").format(why=left_out(_, one.reason))
    if one.state == "cancelled":
        return _("gestopt voordat het wegging")
    if one.state == "waiting":
        return _("wacht tot {moment}").format(moment=moment(_, one.due_at))
    if one.delivery == "failed":
        return desk_wording.failure(_, one.failure)
    return _("in de wacht bij Telegram") if one.delivery == "queued" else _("afgeleverd bij Telegram")


def moment(_: Translator, at: datetime) -> str:
    """«woensdag 25 november 2026 om 14:03»."""
    return _("{day} om {time}").format(day=_.day(day_of(at)), time=time_of_day(at))


def ask(_: Translator, what: Ask) -> str:
    """Which button stands under the message."""
    return {
        "": _("geen (alleen een knop om te antwoorden)"),
        "payslip": _("Stuur mijn loonstrook"),
        "letter": _("Stuur de brief"),
        "no_income": _("Ik had geen loon"),
    }[what]


def count(_: Translator, state: str, number: int) -> str:
    """«3 wachten»."""
    return {
        "waiting": _.plural("{number} wacht", "{number} wachten", number),
        "sent": _.plural("{number} gestuurd", "{number} gestuurd", number),
        "left_out": _.plural("{number} niet gestuurd", "{number} niet gestuurd", number),
        "cancelled": _.plural("{number} gestopt", "{number} gestopt", number),
    }[state]


def wrong(_: Translator, why: str, most: int) -> str:
    """Why there is no preview, and what to do."""
    return {
        "nobody": _("Kies eerst een of meer klanten. Er is nog niets verstuurd."),
        "empty": _("Schrijf een tekst in het Nederlands, of in elke taal van de klanten die je koos."),
        "too_long": _("Een tekst is te lang. Maak hem korter dan {number} tekens.").format(number=most),
        "when": _("Kies een dag en een tijd die nog komen, hoogstens zestig dagen vooruit."),
    }[why]


def no_text(_: Translator, language: str, number: int) -> str:
    """Some clients get Dutch for want of a text."""
    one = _("{language} heeft geen tekst. 1 klant krijgt de Nederlandse tekst.")
    many = _("{language} heeft geen tekst. {number} klanten krijgen de Nederlandse tekst.")
    return (one if number == 1 else many).format(language=LANGUAGES.get(language, language), number=number)
