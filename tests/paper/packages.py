"""Payslips as the large payroll packages and agencies draw them."""

from __future__ import annotations

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch


def afas(f: Facts) -> tuple[list[Sheet], Truth]:
    """Big figures on top, then columns of count, base, normal, special and cumulative."""
    s = Sheet()
    s.text(40, 50, f.employer, 14)
    s.text(40, 80, f"Salarisspecificatie {MONTHS[f.start.month - 1]} {f.start.year}", 12)
    pairs = (
        ("Periode", f"{day_text(f.start)} t/m {day_text(f.end)}"),
        ("Betaaldatum", day_text(f.paid_on)),
        ("Loonheffingskorting", "Ja" if f.credit else "Nee"),
        ("BSN", f.bsn),
        ("Medewerker", "A. Verzonnen"),
    )
    for i, (label, value) in enumerate(pairs):
        s.text(330, 80 + 13 * i, label)
        s.text(440, 80 + 13 * i, value)
    for x, label, cents in (
        (40, "Brutoloon", f.gross),
        (180, "Loonheffing", f.tax),
        (320, "Nettoloon", f.net),
        (460, "Uit te betalen", f.paid),
    ):
        s.text(x, 170, label, 8)
        s.text(x, 188, "€ " + dutch(cents), 13)
    for x, head in (
        (290, "Aantal"),
        (350, "Grondslag"),
        (420, "Normaal"),
        (485, "Bijzonder"),
        (555, "Cumulatief"),
    ):
        s.text(x, 225, head, 8, right=True)
    s.text(40, 225, "Omschrijving", 8)
    rows = [
        ("Gewerkte uren", f"{f.hours:.2f}".replace(".", ","), "", "", ""),
        ("Brutoloon", "", "", dutch(f.gross), dutch(f.gross * 5)),
        ("Pensioenpremie", "", dutch(f.gross), dutch(-f.pension), dutch(-f.pension * 5)),
        ("Loonheffing", "", dutch(f.gross - f.pension), dutch(-f.tax), dutch(-f.tax * 5)),
        ("Nettoloon", "", "", dutch(f.net), dutch(f.net * 5)),
    ]
    if f.travel:
        rows.append(("Reiskostenvergoeding", "", "", dutch(f.travel), dutch(f.travel * 5)))
    if f.seizure:
        rows.append(("Loonbeslag", "", "", dutch(-f.seizure), dutch(-f.seizure * 2)))
    rows += [
        ("Uit te betalen", "", "", dutch(f.paid), ""),
        ("Reservering vakantiegeld", "", dutch(f.gross), dutch(f.accrued), ""),
        ("Saldo vakantiegeld", "", "", dutch(f.balance), ""),
    ]
    for i, (label, count, base, normal, cum) in enumerate(rows):
        y = 242 + 13 * i
        s.text(40, y, label)
        for x, value in ((290, count), (350, base), (420, normal), (555, cum)):
            s.text(x, y, value, right=True)
    return [s], printed(f, "month", contains_bsn=True)


def adp(f: Facts) -> tuple[list[Sheet], Truth]:
    """Dense boxes with the label above the value; the credit is a code."""
    s = Sheet()
    s.text(30, 40, "LOONSTROOK", 10)
    boxes = (
        (
            ("Werkgever", f.employer),
            ("Personeelsnr", "000123"),
            ("Periode", f"{f.start.month:02d}-{f.start.year}"),
        ),
        (
            ("Betaaldatum", day_text(f.paid_on)),
            ("LH-korting", "1" if f.credit else "0"),
            ("Uren", f"{f.hours:.2f}".replace(".", ",")),
        ),
        (
            ("Bruto", dutch(f.gross)),
            ("Pensioen", dutch(f.pension)),
            ("Loonheffing", dutch(f.tax)),
            ("Netto", dutch(f.net)),
        ),
        (
            ("Reiskosten", dutch(f.travel)),
            ("Uitbetaald", dutch(f.paid)),
            ("Opbouw vakantiegeld", dutch(f.accrued)),
            ("Saldo vakantiegeld", dutch(f.balance)),
        ),
    )
    for i, row in enumerate(boxes):
        width = 540 / len(row)
        for j, (label, value) in enumerate(row):
            s.text(30 + width * j, 70 + 40 * i, label, 6.5)
            s.text(30 + width * j, 82 + 40 * i, value, 9)
    return [s], printed(f, "month")


