"""Every sentence about last days and reminders."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from bot.deadlines.terms import Term, TermKind
from bot.language import Translator


def work_out_button(_: Translator) -> str:
    """Under an answer about a term."""
    return _("📅 Reken mijn laatste dag uit")


def ask_day(_: Translator, kind: TermKind) -> str:
    """Which day the client is asked for."""
    return {
        "bezwaar": _(
            "Wanneer is je brief verstuurd? Kijk op je brief bij «verzonden» of «verzenddatum». "
            "Staat dat er niet? Neem dan de datum boven aan de brief."
        ),
        "ww": _("Wat is je eerste dag zonder werk? Meestal is dat de dag na het einde van je contract."),
        "btw": _("Over welke drie maanden gaat je btw-aangifte?"),
        "kor": _("Op welke dag wil je met de KOR beginnen?"),
        "printed": _("Welke datum staat in je brief als laatste dag?"),
        "betaling": _("Voor welke datum moet je betalen? Kijk in je brief."),
    }[kind]


def how_to_type(_: Translator) -> str:
    """Under the question for a day."""
    return _("Tik op een dag. Of typ de datum, bijvoorbeeld 3 november.")


def other_day_button(_: Translator) -> str:
    return _("Andere datum")


def unknown_day_button(_: Translator) -> str:
    return _("Ik weet de datum niet")


def unknown_day(_: Translator, kind: TermKind) -> str:
    where = (
        _("Kijk in je contract of in de brief over je ontslag.")
        if kind == "ww"
        else _("Kijk nog eens boven aan je brief, of op de envelop.")
    )
    return "\n".join(
        [
            _("Dat geeft niet. {where}").format(where=where),
            _("Vind je geen datum? Wacht dan niet en doe het vandaag."),
            _("Of tik op de knop. Dan kan iemand met je meekijken."),
        ]
    )


def choose_in_calendar(_: Translator) -> str:
    return _("Kies de dag. Met de pijlen ga je naar een andere maand. Typen mag ook.")


def not_a_day(_: Translator) -> str:
    return _("Die datum begrijp ik niet. Typ hem zo: 3 november, of 3-11. Of tik op een dag.")


def not_yet(_: Translator, day: date) -> str:
    return _("{day} is nog niet geweest. Kijk nog eens op je brief: op welke dag is hij verstuurd?").format(
        day=_.day(day)
    )


def day_label(_: Translator, day: date) -> str:
    """A day on a button, such as «ma 23 nov»."""
    return format_date(day, "EEE d MMM", locale=_.locale)


def quarter_label(_: Translator, start: date) -> str:
    """A quarter on a button, such as «oktober t/m december 2026»."""
    first, last = (format_date(start.replace(month=start.month + n), "LLLL", locale=_.locale) for n in (0, 2))
    return _("{first} t/m {last} {year}").format(first=first, last=last, year=start.year)


def last_day(_: Translator, term: Term, today: date) -> tuple[str, str]:
    """What the last day is, and the part of it that stands out."""
    paying_is_late = term.pay_by is not None and term.pay_by < today
    day = _.day(term.last_day if paying_is_late else term.act_by)
    if paying_is_late:
        return "\n".join([_("📅 Doe je btw-aangifte uiterlijk {day}.").format(day=day), _("Betaal vandaag nog.")]), day
    parts = [_last_day(_, term.kind).format(day=day)]
    if term.kind == "btw":
        parts.append(_("De aangifte zelf kan tot en met {day}.").format(day=_.day(term.last_day)))
    if term.act_by == today:
        parts.append(_("Dat is vandaag. Doe het nu."))
    else:
        parts.append(_("Doe het liever eerder. Wacht niet tot de laatste dag."))
    return "\n".join(parts), day


def _last_day(_: Translator, kind: TermKind) -> str:
    return {
        "bezwaar": _("📅 Je laatste dag om bezwaar te maken is {day}."),
        "ww": _("📅 Vraag je WW uiterlijk {day} aan."),
        "btw": _("📅 Zorg dat je btw uiterlijk {day} is betaald."),
        "kor": _("📅 Zorg dat je aanmelding voor de KOR uiterlijk {day} binnen is."),
        "printed": _("📅 Je laatste dag is {day}."),
        "betaling": _("📅 Zorg dat je uiterlijk {day} hebt betaald."),
    }[kind]


def how_it_was_counted(_: Translator, term: Term) -> str:
    """From which day, and by which rule; then what it is worth."""
    day = _.day(term.start)
    counted = {
        "bezwaar": _("Zo heb ik gerekend: je brief is verstuurd op {day}. Vanaf de dag erna heb je zes weken."),
        "ww": _("Zo heb ik gerekend: je eerste dag zonder werk is {day}. Je hebt dan een week."),
        "btw": _(
            "Zo heb ik gerekend: de laatste dag van de maand na je drie maanden. Je geld moet dan al binnen zijn."
        ),
        "kor": _("Zo heb ik gerekend: je wilt beginnen op {day}. Daarvoor moeten vier hele weken zitten."),
        "printed": "",
        "betaling": "",
    }[term.kind].format(day=day)
    lines = [counted] if counted else []
    if term.moved:
        lines.append(_("De zes weken eindigen in een weekend of op een feestdag. Daarom telt de eerste werkdag erna."))
    return "\n".join([*lines, check_your_letter(_, term.kind)])


def check_your_letter(_: Translator, kind: TermKind) -> str:
    """Where to check the day, what it is worth, and who decides."""
    indication = _("Dit is een indicatie. Je kunt hier geen rechten aan ontlenen.")
    match kind:
        case "bezwaar":
            return _("Controleer de datum op je brief.") + " " + indication
        case "ww":
            return _("Controleer de datum op uwv.nl. UWV beslist over je WW.") + " " + indication
        case "btw" | "kor":
            return _("Controleer de datum bij de Belastingdienst. Die beslist.") + " " + indication
        case _:
            return _("Deze dag heb je zelf gekozen. Controleer hem op je brief.")


def too_late(_: Translator, term: Term) -> str:
    """The last day is past; nobody is blamed, and there is something to do."""
    return {
        "bezwaar": _(
            "Is je brief verstuurd op {start}? Dan was {day} de laatste dag. Misschien kun je toch nog iets doen."
        ),
        "ww": _(
            "{day} was de laatste dag. Vraag je WW vandaag nog aan op uwv.nl. "
            "Je WW kan dan lager zijn of later beginnen. UWV beslist daarover."
        ),
        "btw": _(
            "{day} was de laatste dag. Doe vandaag nog aangifte, en betaal. "
            "Kun je niet betalen? Bel de Belastingdienst."
        ),
        "kor": _(
            "Voor een start op {start} moest je aanmelding uiterlijk {day} binnen zijn. "
            "Kies een latere dag om te beginnen."
        ),
        "printed": _("{day} is al voorbij. Bel vandaag nog het nummer op je brief en vraag wat er nog kan."),
        "betaling": _(
            "{day} is al voorbij. Bel vandaag nog het nummer op je brief en vraag om uitstel of een regeling."
        ),
    }[term.kind].format(day=_.day(term.last_day), start=_.day(term.start))
