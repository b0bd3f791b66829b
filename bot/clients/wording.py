"""Every sentence about who you are: the welcome, consent, language, menu and commands."""

from __future__ import annotations

from bot.language import Translator


def choose_language() -> str:
    """Asked before a language is known, so in the languages themselves."""
    return "👋 Kies je taal · Choose your language · Dilini seç · اختر لغتك · Wybierz język · Обери мову"


def welcome(_: Translator, municipality: str) -> str:
    return _(
        "Hallo! Ik ben de hulp-bot van de gemeente {municipality}.\n\n"
        "Dit kan ik voor je doen:\n"
        "• Ik beantwoord vragen over brieven, werk en uitkering, toeslagen, WW en BTW.\n"
        "• Ik neem je loonstrook aan. Je krijgt een ontvangstbewijs.\n"
        "• Ik breng je bij je eigen klantmanager.\n\n"
        "Mijn antwoorden zijn geschreven en gecontroleerd door mensen. Weet ik iets niet? Dan zeg ik dat."
    ).format(municipality=municipality)


def general_only(_: Translator) -> str:
    return _(
        "Je kunt mij nu algemene vragen stellen. Ik bewaar daarvan niet wie je bent en wat je vroeg.\n\n"
        "Wil je ook een loonstrook sturen of je klantmanager spreken? Vraag je klantmanager om een "
        "persoonlijke uitnodiging voor deze bot."
    )


def consent_question(_: Translator, name: str, caseworker: str, months: int) -> str:
    return _(
        "Welkom {name}. Je bent gekoppeld aan je klantmanager {caseworker}.\n\n"
        "Wat ik bewaar: onze berichten, je loonstroken en wat je daarover bevestigt. "
        "Alles is versleuteld. Alleen je klantmanager en een vervanger kunnen het zien. "
        "De inkomensconsulent krijgt je nagekeken loonstroken. "
        "Elke keer dat iemand kijkt, schrijf ik op. Jij kunt dat lezen bij Mijn gegevens.\n"
        "Ik bewaar het hoogstens {months} maanden na ons laatste contact.\n\n"
        "Vind je dat goed? Je kunt altijd stoppen met /stop."
    ).format(name=name, caseworker=caseworker, months=months)


def consent_yes(_: Translator) -> str:
    return _("Ja, dat is goed")


def consent_no(_: Translator) -> str:
    return _("Nee, liever niet")


def consent_given(_: Translator) -> str:
    return _("Dank je wel. Stel gerust je vraag, of kies hieronder.")


def consent_refused(_: Translator) -> str:
    return _(
        "Dat is goed. Je kunt mij nog steeds algemene vragen stellen. Daarvan bewaar ik niets. "
        "Bedenk je je? Tik dan op deze knop."
    )


def consent_needed(_: Translator) -> str:
    return _(
        "Hiervoor moet ik iets van je bewaren. Dat mag alleen als jij dat goed vindt. Lees hieronder wat ik bewaar."
    )


def ready(_: Translator) -> str:
    return _("Stel gerust je vraag, of kies hieronder.")


def menu_ask(_: Translator) -> str:
    return _("❓ Stel een vraag")


def menu_payslip(_: Translator) -> str:
    return _("📄 Loonstrook sturen")


def menu_person(_: Translator) -> str:
    return _("👤 Mijn klantmanager")


def menu_data(_: Translator) -> str:
    return _("🔒 Mijn gegevens")


def ask_away(_: Translator) -> str:
    return _("Typ je vraag in je eigen woorden. Een paar woorden zijn genoeg.")


def ask_the_bot(_: Translator, caseworker: str) -> str:
    return _(
        "Typ je vraag. Deze ene vraag beantwoord ik zelf. Daarna gaat alles wat je typt weer naar {caseworker}."
    ).format(caseworker=caseworker)


def language_set(_: Translator) -> str:
    return _("Goed, vanaf nu schrijf ik in het Nederlands.")


def invitation_wrong(_: Translator) -> str:
    return _(
        "Deze uitnodiging werkt niet (meer). Misschien is hij al gebruikt of verlopen. "
        "Vraag je klantmanager om een nieuwe. Algemene vragen kun je nu al stellen."
    )


def invitation_too_often(_: Translator) -> str:
    return _("Er zijn te veel verkeerde uitnodigingen geprobeerd. Probeer het over een uur weer.")


def needs_invitation(_: Translator) -> str:
    return _(
        "Dit kan alleen als ik weet wie je bent. Vraag je klantmanager om een persoonlijke uitnodiging "
        "voor deze bot. Met die link of QR-code ben je in één keer gekoppeld."
    )


def stopped(_: Translator) -> str:
    return _(
        "Ik stuur je geen berichten meer. Je uitkering verandert daar niet door. "
        "Wil je weer beginnen? Stuur dan /start."
    )


def stopped_with_case(_: Translator, caseworker: str) -> str:
    return _(
        "Ik stuur je geen berichten meer. {caseworker} ziet dat en kan je bellen of een brief sturen. "
        "Wil je weer beginnen? Stuur dan /start."
    ).format(caseworker=caseworker)


def back_again(_: Translator) -> str:
    return _("Fijn dat je er weer bent.")


def unsupported(_: Translator) -> str:
    return _(
        "Dit soort bericht kan ik nog niet gebruiken. Wat wel kan: typ je vraag, "
        "of stuur je loonstrook als PDF of foto."
    )


def something_went_wrong(_: Translator) -> str:
    return _(
        "Het spijt me, er ging bij mij iets mis met je bericht. Het ligt niet aan jou. "
        "Stuur het alsjeblieft nog een keer, of tik op Mijn klantmanager."
    )


def old_button(_: Translator) -> str:
    return _("Deze knop werkt niet meer. Kies hieronder opnieuw.")


def commands(_: Translator) -> dict[str, str]:
    """The commands menu: name -> what it does, at most 256 characters."""
    return {
        "menu": _("Toon de knoppen"),
        "taal": _("Kies een andere taal"),
        "privacy": _("Wat bewaart de bot van mij?"),
        "stop": _("Stop met berichten"),
        "start": _("Begin opnieuw"),
    }
