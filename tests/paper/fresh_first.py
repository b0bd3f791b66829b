"""Fresh layouts, first part: by these the rules were mended first. Drawn without looking at the lexicon.

They are made after how payroll programs look in general; all words on them are our own.
"""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet, width
from tests.paper.truth import MONTHS, Facts, dutch


def modern(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """An online program: employer at the right, one table, a panel with what was saved."""
    s = Sheet()
    s.text(40, 60, "Loonstrook", 20)
    s.text(40, 82, f"{MONTHS[f.start.month - 1].capitalize()} {f.start.year}", 12)
    for i, line in enumerate((f.employer, "Denkstraat 1", "1000 AA Nergenshuizen", "Loonheffingennr. 999990019L01")):
        s.text(380, 60 + 12 * i, line, 9)
    pairs = [
        ("Medewerker", "A. Verzonnen"),
        (rng.choice(["Salarisperiode", "Loonperiode"]), f"{day_text(f.start)} t/m {day_text(f.end)}"),
        (rng.choice(["Datum van betaling", "Wordt betaald op"]), day_text(f.paid_on)),
        ("Loonheffingskorting toepassen", "Ja" if f.credit else "Nee"),
        ("Burgerservicenummer", f.bsn),
    ]
    for i, (label, value) in enumerate(pairs):
        s.text(40, 130 + 14 * i, label, 8.5)
        s.text(210, 130 + 14 * i, value, 8.5)
    s.line(40, 215, 560)
    for x, head in ((300, "Aantal"), (400, "Bedrag"), (550, rng.choice(["Cumulatief", "Dit jaar"]))):
        s.text(x, 228, head, 8, right=True)
    rows = [
        (rng.choice(["Vast salaris", "Salaris uren"]), f.hours, f.gross),
        (rng.choice(["Totaal brutosalaris", "Bruto salaris totaal"]), None, f.gross),
        ("Pensioen werknemersdeel", None, -f.pension),
        (rng.choice(["Loonheffing witte tabel", "Loonheffing maandtabel wit"]), None, -f.tax),
        (rng.choice(["Nettosalaris", "Totaal netto salaris"]), None, f.net),
        ("Reiskosten woon-werkverkeer", None, f.travel),
        (rng.choice(["Netto uit te keren", "Uit te keren bedrag"]), None, f.paid),
    ]
    for i, (label, count, cents) in enumerate(rows):
        y = 246 + 15 * i
        s.text(40, y, label, 9)
        if count is not None:
            s.text(300, y, f"{count:.2f}".replace(".", ","), 9, right=True)
        s.text(400, y, dutch(cents), 9, right=True)
        s.text(550, y, dutch(cents * 5), 9, right=True)
    s.text(40, 390, "Reserveringen", 10)
    for i, (label, cents) in enumerate((("Vakantiegeld opgebouwd", f.accrued), ("Vakantiegeld stand", f.balance))):
        s.text(40, 406 + 14 * i, label, 9)
        s.text(400, 406 + 14 * i, dutch(cents), 9, right=True)
    return [s], printed(f, "month", contains_bsn=True)


def coded(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """An accountant's program: codes, and columns for base, percentage, paid, withheld and the year."""
    s = Sheet()
    s.text(30, 36, f.employer, 10)
    s.text(30, 52, rng.choice(["Salarisspecificatie", "Loonspecificatie"]), 10)
    top = [
        ("Tijdvak", f"{f.start.month:02d} {f.start.year}"),
        ("Van", f"{day_text(f.start)} t/m {day_text(f.end)}"),
        (rng.choice(["Valutadatum", "Datum betaalbaarstelling"]), day_text(f.paid_on)),
        ("LHK", "Ja" if f.credit else "Nee"),
    ]
    for i, (label, value) in enumerate(top):
        s.text(360, 36 + 12 * i, label, 8)
        s.text(470, 36 + 12 * i, value, 8)
    heads = ((210, "Aantal"), (290, "Grondslag"), (340, "Perc."), (410, "Betaling"), (480, "Inhouding"), (560, "Cum."))
    s.text(30, 110, "Code", 7.5)
    s.text(65, 110, "Looncomponent", 7.5)
    for x, head in heads:
        s.text(x, 110, head, 7.5, right=True)
    rows: list[tuple[str, str, dict[int, str]]] = [
        ("0010", "Uurloon", {210: f"{f.hours:.2f}".replace(".", ","), 410: dutch(f.gross)}),
        ("0900", rng.choice(["Bruto", "Brutoloon totaal"]), {410: dutch(f.gross)}),
        ("1200", "Premie pensioenfonds", {290: dutch(f.gross), 340: "2,00", 480: dutch(f.pension)}),
        ("1500", "Loonheffing", {290: dutch(f.gross - f.pension), 480: dutch(f.tax)}),
        ("1900", rng.choice(["Netto", "Nettoloon"]), {410: dutch(f.net)}),
        ("2100", rng.choice(["Vergoeding reiskosten", "Km-vergoeding onbelast"]), {410: dutch(f.travel)}),
        ("2900", rng.choice(["Te ontvangen", "Uitbetaling bank"]), {410: dutch(f.paid)}),
        ("3100", "Opbouw vakantiebijslag", {290: dutch(f.gross), 340: "8,00", 410: dutch(f.accrued)}),
    ]
    for i, (code, label, values) in enumerate(rows):
        y = 124 + 12 * i
        s.text(30, y, code, 7.5)
        s.text(65, y, label, 7.5)
        for x, value in values.items():
            s.text(x, y, value, 7.5, right=True)
        if i:
            s.text(560, y, dutch((f.gross, f.gross, f.pension, f.tax, f.net, f.travel, f.paid, f.accrued)[i] * 6), 7.5,
                   right=True)  # fmt: skip
    return [s], printed(f, "month", "holiday_balance_cents")


def cells(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A form of boxes with small labels over the values, three to a row."""
    s = Sheet()
    s.text(40, 44, rng.choice(["SPECIFICATIE SALARIS", "SALARISSTROOK"]), 12)
    boxes = [
        ("Naam bedrijf", f.employer), ("Verloond tijdvak", f"{MONTHS[f.start.month - 1]} {f.start.year}"),
        ("Naam", "A. Verzonnen"),
        (rng.choice(["Betaaldag", "Betaaldatum"]), day_text(f.paid_on)), ("Heffingskorting", "J" if f.credit else "N"),
        ("Gewerkte uren", f"{f.hours:.2f}".replace(".", ",")),
        (rng.choice(["Bruto verdiensten", "Brutoverdienste"]), dutch(f.gross)),
        ("Af: pensioen", dutch(f.pension)), (rng.choice(["Af: loonheffing", "Inhouding loonheffing"]), dutch(f.tax)),
        (rng.choice(["Netto verdiensten", "Netto inkomen"]), dutch(f.net)),
        ("Bij: reiskosten", dutch(f.travel)),
        (rng.choice(["Naar uw bank", "Overgemaakt op bank"]), dutch(f.paid)),
        ("Vakantiegeld deze maand", dutch(f.accrued)), ("Vakantiegeld totaal", dutch(f.balance)),
    ]  # fmt: skip
    for i, (label, value) in enumerate(boxes):
        x, y = 40 + 180 * (i % 3), 80 + 44 * (i // 3)
        s.line(x - 4, y - 12, x + 170)
        s.text(x, y, label, 7)
        s.text(x, y + 14, value, 10 if width(value, 10) < 165 else 8)
    return [s], printed(f, "month")


def migrant_week(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """An agency that also houses its people: rent and health insurance go off the net wage."""
    rent, care = 8500, 3475
    paid = f.net + f.travel - rent - care
    s = Sheet()
    s.text(40, 40, f.employer, 12)
    week, year = f.start.isocalendar().week, f.start.isocalendar().year
    s.text(40, 60, rng.choice(["Loonberekening", "Weekstrook"]) + f" week {week}", 11)
    left = [
        ("Jaar / week", f"{year} / {week}"),
        ("Verloningsdatum", day_text(f.paid_on)),
        ("Periode", f"{day_text(f.start)} - {day_text(f.end)}"),
        ("Loonheffingskorting", "toegepast" if f.credit else "niet toegepast"),
        ("BSN-nummer", f.bsn),
    ]
    for i, (label, value) in enumerate(left):
        s.text(40, 84 + 12 * i, label, 8)
        s.text(150, 84 + 12 * i, value, 8)
    s.text(250, 156, "Uren", 8, right=True)
    s.text(330, 156, "Tarief", 8, right=True)
    s.text(420, 156, "Bedrag", 8, right=True)
    normal = round(f.gross * 0.8)
    rows: list[tuple[str, str, int]] = [
        ("Normale uren", f"{f.hours:.2f}".replace(".", ","), normal),
        ("Toeslag onregelmatig 125%", "", f.gross - normal),
        (rng.choice(["Brutoloon", "Totaal bruto"]), "", f.gross),
        ("Pensioen", "", -f.pension),
        (rng.choice(["Loonheffing", "Loonheffing weektabel"]), "", -f.tax),
        (rng.choice(["Nettoloon", "Netto totaal"]), "", f.net),
        ("Reiskosten", "", f.travel),
        (rng.choice(["Inhouding huisvesting", "Huur woonruimte"]), "", -rent),
        ("Zorgverzekering", "", -care),
        (rng.choice(["Over te boeken", "Uitbetaling netto"]), "", paid),
    ]
    for i, (label, count, cents) in enumerate(rows):
        y = 172 + 13 * i
        s.text(40, y, label, 9)
        s.text(250, y, count, 9, right=True)
        s.text(420, y, dutch(cents, "trail"), 9, right=True)
    return [s], printed(f, "week", "holiday_accrued_cents", "holiday_balance_cents", paid_cents=paid, contains_bsn=True)


def app_screen(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A screenshot of the app of a payroll program: narrow, large print, one column."""
    s = Sheet(height=780, width=380)
    s.text(24, 40, "9:41", 12)
    s.text(24, 80, "Loonstrook", 20)
    s.text(24, 104, f"{MONTHS[f.start.month - 1]} {f.start.year}", 14)
    rows = [
        ("Werkgever", f.employer[:26].strip()),
        (
            rng.choice(["Betaald op", "Uitbetaald op"]),
            f"{f.paid_on.day} {MONTHS[f.paid_on.month - 1]} {f.paid_on.year}",
        ),
        ("Bruto", "€ " + dutch(f.gross)),
        ("Pensioen", "- € " + dutch(f.pension)),
        (rng.choice(["Belasting (loonheffing)", "Loonheffing"]), "- € " + dutch(f.tax)),
        ("Netto", "€ " + dutch(f.net)),
        (rng.choice(["Reiskosten", "Reisvergoeding"]), "€ " + dutch(f.travel)),
        (rng.choice(["Op je rekening", "Totaal uitbetaald"]), "€ " + dutch(f.paid)),
    ]
    for i, (label, value) in enumerate(rows):
        s.text(24, 150 + 40 * i, label, 13)
        s.text(356, 150 + 40 * i, value, 13, right=True)
        s.line(24, 162 + 40 * i, 356)
    s.text(24, 520, "Download PDF", 14)
    left_out = ("hours", "tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, employer=f.employer[:26].strip())
