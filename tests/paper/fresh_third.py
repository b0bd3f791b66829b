"""Fresh layouts, third part: drawn after the rules were mended by the first two, measured blind, then used as well."""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch, english


def public_body(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A school or hospital: «bezoldiging», the facts in a strip across the page."""
    s = Sheet()
    s.text(40, 40, f.employer, 11)
    s.text(40, 58, rng.choice(["Specificatie bezoldiging", "Salarisspecificatie"]), 11)
    strip = [
        ("Betreft maand", f"{MONTHS[f.start.month - 1]} {f.start.year}"),
        ("Datum overboeking", day_text(f.paid_on)),
        ("Heffingskorting toegepast", "ja" if f.credit else "nee"),
        ("BSN", f.bsn),
    ]
    for i, (label, value) in enumerate(strip):
        s.text(40 + 135 * i, 84, label, 7.5)
        s.text(40 + 135 * i, 97, value, 9)
    rows = [
        (rng.choice(["Bezoldiging", "Salaris volgens schaal"]), f.gross),
        (rng.choice(["Bruto bezoldiging", "Totaal bruto"]), f.gross),
        ("Pensioenbijdrage", -f.pension),
        (rng.choice(["Loonheffing/premie volksverz.", "Loonheffing"]), -f.tax),
        (rng.choice(["Netto bezoldiging", "Netto"]), f.net),
        ("Tegemoetkoming reiskosten", f.travel),
        (rng.choice(["Op IBAN overgemaakt", "Over te maken bedrag"]), f.paid),
    ]
    s.text(360, 126, "Bedrag", 8, right=True)
    s.text(520, 126, rng.choice(["Jaartotaal", "Totaal 2026"]), 8, right=True)
    for i, (label, cents) in enumerate(rows):
        s.text(40, 142 + 14 * i, label, 9)
        s.text(360, 142 + 14 * i, dutch(cents), 9, right=True)
        s.text(520, 142 + 14 * i, dutch(cents * 4), 9, right=True)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, contains_bsn=True)


def plain_words(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A young agency that writes as it speaks."""
    s = Sheet()
    s.text(50, 60, "Jouw loonstrook", 18)
    s.text(50, 84, f"Je werkte voor {f.employer}", 10)
    s.text(50, 100, f"Werkgever: {f.employer}", 10)
    s.text(50, 116, f"Gewerkt van {day_text(f.start)} t/m {day_text(f.end)}", 10)
    s.text(50, 132, f"{rng.choice(['Je loon is betaald op', 'Betaald op'])} {day_text(f.paid_on)}", 10)
    rows = [
        (rng.choice(["Je verdiende bruto", "Bruto verdiend"]), f.gross),
        ("Naar je pensioen", -f.pension),
        (rng.choice(["Loonheffing", "Naar de Belastingdienst (loonheffing)"]), -f.tax),
        (rng.choice(["Netto verdiend", "Netto loon"]), f.net),
        ("Reiskosten", f.travel),
        (rng.choice(["Dit krijg je op je rekening", "Uitbetaald op je rekening"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(50, 170 + 22 * i, label, 11)
        s.text(420, 170 + 22 * i, "€ " + dutch(cents), 11, right=True)
    left_out = ("hours", "tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "week", *left_out)


def plus_and_minus(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A franchise shop: what is added in one column, what goes off in the other, with shortened words."""
    s = Sheet()
    s.text(40, 42, f.employer, 12)
    s.text(40, 60, f"Loonstrook {MONTHS[f.start.month - 1]} {f.start.year}", 10)
    s.text(40, 76, f"{rng.choice(['Bet. datum', 'Betaaldatum'])}: {day_text(f.paid_on)}", 9)
    s.text(40, 90, f"L.H.-korting: {'ja' if f.credit else 'nee'}", 9)
    s.text(380, 114, "Bij", 8, right=True)
    s.text(480, 114, "Af", 8, right=True)
    rows: list[tuple[str, int, bool]] = [
        ("Loon", f.gross, True),
        (rng.choice(["Subtotaal bruto", "Brutoloon"]), f.gross, True),
        ("Pens. premie", f.pension, False),
        (rng.choice(["Loonheff.", "L.H."]), f.tax, False),
        (rng.choice(["Subtotaal netto", "Nettoloon"]), f.net, True),
        ("Reisk. verg.", f.travel, True),
        (rng.choice(["Uit te bet.", "Totaal bank"]), f.paid, True),
    ]
    for i, (label, cents, plus) in enumerate(rows):
        s.text(40, 130 + 14 * i, label, 9)
        s.text(380 if plus else 480, 130 + 14 * i, dutch(cents), 9, right=True)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out)


def warehouse(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """English for a warehouse of a Dutch firm, four weeks, with a column of the year."""
    s = Sheet()
    s.text(40, 44, f.employer, 12)
    s.text(40, 64, rng.choice(["Wage specification", "Payslip"]), 12)
    head = [
        (rng.choice(["Wage period", "Period"]), f"{day_text(f.start)} - {day_text(f.end)}"),
        ("Cycle", "4 weeks"),
        (rng.choice(["Payout date", "Paid on"]), day_text(f.paid_on)),
        ("Wage tax credit", "yes" if f.credit else "no"),
        ("Hours paid", f"{f.hours:.2f}"),
    ]
    for i, (label, value) in enumerate(head):
        s.text(40, 90 + 13 * i, label, 9)
        s.text(170, 90 + 13 * i, value, 9)
    s.text(340, 172, rng.choice(["Current", "This period"]), 8, right=True)
    s.text(480, 172, "Year to date", 8, right=True)
    rows = [
        (rng.choice(["Gross wages", "Gross wage total"]), f.gross),
        ("Less: pension", -f.pension),
        (rng.choice(["Less: wage tax", "Wage tax deducted"]), -f.tax),
        (rng.choice(["Net wages", "Net wage total"]), f.net),
        ("Travel costs", f.travel),
        (rng.choice(["Payout", "Amount to bank"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 188 + 14 * i, label, 9)
        for x, times in ((340, 1), (480, 7)):
            s.text(x, 188 + 14 * i, ("-" if cents < 0 else "") + english(abs(cents) * times), 9, right=True)
    left_out = ("holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "four_weeks", *left_out)
