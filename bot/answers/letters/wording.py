"""Every sentence of the letter helper; what a letter means stands in content/letters.yaml."""

from __future__ import annotations

from datetime import date

from bot.answers.contacts import Contact
from bot.answers.letters.letter import Kind, Sender
from bot.answers.wording import contact_line
from bot.language import Translator


def start_button(_: Translator) -> str:
    """The way in, under answers about letters."""
    return _("📄 Ik heb een brief")


def which_sender(_: Translator) -> str:
    return _("Van wie is je brief? Kijk naar het logo of de naam boven aan de brief. Je mag de naam ook typen.")


def sender_label(sender: Sender) -> str:
    """A sender on a button, with the look of the letter when that is known."""
    return f"{sender.name} ({sender.look})" if sender.look else sender.name


def recognised_unsure(_: Translator) -> str:
    """Above the senders, when a pasted letter may be of several."""
    return _("Ik zie dat dit een brief is. Maar ik weet niet zeker van wie.")


def recognised(_: Translator, sender: Sender, kind: Kind) -> str:
    return _("Dit lijkt op een brief van {sender}: «{kind}». Klopt dat?").format(sender=sender.name, kind=kind.name)


def recognised_sender(_: Translator, sender: Sender) -> str:
    return _("Dit lijkt op een brief van {sender}. Waar gaat hij over?").format(sender=sender.name)


def photo_not_kept(_: Translator) -> str:
    """To somebody who is not linked and sent a picture of a letter."""
    return _(
        "Je foto bewaar ik niet, want ik weet nog niet wie je bent. Ik kan je wel helpen met je brief. "
        "Ik stel een paar vragen."
    )


def picture_kept(_: Translator, caseworker: str) -> str:
    """Under the receipt of a letter."""
    return _("{caseworker} kan je brief nu ook zien.").format(caseworker=caseworker)


def another_page(_: Translator) -> str:
    return _("Deze bladzijde heb ik bij je brief gedaan.")


def paper_subject(_: Translator, number: str) -> str:
    """What the case about a picture of a letter is called."""
    return _("Brief {number}").format(number=number)


def this_is_a_letter_button(_: Translator) -> str:
    """Under a paper that is no payslip, or that was taken for one."""
    return _("📄 Dit is een brief")


def yes(_: Translator) -> str:
    return _("Ja, dat klopt")


def other_kind_button(_: Translator) -> str:
    return _("Nee, iets anders")


def other_sender_button(_: Translator) -> str:
    return _("Nee, van iemand anders")


def which_kind(_: Translator, sender: Sender) -> str:
    return _("Een brief van {sender}. Waar gaat hij over?").format(sender=sender.name)


def several_kinds(_: Translator) -> str:
    """When typed words point to more than one kind."""
    return _("Is het een van deze?")


def somebody_else_button(_: Translator) -> str:
    return _("Iemand anders")


def something_else_button(_: Translator) -> str:
    return _("Iets anders")


def do_not_know_button(_: Translator) -> str:
    return _("Ik weet het niet")


def back_button(_: Translator) -> str:
    return _("‹ Terug")


def earlier_button(_: Translator) -> str:
    return _("‹ Vorige")


def more_button(_: Translator) -> str:
    return _("Meer soorten ›")


def type_the_top(_: Translator) -> str:
    """When the kind is not among the buttons."""
    return _(
        "Typ twee of drie woorden die boven aan je brief staan. Kijk bij «Betreft» of «Onderwerp». "
        "Typ geen burgerservicenummer."
    )


def words_not_known(_: Translator) -> str:
    return _("Die woorden ken ik nog niet. Typ andere woorden, of kies hieronder.")


def sender_not_known(_: Translator) -> str:
    """«Iemand anders»: the bot does not know this sender."""
    return "\n\n".join(
        [
            _("Typ een paar woorden die boven aan je brief staan. Dan zoek ik een antwoord dat erbij past."),
            _(
                "Staat er een datum in je brief? Doe dan iets vóór die dag. "
                "Snap je iets niet? Bel dan het nummer op de brief."
            ),
        ]
    )


def sender_unsure(_: Translator) -> str:
    """«Ik weet het niet» at the sender."""
    return "\n".join(
        [
            _("Dat geeft niet. Kijk op deze plekken naar een naam:"),
            _("• boven aan de brief, naast het logo"),
            _("• helemaal onderaan, bij de handtekening"),
            _("• op de envelop"),
            _("Vind je geen naam? Dan kan iemand met je meelezen."),
        ]
    )


def kind_unsure(_: Translator, sender: Sender) -> str:
    """«Ik weet het niet» at the kind: what to look for in any letter."""
    return "\n".join(
        [
            _("Dat geeft niet. Zoek in je brief van {sender} naar drie dingen:").format(sender=sender.name),
            _("• Staat er een datum in? Doe dan iets vóór die dag."),
            _("• Staat er «besluit» of «beschikking»? Dan kun je meestal binnen zes weken bezwaar maken."),
            _("• Staat er een bedrag? Kijk of je moet betalen, of geld krijgt."),
            _("Kom je er niet uit? Dan kan iemand met je meelezen."),
        ]
    )


def reads_along(_: Translator, contact: Contact) -> str:
    """Who helps with any letter."""
    return _("Gratis hulp bij jou in de buurt: {contact}").format(contact=contact_line(_, contact))


def hurry(_: Translator, kind: Kind) -> str:
    """Before the questions about an urgent letter: what to do is said at once."""
    return _("⚠️ Deze brief heeft haast. {do}").format(do=kind.do)


def kind_line(sender: Sender, kind: Kind) -> str:
    """Which letter it is about."""
    return f"📄 {kind.name} ({sender.name})"


def no_day_button(_: Translator) -> str:
    return _("Er staat geen datum op")


def found_day_button(_: Translator, day: date) -> str:
    """A day that was read in the pasted letter."""
    return f"✅ {_.short_day(day)}"


def which_amount(_: Translator) -> str:
    return _("Welk bedrag staat er in je brief? Typ het hier, bijvoorbeeld 125,50.")


def not_an_amount(_: Translator) -> str:
    return _("Dit bedrag begrijp ik niet. Typ het zo: 125,50. Je mag het ook overslaan.")


def skip_button(_: Translator) -> str:
    return _("Sla over")


def person_button(_: Translator) -> str:
    """To the client's own caseworker, with this letter."""
    return _("👤 Vraag het aan mijn klantmanager")
