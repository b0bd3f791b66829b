"""Every sentence about photos: progress, what would make a better one, pages, and doubtful spots."""

from __future__ import annotations

from bot.language import Translator


def reading_photo(_: Translator) -> str:
    return _("Ik heb je foto gezien. Ik haal hem op en lees hem. Dat duurt een paar tellen…")


def pages_seen(_: Translator, done: int, seen: int) -> str:
    """How far a delivery of several photos is."""
    if done == 0:
        return _.plural("Ik heb {number} foto gezien…", "Ik heb {number} foto's gezien. Ik lees ze één voor één…", seen)
    return _("Bladzijde {done} van {seen} is binnen. Nog even geduld…").format(done=done, seen=seen)


def is_this_all(_: Translator, pages: int) -> str:
    return _.plural(
        "Ik heb {number} bladzijde. Is dit alles?",
        "Ik heb {number} bladzijden, in de volgorde waarin je ze stuurde. Is dit alles?",
        pages,
    )


def this_is_all(_: Translator) -> str:
    return _("✅ Ja, dit is alles")


def one_more_page(_: Translator) -> str:
    return _("➕ Nog een bladzijde")


def send_next_page(_: Translator) -> str:
    return _("Stuur de volgende bladzijde maar. Ik zet hem erbij.")


def reading_pages(_: Translator, pages: int) -> str:
    return _.plural(
        "Ik lees nu {number} bladzijde. Dat duurt een paar tellen…",
        "Ik lees nu {number} bladzijden samen. Dat duurt een paar tellen…",
        pages,
    )


def most_pages(_: Translator, most: int) -> str:
    text = _("Een loonstrook mag hoogstens {most} bladzijden hebben. Stuur alleen de loonstrook zelf.")
    return text.format(most=most)


def please_again(_: Translator, reason: str) -> str:
    """One clear sentence about what is wrong, and one about what helps."""
    kinds = {
        "dark": _("De foto is te donker om te lezen. Doe een lamp aan of ga bij het raam staan."),
        "blurred": _(
            "De foto is niet scherp. Leg het papier op tafel, houd je telefoon stil en tik op het papier "
            "om scherp te stellen."
        ),
        "small": _(
            "De letters zijn te klein om te lezen. Ga dichterbij, zodat het papier het hele beeld vult. "
            "Of stuur de foto als bestand: tik op 📎 en kies Bestand. Dan blijft hij scherp."
        ),
        "cut_off": _("Er valt een stuk van het papier buiten de foto. Zorg dat alle hoeken erop staan."),
        "blank": _("Op deze foto zie ik een leeg papier. Staat de loonstrook op de andere kant?"),
        "no_print": _("Op deze foto zie ik geen tekst. Maak een foto van de loonstrook zelf, recht van boven."),
        "several_on_page": _(
            "Hier staan meer loonstroken op één bladzijde. Ik kan ze niet goed uit elkaar houden. "
            "Maak van elke loonstrook een eigen foto."
        ),
    }
    other = _("Ik kan deze foto niet goed lezen. Maak hem nog een keer, recht van boven en in goed licht.")
    return kinds.get(reason, other)


def which_photo(_: Translator, number: int) -> str:
    """Above what is wrong, when there are several photos."""
    return _("Foto {number}:").format(number=number)


def look_at_the_frame(_: Translator) -> str:
    return _("Kijk naar het rode vak.")


def send_new_photo(_: Translator) -> str:
    return _("Stuur een nieuwe foto. Lukt dat niet? Dan leest een mens deze foto.")


def let_a_person_read(_: Translator) -> str:
    return _("Laat een mens deze foto lezen")


def doubtful_spots(_: Translator, count: int) -> str:
    return _.plural(
        "Bij {number} regel twijfel ik. Hieronder zie je de plek op je papier.",
        "Bij {number} regels twijfel ik. Hieronder zie je de plekken op je papier.",
        count,
    )


def doubtful_spot(_: Translator, label: str, value: str) -> str:
    """Under a cut-out: what was read there."""
    return _("{field}: ik lees {value}. Staat dat er?").format(field=label, value=value)


def correct_this(_: Translator, label: str) -> str:
    return _("✏️ {field} verbeteren").format(field=label)


def person_reads_photo(_: Translator, caseworker: str) -> str:
    return _(
        "Wat gebeurt er nu? Ik kan deze foto niet goed genoeg lezen. {caseworker} leest hem. "
        "Is er iets nodig? Dan hoor je dat hier. Bewaar dit bericht als bewijs."
    ).format(caseworker=caseworker)


def page_there_already(_: Translator) -> str:
    return _("Deze foto had ik al. Hij telt één keer.")
