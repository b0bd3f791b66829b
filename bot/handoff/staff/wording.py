"""What staff read in Telegram: linking, notices and cards. In Dutch only."""

from __future__ import annotations

from bot.language import Translator


def linked(_: Translator, name: str) -> str:
    return _(
        "Gelukt. Dit account hoort nu bij {name} op de werkbank.\n\n"
        "Hier hoor je het als er iets is met een klant van jou. Op een kaart staat alleen de naam. "
        "Lezen en antwoorden doe je met de knoppen, of door de kaart te beantwoorden.\n\n"
        "Stoppen? Typ /stop. Of ontkoppel het op de werkbank, bij Mijn aanmelding."
    ).format(name=name)


def linked_already(_: Translator, name: str) -> str:
    return _("Dit account hoort al bij {name}. Ontkoppel het eerst met /stop.").format(name=name)


def is_a_client(_: Translator) -> str:
    return _(
        "Met dit account praat al een klant met de bot. Daarom kan het niet ook van een medewerker zijn: "
        "zo komt een bericht nooit bij de verkeerde. Gebruik een ander Telegram-account."
    )


def is_staff(_: Translator) -> str:
    return _(
        "Dit account is van een medewerker. De uitnodiging van een klant werkt hier niet. "
        "Zo komt een bericht nooit bij de verkeerde. Gebruik een ander Telegram-account."
    )


def wrong_code(_: Translator) -> str:
    return _("Deze code werkt niet (meer). Maak een nieuwe op de werkbank, bij Mijn aanmelding.")


def too_often(_: Translator) -> str:
    return _("Dat waren veel codes die niet werken. Probeer het over een uur nog eens.")


def unlinked(_: Translator, why: str) -> str:
    head = _("Dit account is ontkoppeld van de werkbank. Je krijgt hier geen meldingen meer.")
    return head if why == "left" else f"{head} {_('Je kunt het altijd weer koppelen.')}"


def how_it_works(_: Translator, name: str, *, topics: bool) -> str:
    how = (
        _("Antwoorden: schrijf in het onderwerp van de klant, of beantwoord een kaart.")
        if topics
        else _("Antwoorden: beantwoord een kaart (veeg hem naar links, of houd hem vast).")
    )
    return _(
        "Dit account hoort bij {name} op de werkbank. {how} "
        "Ik laat eerst zien wat naar wie gaat. Stoppen met meldingen: /stop."
    ).format(name=name, how=how)


def welcome_back(_: Translator) -> str:
    return _("Je krijgt hier weer meldingen. Wat er intussen was, zie je op de werkbank.")


def something_went_wrong(_: Translator) -> str:
    return _("Er ging iets mis bij ons. Er is niets naar een klant gestuurd. Probeer het opnieuw, of op de werkbank.")


def notice(_: Translator, what: str, name: str, why: str) -> str:
    """The first line of a card."""
    return {
        "new": _("📥 {name} heeft een vraag."),
        "urgent": _("🔴 Spoed: {name}. Lees het nu, of bel."),
        "message": _("💬 {name} schreef iets."),
        "failed": _("⚠️ Een bericht aan {name} is niet aangekomen. {why}"),
        "late": _("⏰ {name} wacht te lang. Jij vervangt nu."),
        "handed": _("🤝 {name} is nu jouw klant."),
        "taken": _("🙋 Jij pakt de vraag van {name} op."),
        "again": _("🔁 Het onderwerp van {name} was weg. Hier is het weer."),
    }[what].format(name=name, why=why).strip()


def failed_why(_: Translator, code: str) -> str:
    known = {
        "blocked": _("De klant heeft de bot geblokkeerd. Bel, of stuur een brief."),
        "chat_gone": _("Het account van de klant bestaat niet meer. Bel, of stuur een brief."),
        "uncertain": _("De verbinding viel weg. Misschien kwam het toch aan: vraag het de klant."),
    }
    return known.get(code, _("Stuur het opnieuw, of bel."))


def case_line(_: Translator, number: str, reason: str) -> str:
    return f"{number} · {reason}"


def team_case(_: Translator, number: str, reason: str) -> str:
    return _(
        "👥 Niet op tijd beantwoord: {number} · {reason}. Je ziet naam en vraag als je de vraag oppakt."
    ).format(number=number, reason=reason)


def substitute_today(_: Translator, name: str, number: str) -> str:
    return _("👋 Je vervangt {name}: {number} klanten. Je ziet ze op de werkbank.").format(name=name, number=number)


def many_handed(_: Translator, number: str) -> str:
    return _("🤝 Je hebt {number} klanten erbij. Je ziet ze op de werkbank.").format(number=number)


def read_button(_: Translator) -> str:
    return _("Lees hier")


def close_button(_: Translator) -> str:
    return _("Sluit met notitie")


def open_button(_: Translator) -> str:
    return _("Open op de werkbank")


def take_button(_: Translator, number: str) -> str:
    return _("Ik pak {number} op").format(number=number)


def topic_gone(_: Translator, name: str) -> str:
    return _(
        "Het onderwerp van {name} bestaat niet meer. Wat ik daar wilde zetten, is naar niemand gestuurd. "
        "Ik maak een nieuw onderwerp."
    ).format(name=name)


def no_such_topic(_: Translator) -> str:
    return _("Het onderwerp waarin je schreef, bestaat niet meer. Er is niets naar een klant gestuurd.")


def old_button(_: Translator) -> str:
    return _("Deze knop is te oud. Er is niets gebeurd. Kijk op de werkbank.")
