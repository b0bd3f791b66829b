"""Every sentence around an answer that a person reads. The answers themselves stand in content/."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.answers.article import Article
from bot.answers.contacts import Contact
from bot.answers.smalltalk import SmallTalk
from bot.language import Translator


def footer(_: Translator, article: Article) -> str:
    """Where the answer comes from, and when somebody looked there."""
    by_day: dict[date, list[str]] = {}
    for source in article.sources:
        by_day.setdefault(source.checked, []).append(source.title)
    lines = [_source_line(_, titles, day) for day, titles in by_day.items()]
    if article.valid_until:
        lines.append(_("Deze tekst geldt tot en met {day}.").format(day=_.short_day(article.valid_until)))
    return "\n".join(lines)


def _source_line(_: Translator, titles: list[str], day: date) -> str:
    if len(titles) == 1:
        return _("Bron: {title}, bekeken op {day}.").format(title=titles[0], day=_.short_day(day))
    return _("Bronnen: {titles}. Bekeken op {day}.").format(titles="; ".join(titles), day=_.short_day(day))


def not_in_your_language(_: Translator) -> str:
    """Above an answer that exists in Dutch only."""
    return _("Dit antwoord is er nog niet in jouw taal. Hier is het in het Nederlands.")


def was_this_clear(_: Translator) -> str:
    """The question under an answer."""
    return _("Was dit duidelijk?")


def asked_more(_: Translator, title: str) -> str:
    """A message with two questions: the second one has a button."""
    return _("Je vroeg ook iets anders. Druk daarvoor op «{title}».").format(title=title)


def yes(_: Translator) -> str:
    """The button for a clear answer."""
    return _("Ja")


def no(_: Translator) -> str:
    """The button for an answer that did not help."""
    return _("Nee, ik heb hulp nodig")


def choices(_: Translator) -> str:
    """Above the buttons with topics."""
    return _("Bedoel je een van deze?")


def none_of_these(_: Translator) -> str:
    """The last but one button of the choices."""
    return _("Geen van deze")


def not_known(_: Translator) -> str:
    """When no text answers the message."""
    return _(
        "Ik weet het antwoord hierop niet. Vraag het anders, in een paar woorden. "
        "Of druk op de knop. Dan kijkt een medewerker naar je vraag."
    )


def passed_on(_: Translator) -> str:
    """The same for a client with a caseworker: the question goes there by itself."""
    return _("Ik weet het antwoord hierop niet. Daarom geef ik je vraag door.")


def ask_in_other_words(_: Translator) -> str:
    """After «Geen van deze»."""
    return _("Vraag het in andere woorden. Of druk op de knop voor een medewerker.")


def expired(_: Translator) -> str:
    """When the text is too old, or an amount in it."""
    return _(
        "Over dit onderwerp heb ik een tekst. Maar die is te oud, en misschien klopt hij niet meer. "
        "Daarom laat ik hem niet zien. Een medewerker kan je wel helpen."
    )


def small_talk(_: Translator, kind: SmallTalk) -> str:
    """A friendly word back."""
    sentences: Mapping[SmallTalk, str] = {
        "greeting": _("Hallo! Typ je vraag in je eigen woorden. Of stuur een foto van je loonstrook."),
        "thanks": _("Graag gedaan. Heb je nog een vraag? Typ hem gerust."),
        "fine": _("Mooi. Heb je nog een vraag? Typ hem gerust."),
        "bye": _("Tot ziens! Je kunt hier altijd weer een vraag stellen."),
        "abuse": _("Het lukt niet zoals je wilt. Dat is vervelend. Wil je een medewerker spreken?"),
        "emoji": _("Typ je vraag in een paar woorden. Dan zoek ik het antwoord voor je."),
    }
    return sentences[kind]


def crisis_intro(_: Translator) -> str:
    """Before the route, when content/help.yaml has no sentence for this kind."""
    return _("Dit klinkt heel moeilijk. Je hoeft dit niet alleen te doen. Hier is nu iemand voor je:")


def crisis_false_alarm(_: Translator) -> str:
    """Under the route: nobody is blamed when the bot misunderstood."""
    return _("Heb ik je verkeerd begrepen? Stel je vraag dan gerust nog een keer.")


def no_emergency(_: Translator) -> str:
    """The button under the route for who was misunderstood."""
    return _("Nee, ik ben niet in nood")


def glad_no_emergency(_: Translator) -> str:
    """After that button."""
    return _("Fijn om te horen. Typ je vraag gerust nog een keer.")


def read_source(_: Translator) -> str:
    """The button that opens the page behind an answer."""
    return _("Lees het bij de bron")


def contact_line(_: Translator, contact: Contact) -> str:
    """One contact in a list: who, how, when."""
    line = contact.line()
    return _("{contact} ({hours})").format(contact=line, hours=contact.hours) if contact.hours else line


def call(_: Translator, contact: Contact) -> str:
    """The button of a contact."""
    if contact.number:
        return _("Bel {name}: {number}").format(name=contact.name, number=contact.number)
    return contact.name
