"""Every sentence about the client's own questions: where they stand, withdrawing, going on, and whether it helped."""

from __future__ import annotations

from datetime import date

from bot.language import Translator


def own_button(_: Translator) -> str:
    return _("📋 Mijn vragen en papieren")


def head(_: Translator) -> str:
    return _("Je vragen:")


def nothing(_: Translator) -> str:
    return _("Je hebt nu geen vragen bij je klantmanager.")


def line(_: Translator, number: str, subject: str, state: str) -> str:
    # Isolated: a number and the words of a client keep their own direction in every language.
    return f"• \u2066{number}\u2069 «\u2068{subject}\u2069»\n{state}"


def waiting(_: Translator, caseworker: str, by: date) -> str:
    return _("{caseworker} heeft je vraag. Je krijgt hier antwoord, uiterlijk {day}.").format(
        caseworker=caseworker, day=_.day(by)
    )


def late(_: Translator, caseworker: str) -> str:
    """The promised day is over."""
    return _(
        "Je antwoord is later dan beloofd. Dat spijt ons. {caseworker} ziet dat je wacht. "
        "Je hoeft je vraag niet opnieuw te sturen."
    ).format(caseworker=caseworker)


def with_colleague(_: Translator, caseworker: str) -> str:
    """The substitute or the team must act now."""
    return _("Een collega van {caseworker} kan je vraag nu ook beantwoorden.").format(caseworker=caseworker)


def answered(_: Translator, caseworker: str) -> str:
    return _("{caseworker} heeft geantwoord. Heb je nog iets? Typ het hier.").format(caseworker=caseworker)


def done(_: Translator, day: date) -> str:
    return _("Klaar sinds {day}.").format(day=_.short_day(day))


def withdrawn_on(_: Translator, day: date) -> str:
    return _("Je hebt deze vraag ingetrokken op {day}.").format(day=_.short_day(day))


def can_go_on(_: Translator, last_day: date) -> str:
    return _("Verder met deze vraag kan tot en met {day}.").format(day=_.short_day(last_day))


def add_button(_: Translator, number: str) -> str:
    return _("➕ Iets toevoegen aan {number}").format(number=number)


def withdraw_button(_: Translator, number: str) -> str:
    return _("✖️ {number} is niet meer nodig").format(number=number)


def again_button(_: Translator, number: str) -> str:
    return _("↩️ Verder met {number}").format(number=number)


def add_now(_: Translator, caseworker: str, number: str) -> str:
    return _("Typ wat je wilt toevoegen. {caseworker} leest het bij vraag {number}.").format(
        caseworker=caseworker, number=number
    )


def withdrawn(_: Translator, caseworker: str, number: str) -> str:
    return _(
        "Goed, vraag {number} is gesloten. {caseworker} ziet dat je geen antwoord meer nodig hebt. "
        "Bedenk je je? Tik dan binnen zeven dagen op de knop."
    ).format(caseworker=caseworker, number=number)


def withdrawn_entry(_: Translator, number: str) -> str:
    """What stands in the conversation as said by the client."""
    return _("Vraag {number} is niet meer nodig.").format(number=number)


def again_entry(_: Translator, number: str) -> str:
    """What stands in the conversation as said by the client."""
    return _("Ik wil verder met vraag {number}.").format(number=number)


def withdrawn_urgent(_: Translator, caseworker: str, number: str) -> str:
    """An urgent question is withdrawn; a person looks all the same."""
    return _(
        "Goed, vraag {number} is ingetrokken. Er was haast bij. Daarom kijkt {caseworker} er toch nog even naar. "
        "Heb je toch hulp nodig? Tik dan op de knop."
    ).format(caseworker=caseworker, number=number)


def opened_again(_: Translator, caseworker: str, by: date, number: str) -> str:
    return _(
        "Vraag {number} is weer open bij {caseworker}. Typ hier wat je nog wilt weten. "
        "Je krijgt antwoord, uiterlijk {day}."
    ).format(caseworker=caseworker, number=number, day=_.day(by))


def other_is_open(_: Translator, caseworker: str, number: str) -> str:
    """A client with an open question wants to go on with an older one."""
    return _(
        "Je vraag {number} is nog open bij {caseworker}. "
        "Typ hier gerust ook wat je nog wilt weten over de andere vraag."
    ).format(caseworker=caseworker, number=number)


def too_late(_: Translator) -> str:
    return _("Deze vraag is langer dan zeven dagen klaar. Stel gerust een nieuwe vraag aan je klantmanager.")


def did_it_help(_: Translator) -> str:
    return _("Heeft dit je geholpen?")


def helped_yes(_: Translator) -> str:
    return _("Ja, dit hielp")


def helped_no(_: Translator) -> str:
    return _("Nee, nog niet")


def glad(_: Translator) -> str:
    return _("Fijn om te horen. Heb je nog een vraag? Typ hem gerust.")


def what_now(_: Translator) -> str:
    """After «nee»: going on with the question, or leaving it."""
    return _("Dank je dat je het zegt. Wil je verder met deze vraag? Dan kijkt je klantmanager er weer naar.")


def leave_it(_: Translator) -> str:
    return _("Nee, laat maar")


def left(_: Translator) -> str:
    return _("Goed, dan laten we het zo. Stel gerust een nieuwe vraag, of kies hieronder.")
