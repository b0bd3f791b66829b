"""Fresh layouts, sixth part: drawn after rules were mended by the fourth part, before any was by the fifth."""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch


def cleaning(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A cleaning firm: a table with days, hours and wage, and the year in a block of its own below."""
    s = Sheet()
    s.text(320, 38, f.employer, 10)
    s.text(40, 38, rng.choice(["LOONSTROOK", "Loonspecificatie"]), 13)
    head = [
        (rng.choice(["Periode", "4-weken periode"]), f"{day_text(f.start)} t/m {day_text(f.end)}"),
        (rng.choice(["Betaald per", "Loon betaald op"]), day_text(f.paid_on)),
        (rng.choice(["Heffingskorting", "Met heffingskorting"]), "Ja" if f.credit else "Nee"),
        (rng.choice(["Uren verloond", "Uren"]), f"{f.hours:.2f}".replace(".", ",")),
    ]
    for i, (label, value) in enumerate(head):
        s.text(40, 64 + 13 * i, label, 8.5)
        s.text(150, 64 + 13 * i, value, 8.5)
    rows = [
        ("Loon schoonmaak", f.gross),
        (rng.choice(["Totaal brutoloon", "Bruto periode"]), f.gross),
        (rng.choice(["Premie bpf", "Pensioen BPF Schoonmaak"]), -f.pension),
        (rng.choice(["Loonheffing 4-weken tabel", "Loonheffing (wit)"]), -f.tax),
        (rng.choice(["Totaal nettoloon", "Netto periode"]), f.net),
        (rng.choice(["Reisgeld", "Reiskosten netto"]), f.travel),
        (rng.choice(["Wordt gestort", "Uitbetaling bank"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 136 + 13 * i, label, 8.5)
        s.text(420, 136 + 13 * i, dutch(cents), 8.5, right=True)
    s.text(40, 244, rng.choice(["Cumulatieven", "Jaartotalen"]), 9)
    for i, (label, cents) in enumerate((("Bruto", f.gross * 6), ("Loonheffing", f.tax * 6), ("Netto", f.net * 6))):
        s.text(40, 257 + 12 * i, label, 8)
        s.text(420, 257 + 12 * i, dutch(cents), 8, right=True)
    return [s], printed(f, "four_weeks", "holiday_accrued_cents", "holiday_balance_cents")


def payroll_desk(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """Payrolling: what stays after each step is a line of its own, with the wage for the tax between."""
    s = Sheet()
    s.text(40, 40, f"{rng.choice(['Salarisspecificatie', 'Salarisoverzicht'])} {f.start.month:02d}/{f.start.year}", 13)
    s.text(40, 60, f"Formele werkgever: {f.employer}", 9)
    s.text(40, 74, "Opdrachtgever: Verzonnen Winkel West", 9)
    s.text(40, 88, f"{rng.choice(['Overboekingsdatum', 'Uitbetaling vindt plaats op'])}: {day_text(f.paid_on)}", 9)
    s.text(40, 102, f"Loonheffingskorting: {'ja' if f.credit else 'nee'}", 9)
    rows = [
        (rng.choice(["Salaris", "Vast loon"]), f.gross),
        (rng.choice(["Totaal bruto", "Bruto inkomsten"]), f.gross),
        (rng.choice(["Pensioenafdracht", "Eigen bijdrage pensioen"]), -f.pension),
        (rng.choice(["Loon voor loonheffing", "Fiscaal loon"]), f.gross - f.pension),
        (rng.choice(["Loonheffing", "Inhouding LB/PVV"]), -f.tax),
        (rng.choice(["Netto inkomsten", "Nettoloon"]), f.net),
        (rng.choice(["Declaratie kilometers", "Vergoeding OV"]), f.travel),
        (rng.choice(["Totaal uitbetaling", "Eindbedrag"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 130 + 15 * i, label, 9)
        s.text(330, 130 + 15 * i, dutch(cents), 9, right=True)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out)


def hotel(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """Dutch and English under each other in every label, amounts with a euro sign in front."""
    s = Sheet()
    s.text(40, 40, f.employer, 13)
    s.text(40, 58, f"Loonstrook / Payslip {MONTHS[f.start.month - 1]} {f.start.year}", 10)
    s.text(40, 76, f"{rng.choice(['Betaaldatum / Pay date', 'Betaald op / Paid on'])}: {day_text(f.paid_on)}", 8.5)
    s.text(40, 90, f"BSN: {f.bsn}", 8.5)
    rows = [
        (rng.choice(["Brutoloon / Gross wage", "Bruto / Gross"]), f.gross),
        ("Pensioen / Pension", -f.pension),
        (rng.choice(["Loonheffing / Payroll tax", "Loonheffing / Tax"]), -f.tax),
        (rng.choice(["Nettoloon / Net wage", "Netto / Net"]), f.net),
        ("Reiskosten / Travel", f.travel),
        (rng.choice(["Te ontvangen / To receive", "Uitbetaling / Payment"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 118 + 18 * i, label, 8.5)
        s.text(400, 118 + 18 * i, ("- " if cents < 0 else "") + "€ " + dutch(abs(cents)), 8.5, right=True)
    left_out = ("hours", "tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, contains_bsn=True)


def weekly_grid(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A grower: three boxes to a row, the label small above the amount, weeks by number."""
    year, week, _ = f.start.isocalendar()
    s = Sheet()
    s.text(40, 40, f"{rng.choice(['Weekloonstrook', 'Loonbriefje'])} week {week} - {year}", 12)
    s.text(40, 60, f"Werkgever {f.employer}", 9)
    boxes = [
        (rng.choice(["Betaaldag", "Datum uitbetaling"]), day_text(f.paid_on)),
        (rng.choice(["Gewerkte uren", "Aantal uren"]), f"{f.hours:.2f}".replace(".", ",")),
        (rng.choice(["LH-korting", "Loonheffingskorting"]), "ja" if f.credit else "nee"),
        (rng.choice(["Bruto weekloon", "Brutoloon week"]), dutch(f.gross)),
        (rng.choice(["Pensioenpremie", "Pensioen"]), dutch(f.pension)),
        (rng.choice(["Loonheffing", "Ingeh. loonheffing"]), dutch(f.tax)),
        (rng.choice(["Netto weekloon", "Nettoloon week"]), dutch(f.net)),
        (rng.choice(["Reisvergoeding", "Reiskosten"]), dutch(f.travel)),
        (rng.choice(["Per bank betaald", "Bedrag op bank"]), dutch(f.paid)),
    ]
    for i, (label, value) in enumerate(boxes):
        x, y = 40 + 175 * (i % 3), 90 + 40 * (i // 3)
        s.text(x, y, label, 7.5)
        s.text(x, y + 14, value, 10)
    return [s], printed(f, "week", "holiday_accrued_cents", "holiday_balance_cents")
