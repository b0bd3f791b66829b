"""What clients read when somebody else takes over."""

from __future__ import annotations

from datetime import date

from bot.language import Translator


def handed_over(_: Translator, name: str) -> str:
    return _(
        "Je hebt een nieuwe klantmanager: {name}. {name} leest vanaf nu wat je hier stuurt. Je hoeft niets te doen."
    ).format(name=name)


def away(_: Translator, name: str, substitute: str, first: str, last: str) -> str:
    return _(
        "{name} is er niet van {first} tot en met {last}. {substitute} neemt het zolang over. "
        "Je hoeft niets te doen: schrijf gewoon hier."
    ).format(name=name, substitute=substitute, first=_day(_, first), last=_day(_, last))


def back(_: Translator, name: str) -> str:
    return _("{name} is er weer en leest weer wat je hier stuurt.").format(name=name)


def late(_: Translator, name: str, substitute: str, number: str) -> str:
    return _(
        "Sorry dat je moest wachten. {name} kon nog niet antwoorden op je vraag {number}. "
        "{substitute} kijkt er nu ook naar."
    ).format(name=name, substitute=substitute, number=number)


def to_team(_: Translator, number: str) -> str:
    return _(
        "Sorry dat je moest wachten. Je vraag {number} ligt nu bij het hele team. "
        "De eerste collega die kan, antwoordt je hier."
    ).format(number=number)


def taken(_: Translator, name: str, number: str) -> str:
    return _("{name} heeft je vraag {number} opgepakt en antwoordt je hier.").format(name=name, number=number)


def referred(_: Translator, service: str, lines: list[str]) -> str:
    """The contact card of a service; `lines` are the number, the hours and the address."""
    head = _("Hier kunnen ze je hiermee helpen: {service}.").format(service=service)
    return "\n".join([head, *lines, "", _("Lukt het daar niet? Schrijf het mij dan hier.")])


def _day(_: Translator, iso: str) -> str:
    return _.short_day(date.fromisoformat(iso))
