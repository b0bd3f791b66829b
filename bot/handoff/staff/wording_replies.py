"""What staff read in Telegram when they read, answer and close. In Dutch only."""

from __future__ import annotations

from datetime import datetime

from bot.handoff.advice import Advice
from bot.handoff.desk import MAX_CHARACTERS, Why
from bot.language import Translator


def send_button(_: Translator, name: str) -> str:
    return _("Stuur naar {name}").format(name=name)


def do_not_send_button(_: Translator) -> str:
    return _("Niet sturen")


def back_button(_: Translator) -> str:
    return _("Haal terug")


def said(_: Translator, name: str, lines: list[tuple[datetime, str]]) -> str:
    """What the client said; a message without words is a file."""
    if not lines:
        return _("{name} wacht niet op antwoord. Het hele gesprek staat op de werkbank.").format(name=name)
    file = _("📎 Een bestand of spraakbericht. Open het op de werkbank.")
    told = [f"{_.moment(at)}\n{words or file}" for at, words in lines]
    return "\n\n".join([_("{name} schreef:").format(name=name), *told])


def preview(_: Translator, name: str, words: str, remarks: list[str], *, closed: bool) -> str:
    parts = [_("Dit gaat naar {name}:").format(name=name), words]
    if closed:
        parts.append(_("Er staat geen vraag open. Dit bericht begint een nieuwe."))
    return "\n\n".join([*parts, *remarks])


def remark(_: Translator, one: Advice) -> str:
    """What a colleague would point at before it leaves."""
    return {
        "bsn": _("⚠️ Er staat een BSN in ({what}). Haal het weg: in een chat hoort geen BSN."),
        "other_client": _("⚠️ Er staat een andere klant in: {what}. Hoort dat hier?"),
        "open_place": _("⚠️ Er staat nog een open plek in: {what}."),
    }[one.kind].format(what=one.what)


def leaving(_: Translator, name: str, seconds: int, words: str) -> str:
    return _("Gaat over {seconds} seconden naar {name}:").format(name=name, seconds=seconds) + f"\n\n{words}"


def arrived(_: Translator, name: str, *, failed: bool) -> str:
    """Takes the place of `leaving`; the words stand above it, in the member of staff's own message."""
    if failed:
        return _("✗ Niet aangekomen bij {name}.").format(name=name)
    return _("✓ Verstuurd naar {name}.").format(name=name)


def taken_back(_: Translator, words: str) -> str:
    return _("Teruggehaald. Er is niets verstuurd:") + f"\n\n{words}"


def not_sent(_: Translator, why: str, words: str) -> str:
    return "\n\n".join([_("Niet verstuurd. {why}").format(why=why), words])


def cancelled(_: Translator, words: str) -> str:
    return not_sent(_, "", words)


def draft_gone(_: Translator) -> str:
    return _("Deze knop is al gebruikt, of te oud. Er is niets (nog een keer) verstuurd.")


def changed_too_late(_: Translator) -> str:
    return _("Je wijzigde een bericht. Naar een klant gaat die wijziging niet. Stuur zo nodig een nieuw bericht.")


def stray(_: Translator, *, topics: bool) -> str:
    how = (
        _("Schrijf in het onderwerp van de klant, of beantwoord een kaart.")
        if topics
        else _("Wil je een klant antwoorden? Beantwoord dan de kaart van die klant.")
    )
    return _("Dit is naar niemand gestuurd. {how}").format(how=how)


def unknown_card(_: Translator) -> str:
    return _(
        "Dit is naar niemand gestuurd: het bericht dat je beantwoordt, is geen kaart van een klant die ik nog ken. "
        "Beantwoord een nieuwere kaart, of doe het op de werkbank."
    )


def unknown_topic(_: Translator) -> str:
    return _("Dit is naar niemand gestuurd: dit onderwerp is niet van een klant. Beantwoord een kaart van de klant.")


def two_clients(_: Translator) -> str:
    return _("Dit is naar niemand gestuurd: het onderwerp en de kaart zijn van twee klanten.")


def only_text(_: Translator) -> str:
    return _("Dit is naar niemand gestuurd: van hier gaan alleen woorden. Een bestand stuur je op de werkbank.")


def write_note(_: Translator, number: str, name: str) -> str:
    return _(
        "Waarom kan {number} dicht? Beantwoord dit bericht met een notitie voor collega's. "
        "{name} ziet de notitie niet, en hoort dat de vraag klaar is."
    ).format(number=number, name=name)


def closed(_: Translator, number: str, name: str) -> str:
    return _("{number} is gesloten. {name} hoort dat.").format(number=number, name=name)


def refused(_: Translator, why: Why, name: str) -> str:
    """Why it was not done, and what to do."""
    known = {
        "empty": _("Er staat geen tekst in."),
        "too_long": _("Je tekst is langer dan {number} tekens.").format(number=MAX_CHARACTERS),
        "unreachable": _("{name} is niet bereikbaar in Telegram. Bel, of stuur een brief.").format(name=name),
        "closed": _("Deze vraag is intussen gesloten of veranderd. Kijk op de werkbank."),
        "not_yours": _("Dit is nu niet (meer) jouw klant."),
        "left": _("Het bericht is al weg. Stuur zo nodig een nieuw bericht."),
        "taken": _("Een collega was eerder, of de vraag is al beantwoord."),
    }
    return known.get(why, _("Doe het op de werkbank."))
