"""The answer about a letter: what stands around the sentences of content/letters.yaml."""

from __future__ import annotations

from datetime import date

from bot.answers.contacts import Contact
from bot.answers.letters.letter import Kind, Sender
from bot.answers.wording import contact_line
from bot.deadlines.terms import TermKind
from bot.language import Translator


def meaning_head(_: Translator) -> str:
    return _("Wat betekent het?")


def do_head(_: Translator) -> str:
    return _("Wat doe je eerst?")


def when_head(_: Translator) -> str:
    return _("Vóór wanneer?")


def nothing_head(_: Translator) -> str:
    return _("Als je niets doet")


def call_head(_: Translator) -> str:
    return _("Wie kun je bellen?")


def amount_line(_: Translator, cents: int) -> str:
    return _("Het bedrag in je brief is {amount}.").format(amount=_.euros(cents))


def day_of_letter(_: Translator, day: date) -> str:
    """The day that is printed on a letter: to pay, to answer, or to come."""
    return _("📅 De datum in je brief is {day}.").format(day=_.day(day))


def do_it_before(_: Translator) -> str:
    return _("Wacht niet tot die dag. Controleer de datum op je brief.")


def day_unknown(_: Translator, term: TermKind) -> str:
    """The client found no day: what is true of every letter of this kind."""
    if term == "bezwaar":
        return _(
            "Bezwaar maken kan meestal tot zes weken na de dag waarop de brief is verstuurd. "
            "Weet je die dag niet? Wacht dan niet en doe het vandaag."
        )
    return _("Zoek in je brief naar een datum. Vind je die niet? Bel dan vandaag het nummer op de brief.")


def number_on_letter(_: Translator) -> str:
    return _("Het nummer staat op je brief.")


def call_line(_: Translator, contact: Contact) -> str:
    return f"☎️ {contact_line(_, contact)}"


def caseworker_warned(_: Translator, caseworker: str) -> str:
    """Under an urgent letter of a linked client."""
    return _(
        "⚠️ Deze brief heeft haast. Ik waarschuw {caseworker} nu ook. "
        "Wacht daar niet op: doe vandaag al wat hierboven staat."
    ).format(caseworker=caseworker)


def next_letter_button(_: Translator) -> str:
    return _("📄 Nog een brief")


def about(sender: Sender, kind: Kind) -> str:
    """What a reminder repeats."""
    return f"{kind.name} ({sender.name})"


def subject(_: Translator, sender: Sender, kind: Kind | None, day: date | None, cents: int | None) -> str:
    """What a case about a letter is called, for the caseworker."""
    parts = [_("Brief van {sender}").format(sender=sender.name)]
    parts += [kind.name] if kind else []
    parts += [_("datum {day}").format(day=_.short_day(day))] if day else []
    parts += [_.euros(cents)] if cents else []
    return ", ".join(parts)
