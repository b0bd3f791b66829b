"""Every sentence about the client's own papers: where each one stands."""

from __future__ import annotations

from datetime import date

from bot.income.paper import Paper, PaperState
from bot.language import Translator


def head(_: Translator) -> str:
    return _("Je papieren:")


def nothing(_: Translator) -> str:
    return _("Ik heb nog geen papieren van je.")


def line(_: Translator, paper: Paper, day: date, *, checked: bool) -> str:
    """One paper: what it is, where it stands, its number and the day on which it came."""
    state = _("nagekeken door je klantmanager.") if checked else _state(_, paper.state)
    came = _("Nummer {number}, ontvangen op {day}.").format(number=paper.number, day=_.short_day(day))
    return f"• {name(_, paper)}: {state} {came}"


def name(_: Translator, paper: Paper) -> str:
    """What it is, as far as is known."""
    if paper.month:
        return _("Loonstrook van {month}").format(month=_.month(paper.month))
    return _("Brief") if paper.reading.get("letter") else _("Papier")


def check_button(_: Translator, number: str) -> str:
    return _("👀 Kijk {number} na").format(number=number)


def _state(_: Translator, state: PaperState) -> str:
    return {
        "collecting": _("nog niet af. Stuur de andere bladzijden."),
        "to_confirm": _("wacht op jou. Kijk of alles klopt."),
        "confirmed": _("ontvangen. Je klantmanager kijkt hem nog na."),
        "for_human": _("ontvangen. Je klantmanager kijkt ernaar."),
        "withdrawn": _("ingetrokken."),
    }[state]
