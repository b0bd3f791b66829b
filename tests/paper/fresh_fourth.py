"""Fresh layouts, fourth part: drawn after the rules were mended by the others. Only measured."""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch, english


def transport(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A haulier, thirteen periods: the wage for social insurance stands beside the gross wage as a trap."""
    s = Sheet()
    s.text(40, 40, rng.choice(["Loonstaat", "Loonstrook"]), 13)
    s.text(40, 58, f.employer, 10)
    index = (f.start.isocalendar().week - 1) // 4 + 1
    head = [
        (rng.choice(["Loonperiode", "Periodenummer"]), f"{index:02d} ({day_text(f.start)} t/m {day_text(f.end)})"),
        (rng.choice(["Uitbetaaldatum", "Betaalbaar op"]), day_text(f.paid_on)),
        ("Korting loonheffing", "J" if f.credit else "N"),
        ("Totaal uren", f"{f.hours:.2f}".replace(".", ",")),
    ]
    for i, (label, value) in enumerate(head):
        s.text(330, 40 + 13 * i, label, 8)
        s.text(440, 40 + 13 * i, value, 8)
    rows = [
        (rng.choice(["Chauffeursloon", "Functieloon"]), f.gross),
        (rng.choice(["Totaal brutoloon", "Bruto totaalloon"]), f.gross),
        ("Loon sociale verzekeringen", f.gross - f.pension),
        ("Premie pensioenfonds vervoer", -f.pension),
        (rng.choice(["Loonheffingen", "Inh. loonheffing"]), -f.tax),
        (rng.choice(["Nettoloon", "Netto periodeloon"]), f.net),
        ("Onkosten reizen", f.travel),
        (rng.choice(["Totaal netto uitbetaling", "Aan u betaald"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 120 + 14 * i, label, 9)
        s.text(330, 120 + 14 * i, dutch(cents), 9, right=True)
    return [s], printed(f, "four_weeks", "holiday_accrued_cents", "holiday_balance_cents")


def home_care(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A care organisation: a bank account in the last line, three columns of amounts."""
    s = Sheet()
    s.text(40, 44, f"Uw {rng.choice(['salarisspecificatie', 'loonspecificatie'])}", 14)
    s.text(40, 64, f.employer, 10)
    s.text(40, 84, f"{rng.choice(['Salarismaand', 'Maand'])} {MONTHS[f.start.month - 1]} {f.start.year}", 9)
    s.text(40, 98, f"{rng.choice(['Uitbetaling op', 'Op uw rekening op'])} {day_text(f.paid_on)}", 9)
    s.text(300, 84, f"Loonheffingskorting: {'wel' if f.credit else 'niet'} toegepast", 9)
    s.text(300, 98, f"Burgerservicenr. {f.bsn}", 9)
    for x, head in ((330, "Grondslag"), (430, "Deze maand"), (540, "Dit jaar")):
        s.text(x, 126, head, 8, right=True)
    rows = [
        (rng.choice(["Salaris", "Maandsalaris"]), None, f.gross),
        (rng.choice(["Bruto totaal deze maand", "Totaal bruto"]), None, f.gross),
        ("Pensioen PFZW", f.gross, -f.pension),
        (rng.choice(["Loonheffing groene tabel", "Ingehouden loonheffing"]), f.gross - f.pension, -f.tax),
        (rng.choice(["Netto totaal deze maand", "Totaal netto"]), None, f.net),
        ("Reiskosten woon-werk", None, f.travel),
        (rng.choice(["Naar rekening NL00BANK0123456789", "Betaling op rekening"]), None, f.paid),
    ]
    for i, (label, base, cents) in enumerate(rows):
        y = 142 + 14 * i
        s.text(40, y, label, 9)
        if base is not None:
            s.text(330, y, dutch(base), 9, right=True)
        s.text(430, y, dutch(cents), 9, right=True)
        s.text(540, y, dutch(cents * 3), 9, right=True)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, contains_bsn=True)


def tip_jar(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A café: the gross wage of an hour comes first, as a trap, and tips are added to the net wage."""
    tips = 2750
    s = Sheet()
    s.text(60, 50, f.employer, 12)
    s.text(60, 68, f"{rng.choice(['Loonstrook', 'Loonbrief'])} over {MONTHS[f.start.month - 1]} {f.start.year}", 10)
    rows = [
        ("Bruto uurloon", "15,21"),
        ("Aantal uren", f"{f.hours:.2f}".replace(".", ",")),
        (rng.choice(["Bruto loon", "Bruto maandloon"]), dutch(f.gross)),
        ("Pensioen", dutch(-f.pension)),
        (rng.choice(["Inhouding loonheffing", "Loonheffing"]), dutch(-f.tax)),
        (rng.choice(["Netto loon", "Netto maandloon"]), dutch(f.net)),
        ("Reiskosten", dutch(f.travel)),
        ("Fooien", dutch(tips)),
        (rng.choice(["Uit te betalen netto", "Uitbetaald bedrag"]), dutch(f.paid + tips)),
    ]
    for i, (label, value) in enumerate(rows):
        s.text(60, 96 + 17 * i, label, 10)
        s.text(360, 96 + 17 * i, value, 10, right=True)
    s.text(60, 264, f"{rng.choice(['Betaald op', 'Betaaldatum'])}: {day_text(f.paid_on)}", 10)
    left_out = ("tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, paid_cents=f.paid + tips)


def earnings_statement(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """English, a label above each amount, two to a row."""
    s = Sheet()
    s.text(40, 44, rng.choice(["Earnings statement", "Pay statement"]), 14)
    boxes = [
        ("Employer name", f.employer),
        (rng.choice(["Month", "Payroll period"]), f"{day_text(f.start)} - {day_text(f.end)}"),
        (rng.choice(["Pay day", "Payment date"]), day_text(f.paid_on)),
        ("Tax credit", "Yes" if f.credit else "No"),
        (rng.choice(["Gross monthly pay", "Gross pay"]), english(f.gross)),
        ("Pension", english(f.pension)),
        (rng.choice(["Tax (loonheffing)", "Wage tax"]), english(f.tax)),
        (rng.choice(["Net monthly pay", "Net pay"]), english(f.net)),
        ("Travel", english(f.travel)),
        (rng.choice(["Paid to bank", "Total paid to you"]), english(f.paid)),
    ]
    for i, (label, value) in enumerate(boxes):
        x, y = 40 + 270 * (i % 2), 90 + 44 * (i // 2)
        s.text(x, y, label, 8)
        s.text(x, y + 15, value, 11)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out)
