"""Structurally different payslips. Every layout draws and says what it printed, in the keys of `read-payslip`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch, english

Truth = dict[str, Any]
Layout = Callable[[Facts], tuple[list[Sheet], Truth]]


def _day(day: date, between: str = "-") -> str:
    return day.strftime(f"%d{between}%m{between}%Y")


def _truth(f: Facts, kind: str, *left_out: str, **more: Any) -> Truth:
    truth: Truth = {
        "employer": f.employer, "period": {"kind": kind, "start": f.start.isoformat(), "end": f.end.isoformat()},
        "paid_on": f.paid_on.isoformat(), "gross_cents": f.gross, "wage_tax_cents": f.tax, "net_cents": f.net,
        "paid_cents": f.paid, "holiday_accrued_cents": f.accrued, "holiday_balance_cents": f.balance,
        "holiday_pay_cents": None, "hours": f.hours, "tax_credit_applied": f.credit,
        "loonbeslag_cents": f.seizure or None, "contains_bsn": False,
    }  # fmt: skip
    return truth | dict.fromkeys(left_out) | more


def afas(f: Facts) -> tuple[list[Sheet], Truth]:
    """Big figures on top, then columns of count, base, normal, special and cumulative."""
    s = Sheet()
    s.text(40, 50, f.employer, 14)
    s.text(40, 80, f"Salarisspecificatie {MONTHS[f.start.month - 1]} {f.start.year}", 12)
    pairs = (("Periode", f"{_day(f.start)} t/m {_day(f.end)}"), ("Betaaldatum", _day(f.paid_on)),
             ("Loonheffingskorting", "Ja" if f.credit else "Nee"), ("BSN", f.bsn), ("Medewerker", "A. Verzonnen"))  # fmt: skip
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
    rows = [("Gewerkte uren", f"{f.hours:.2f}".replace(".", ","), "", "", ""), ("Brutoloon", "", "", dutch(f.gross), dutch(f.gross * 5)),
            ("Pensioenpremie", "", dutch(f.gross), dutch(-f.pension), dutch(-f.pension * 5)),
            ("Loonheffing", "", dutch(f.gross - f.pension), dutch(-f.tax), dutch(-f.tax * 5)),
            ("Nettoloon", "", "", dutch(f.net), dutch(f.net * 5))]  # fmt: skip
    if f.travel:
        rows.append(("Reiskostenvergoeding", "", "", dutch(f.travel), dutch(f.travel * 5)))
    if f.seizure:
        rows.append(("Loonbeslag", "", "", dutch(-f.seizure), dutch(-f.seizure * 2)))
    rows += [("Uit te betalen", "", "", dutch(f.paid), ""), ("Reservering vakantiegeld", "", dutch(f.gross), dutch(f.accrued), ""),
             ("Saldo vakantiegeld", "", "", dutch(f.balance), "")]  # fmt: skip
    for i, (label, count, base, normal, cum) in enumerate(rows):
        y = 242 + 13 * i
        s.text(40, y, label)
        for x, value in ((290, count), (350, base), (420, normal), (555, cum)):
            s.text(x, y, value, right=True)
    return [s], _truth(f, "month", contains_bsn=True)


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
            ("Betaaldatum", _day(f.paid_on)),
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
    return [s], _truth(f, "month")


def raet(f: Facts) -> tuple[list[Sheet], Truth]:
    """Codes before the labels, a trailing minus and a column until now."""
    s = Sheet()
    s.text(40, 40, f.employer, 9)
    s.text(300, 40, "Salarisstrook", 11)
    s.text(300, 56, f"Tijdvak: {f.start.year}-{f.start.month:02d}   Betaald op: {_day(f.paid_on, '/')}")
    s.text(300, 70, f"Loonheffingskorting: {'toegepast' if f.credit else 'niet toegepast'}")
    s.text(300, 84, "RSIN 999990019L01")
    s.text(410, 110, "Bedrag", 8, right=True)
    s.text(540, 110, "T/m periode", 8, right=True)
    rows = [("1000", "Salaris", f.gross), ("1999", "Totaal bruto", f.gross), ("4010", "Premie pensioen", -f.pension), ("5000", "Ingehouden loonheffing", -f.tax),
            ("5999", "Netto salaris", f.net), ("6100", "Reiskosten onbelast", f.travel), ("9999", "Over te maken", f.paid),
            ("8010", "Opbouw vakantietoeslag", f.accrued), ("8020", "Stand vakantietoeslag", f.balance)]  # fmt: skip
    for i, (code, label, cents) in enumerate(rows):
        y = 126 + 13 * i
        s.text(40, y, code)
        s.text(80, y, label)
        s.text(410, y, dutch(cents, "trail"), right=True)
        s.text(540, y, dutch(cents * 7, "trail"), right=True)
    return [s], _truth(f, "month", "hours")


def agency(f: Facts) -> tuple[list[Sheet], Truth]:
    """A weekly slip of a temp agency: payable, table and special columns, and reservations."""
    s = Sheet()
    s.text(40, 40, f.employer, 12)
    s.text(40, 62, f"Loonspecificatie week {f.start.isocalendar().week} {f.start.isocalendar().year}", 11)
    s.text(40, 80, f"Datum uitbetaling: {_day(f.paid_on)}")
    s.text(300, 80, f"{'met' if f.credit else 'zonder'} loonheffingskorting")
    for x, head in ((260, "Uren"), (330, "Uurloon"), (400, "Betaalbaar"), (470, "Tabel"), (550, "Bijz.Bel")):
        s.text(x, 110, head, 8, right=True)
    hours = f"{f.hours:.2f}".replace(".", ",")
    rows = [("Normale uren", hours, "15,00", f.gross, f.gross), ("Bruto loon", "", "", f.gross, f.gross), ("Premie STIPP", "", "", -f.pension, -f.pension),
            ("Loonheffing", "", "", -f.tax, None), ("Netto loon", "", "", f.net, None), ("Reiskostenvergoeding", "", "", f.travel, None),
            ("Netto te ontvangen", "", "", f.paid, None)]  # fmt: skip
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
    return [s], _truth(f, "week", holiday_pay_cents=0)


def four_weekly(f: Facts) -> tuple[list[Sheet], Truth]:
    """Thirteen periods a year; totals of the year in a block of their own at the side."""
    s = Sheet()
    s.text(40, 40, "Loonstrook 4 weken", 12)
    index = (f.start.isocalendar().week - 1) // 4 + 1
    left = [("Werkgever", f.employer), ("Periode", f"{index} - {f.start.year}"), ("Verloond van", f"{_day(f.start)} - {_day(f.end)}"), ("Lhk", "J" if f.credit else "N"),
            ("Verloonde uren", f"{f.hours:g}".replace(".", ",")), ("Uitbetaald op", _day(f.paid_on))]  # fmt: skip
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
    return [s], _truth(f, "four_weeks", "holiday_balance_cents")


def english_slip(f: Facts) -> tuple[list[Sheet], Truth]:
    """An English payslip with a year-to-date column."""
    s = Sheet()
    s.text(40, 40, "Payslip", 16)
    month = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    rows = [("Employer", f.employer), ("Pay period", f"{month[f.start.month - 1]} {f.start.year}"), ("Payment date", f"{f.paid_on.day} {month[f.paid_on.month - 1]} {f.paid_on.year}"),
            ("Wage tax credit applied", "Yes" if f.credit else "No"), ("Hours worked", f"{f.hours:.2f}")]  # fmt: skip
    for i, (label, value) in enumerate(rows):
        s.text(40, 70 + 13 * i, label)
        s.text(200, 70 + 13 * i, value)
    s.text(400, 150, "This period", 8, right=True)
    s.text(520, 150, "YTD", 8, right=True)
    lines = [
        ("Gross pay", f.gross),
        ("Pension contribution", f.pension),
        ("Wage tax", f.tax),
        ("Net pay", f.net),
        ("Travel allowance", f.travel),
        ("Amount paid", f.paid),
        ("Holiday allowance accrued", f.accrued),
        ("Holiday allowance balance", f.balance),
    ]
    for i, (label, cents) in enumerate(lines):
        s.text(40, 166 + 14 * i, label)
        s.text(400, 166 + 14 * i, english(cents), right=True)
        s.text(520, 166 + 14 * i, english(cents * 4), right=True)
    return [s], _truth(f, "month")


def small(f: Facts) -> tuple[list[Sheet], Truth]:
    """One column of a small restaurant: label, colon, amount."""
    s = Sheet()
    s.text(60, 50, f.employer, 11)
    month = MONTHS[f.start.month - 1]
    lines = [f"Loonstrookje maand: {month} {f.start.year}", f"Uren: {f.hours:g}".replace(".", ","), f"Brutoloon: EUR {dutch(f.gross)}", f"Pensioenpremie: EUR {dutch(f.pension)}", f"Loonheffing: EUR {dutch(f.tax)}",
             f"Nettoloon: EUR {dutch(f.net)}", f"Reiskosten: EUR {dutch(f.travel)}", f"Uitbetaald: EUR {dutch(f.paid)}", f"Betaald op: {f.paid_on.day} {MONTHS[f.paid_on.month - 1]} {f.paid_on.year}",
             f"Heffingskorting: {'ja' if f.credit else 'nee'}"]  # fmt: skip
    for i, line in enumerate(lines):
        s.text(60, 80 + 16 * i, line, 10)
    return [s], _truth(f, "month", "holiday_accrued_cents", "holiday_balance_cents")


def holiday_month(f: Facts) -> tuple[list[Sheet], Truth]:
    """May: the holiday allowance is paid out and taxed at the special rate."""
    pay, special = f.balance, round(f.balance * 0.2)
    gross, tax = f.gross + pay, f.tax + special
    net = gross - f.pension - tax
    s = Sheet()
    s.text(40, 40, f.employer, 13)
    s.text(40, 60, f"Salarisspecificatie over {MONTHS[f.start.month - 1]} {f.start.year}")
    s.text(420, 90, "Bedrag", 8, right=True)
    rows = [("Salaris", f.gross), ("Vakantietoeslag", pay), ("Totaal bruto", gross), ("Pensioen", -f.pension), ("Loonheffing tabel", -f.tax), ("Loonheffing bijzonder tarief", -special),
            ("Netto loon", net), ("Uitbetaald", net)]  # fmt: skip
    for i, (label, cents) in enumerate(rows):
        s.text(40, 104 + 13 * i, label)
        s.text(420, 104 + 13 * i, dutch(cents), right=True)
    return [s], _truth(f, "month", "paid_on", "hours", "tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents",
                       gross_cents=gross, wage_tax_cents=tax, net_cents=net, paid_cents=net, holiday_pay_cents=pay)  # fmt: skip


def boxed_totals(f: Facts) -> tuple[list[Sheet], Truth]:
    """A table whose columns are the fields and whose rows are this period and the year."""
    s = Sheet()
    s.text(40, 40, f.employer, 12)
    s.text(40, 58, "Loonstrook")
    s.text(
        40,
        80,
        f"Periode: {f.start.day} {MONTHS[f.start.month - 1]} t/m {f.end.day} {MONTHS[f.end.month - 1]} {f.end.year}",
    )
    for x, head in ((240, "Bruto loon"), (330, "Loonheffing"), (420, "Netto loon"), (520, "Uit te betalen")):
        s.text(x, 110, head, 8, right=True)
    for y, label, times in ((124, "Deze periode", 1), (137, "Cumulatief", 3)):
        s.text(40, y, label)
        for x, cents in ((240, f.gross), (330, f.tax), (420, f.net), (520, f.paid)):
            s.text(x, y, dutch(cents * times), right=True)
    return [s], _truth(
        f, "month", "paid_on", "hours", "tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents"
    )


def two_sides(f: Facts) -> tuple[list[Sheet], Truth]:
    """Payments left and deductions right, the result at the bottom, with seizure and housing."""
    s = Sheet()
    s.text(360, 40, f.employer, 10)
    s.text(40, 40, "SALARISSPECIFICATIE", 13)
    s.text(40, 62, f"Verloningsperiode {_day(f.start, '.')} - {_day(f.end, '.')}")
    s.text(40, 76, f"Loonheffingskorting J/N: {'J' if f.credit else 'N'}")
    s.text(330, 76, f"Burgerservicenummer: {f.bsn[:4]}.{f.bsn[4:6]}.{f.bsn[6:]}")
    s.text(40, 100, "Betalingen")
    s.text(320, 100, "Inhoudingen")
    left = [("Brutosalaris", f.gross), ("Reiskosten", f.travel)]
    right = [("Pensioenpremie", f.pension), ("Loonheffing", f.tax), ("Loonbeslag", f.seizure)]
    for x, block in ((40, left), (320, right)):
        for i, (label, cents) in enumerate(block):
            if cents or label == "Loonheffing":
                s.text(x, 114 + 13 * i, label)
                s.text(x + 220, 114 + 13 * i, dutch(cents), right=True)
    s.text(40, 190, "Netto loon")
    s.text(260, 190, "€ " + dutch(f.net), right=True)
    s.text(320, 190, "Uitbetaald per bank")
    s.text(540, 190, "€ " + dutch(f.paid), right=True)
    return [s], _truth(
        f, "month", "paid_on", "hours", "holiday_accrued_cents", "holiday_balance_cents", contains_bsn=True
    )


LAYOUTS: dict[str, tuple[Layout, str]] = {
    "afas": (afas, "month"), "adp": (adp, "month"), "raet": (raet, "month"), "agency": (agency, "week"),
    "four_weekly": (four_weekly, "four_weeks"), "english": (english_slip, "month"), "small": (small, "month"),
    "holiday_month": (holiday_month, "month"), "boxed_totals": (boxed_totals, "month"), "two_sides": (two_sides, "month"),
}  # fmt: skip
