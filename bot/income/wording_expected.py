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


def more_net_than_gross(_: Translator) -> str:
    """The net wage is more than the gross wage."""
    return _("Het nettoloon is hoger dan het brutoloon. Dat komt bijna nooit voor. Kijk of het klopt.")


def more_tax_than_gross(_: Translator) -> str:
    """The wage tax is more than the gross wage."""
    return _("De loonheffing is hoger dan het brutoloon. Kijk of het klopt.")


def very_high_amount(_: Translator) -> str:
    """An amount of which a zero too many is likely."""
    return _("Een bedrag is heel hoog. Kijk of het klopt.")


def period_to_come(_: Translator) -> str:
    """The period of the payslip has not begun."""
    return _("Deze periode moet nog beginnen. Kijk of het klopt.")


def paid_far_away(_: Translator) -> str:
    """The day of payment lies months from the period."""
    return _("De dag van betalen ligt ver van de periode. Kijk of het klopt.")
