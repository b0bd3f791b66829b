"""Questions about a payslip that is not the one that was to be expected."""

from __future__ import annotations

from datetime import date

from bot.language import Translator


def month_again(_: Translator, month: date, number: str) -> str:
    return _(
        "❓ Van {month} heb ik al een loonstrook: {number}. "
        "Is dit van een andere baan, of een verbeterde loonstrook? Dan kun je hem gewoon bevestigen."
    ).format(month=_.month(month), number=number)


def said_no_income(_: Translator, month: date) -> str:
    return _(
        "❓ Over {month} gaf je eerder door: geen loon. "
        "Kreeg je toch loon? Dan kun je deze loonstrook gewoon bevestigen."
    ).format(month=_.month(month))


def month_unusual(_: Translator, month: date) -> str:
    return _(
        "❓ Deze loonstrook is van {month}. Is dat de maand die je bedoelt? Dan kun je hem gewoon bevestigen."
    ).format(month=_.month(month))


def other_name(_: Translator) -> str:
    return _(
        "❓ Er staat een andere naam op dan op je vorige loonstroken. Is deze loonstrook van jou? "
        "Dan kun je hem gewoon bevestigen. Is hij van iemand anders? Stuur mij dan je eigen loonstrook."
    )
