"""What the helper says about a letter that it read on a photo or PDF: proposed, never taken as true."""

from __future__ import annotations

from datetime import date

from bot.answers.letters.letter import Kind, Sender
from bot.deadlines.terms import TermKind
from bot.language import Translator


def is_this_it(_: Translator, sender: Sender, kind: Kind | None, day: date | None) -> str:
    """The question above what was read: whose letter, about what, of which day."""
    said = {"sender": sender.name, "kind": kind.name if kind else "", "day": _.day(day) if day else ""}
    if kind and day:
        text = _("Is dit een brief van {sender} over «{kind}», van {day}?")
    elif kind:
        text = _("Is dit een brief van {sender} over «{kind}»?")
    elif day:
        text = _("Is dit een brief van {sender}, van {day}? Waar gaat hij over?")
    else:
        text = _("Is dit een brief van {sender}? Waar gaat hij over?")
    return text.format(**said)


def i_read(_: Translator) -> str:
    """Above the list of what was read."""
    return _("Ik heb je brief gelezen. Kijk of het klopt, want ik kan een letter of cijfer verkeerd zien.")


def day_line(_: Translator, day: date) -> str:
    return _("• Datum van de brief: {day}").format(day=_.day(day))


def until_line(_: Translator, day: date) -> str:
    return _("• Datum die erin genoemd wordt: {day}").format(day=_.day(day))


def amount_line(_: Translator, cents: int) -> str:
    return _("• Bedrag: {amount}").format(amount=_.euros(cents))


def reference_line(_: Translator, reference: str) -> str:
    return _("• Kenmerk: {reference}").format(reference=reference)


def could_not_read(_: Translator) -> str:
    """Above the first question, when nothing could be proposed."""
    return _("Ik kan niet goed lezen wat er in je brief staat. Daarom stel ik een paar vragen.")


def my_payslip_button(_: Translator) -> str:
    return _("Nee, dit is mijn loonstrook")


def is_this_the_day(_: Translator, term: TermKind, day: date) -> str:
    """The day is always confirmed before a term is worked out."""
    if term == "bezwaar":
        text = _("Ik lees dat je brief van {day} is. Klopt die datum?")
    else:
        text = _("Ik lees de datum {day} in je brief. Is dat de dag die telt?")
    return text.format(day=_.day(day))


def look_at_the_spot(_: Translator) -> str:
    """With the place on the paper, when the day could not be read well."""
    return _("Ik twijfel over deze datum. Op het plaatje zie je de plek in je brief.")


def another_day_button(_: Translator) -> str:
    return _("Nee, een andere dag")


def is_this_the_amount(_: Translator) -> str:
    """Above the amounts that were read."""
    return _("Om welk bedrag gaat het? Tik op het bedrag dat klopt. Staat het er niet bij? Typ het dan: 125,50.")


def name_the_reference(_: Translator, reference: str) -> str:
    """Under the number to call."""
    return _("Noem het kenmerk van je brief. Ik lees: {reference}. Controleer dat even.").format(reference=reference)