def raet(f: Facts) -> tuple[list[Sheet], Truth]:
    """Codes before the labels, a trailing minus and a column until now."""
    s = Sheet()
    s.text(40, 40, f.employer, 9)
    s.text(300, 40, "Salarisstrook", 11)
    s.text(300, 56, f"Tijdvak: {f.start.year}-{f.start.month:02d}   Betaald op: {day_text(f.paid_on, '/')}")
    s.text(300, 70, f"Loonheffingskorting: {'toegepast' if f.credit else 'niet toegepast'}")
    s.text(300, 84, "RSIN 999990019L01")
    s.text(410, 110, "Bedrag", 8, right=True)
    s.text(540, 110, "T/m periode", 8, right=True)
    rows = [
        ("1000", "Salaris", f.gross),
        ("1999", "Totaal bruto", f.gross),
        ("4010", "Premie pensioen", -f.pension),
        ("5000", "Ingehouden loonheffing", -f.tax),
        ("5999", "Netto salaris", f.net),
        ("6100", "Reiskosten onbelast", f.travel),
        ("9999", "Over te maken", f.paid),
        ("8010", "Opbouw vakantietoeslag", f.accrued),
        ("8020", "Stand vakantietoeslag", f.balance),
    ]
    for i, (code, label, cents) in enumerate(rows):
        y = 126 + 13 * i
        s.text(40, y, code)
        s.text(80, y, label)
        s.text(410, y, dutch(cents, "trail"), right=True)
        s.text(540, y, dutch(cents * 7, "trail"), right=True)
    return [s], printed(f, "month", "hours")


def agency(f: Facts) -> tuple[list[Sheet], Truth]:
    """A weekly slip of a temp agency: payable, table and special columns, and reservations."""
    s = Sheet()
    s.text(40, 40, f.employer, 12)
    s.text(40, 62, f"Loonspecificatie week {f.start.isocalendar().week} {f.start.isocalendar().year}", 11)
    s.text(40, 80, f"Datum uitbetaling: {day_text(f.paid_on)}")
    s.text(300, 80, f"{'met' if f.credit else 'zonder'} loonheffingskorting")
    for x, head in ((260, "Uren"), (330, "Uurloon"), (400, "Betaalbaar"), (470, "Tabel"), (550, "Bijz.Bel")):
        s.text(x, 110, head, 8, right=True)
    hours = f"{f.hours:.2f}".replace(".", ",")
    rows = [
        ("Normale uren", hours, "15,00", f.gross, f.gross),
        ("Bruto loon", "", "", f.gross, f.gross),
        ("Premie STIPP", "", "", -f.pension, -f.pension),
        ("Loonheffing", "", "", -f.tax, None),
        ("Netto loon", "", "", f.net, None),
        ("Reiskostenvergoeding", "", "", f.travel, None),
        ("Netto te ontvangen", "", "", f.paid, None),
    ]
    for i, (label, count, rate, cents, table) in enumerate(rows):
        y = 126 + 13 * i
        s.text(40, y, label)
        s.text(260, y, count, right=True)
        s.text(330, y, rate, right=True)
        s.text(400, y, dutch(cents), right=True)
        s.text(470, y, dutch(table) if table is not None else "", right=True)
    s.text(40, 260, "Reserveringen", 9)
    for x, head in ((300, "Opbouw"), (380, "Opgenomen"), (460, "Saldo")):
        s.text(x, 260, head, 8, right=True)
    s.text(40, 274, "Vakantiegeld")
    for x, cents in ((300, f.accrued), (380, 0), (460, f.balance)):
        s.text(x, 274, dutch(cents), right=True)
    return [s], printed(f, "week", holiday_pay_cents=0)


def four_weekly(f: Facts) -> tuple[list[Sheet], Truth]:
    """Thirteen periods a year; totals of the year in a block of their own at the side."""
    s = Sheet()
    s.text(40, 40, "Loonstrook 4 weken", 12)
    index = (f.start.isocalendar().week - 1) // 4 + 1
    left = [
        ("Werkgever", f.employer),
        ("Periode", f"{index} - {f.start.isocalendar().year}"),
        ("Verloond van", f"{day_text(f.start)} - {day_text(f.end)}"),
        ("Lhk", "J" if f.credit else "N"),
        ("Verloonde uren", f"{f.hours:g}".replace(".", ",")),
        ("Uitbetaald op", day_text(f.paid_on)),
    ]
    money = [
        ("Bruto salaris", f.gross),
        ("Pensioen", f.pension),
        ("LB/PVV", f.tax),
        ("Netto salaris", f.net),
        ("Reiskosten", f.travel),
        ("Uitbetaling", f.paid),
    ]
    for i, (label, value) in enumerate(left):
        s.text(40, 70 + 13 * i, label + ":")
        s.text(150, 70 + 13 * i, value)
    for i, (label, cents) in enumerate(money):
        s.text(40, 180 + 13 * i, label)
        s.text(250, 180 + 13 * i, dutch(cents), right=True)
    s.text(330, 167, "Cumulatieven")
    for i, (label, cents) in enumerate(money[:4]):
        s.text(330, 180 + 13 * i, label)
        s.text(540, 180 + 13 * i, dutch(cents * 6), right=True)
    s.text(40, 300, "Reservering vakantiegeld")
    s.text(250, 300, dutch(f.accrued), right=True)
    return [s], printed(f, "four_weeks", "holiday_balance_cents")
