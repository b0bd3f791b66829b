"""Payslips of small offices, in English, with holiday pay, and in unusual tables."""

from __future__ import annotations

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch, english


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
    rows = [
        ("Employer", f.employer),
        ("Pay period", f"{month[f.start.month - 1]} {f.start.year}"),
        ("Payment date", f"{f.paid_on.day} {month[f.paid_on.month - 1]} {f.paid_on.year}"),
        ("Wage tax credit applied", "Yes" if f.credit else "No"),
        ("Hours worked", f"{f.hours:.2f}"),
    ]
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
    return [s], printed(f, "month")


def small(f: Facts) -> tuple[list[Sheet], Truth]:
    """One column of a small restaurant: label, colon, amount."""
    s = Sheet()
    s.text(60, 50, f.employer, 11)
    month = MONTHS[f.start.month - 1]
    lines = [
        f"Loonstrookje maand: {month} {f.start.year}",
        f"Uren: {f.hours:g}".replace(".", ","),
        f"Brutoloon: EUR {dutch(f.gross)}",
        f"Pensioenpremie: EUR {dutch(f.pension)}",
        f"Loonheffing: EUR {dutch(f.tax)}",
        f"Nettoloon: EUR {dutch(f.net)}",
        f"Reiskosten: EUR {dutch(f.travel)}",
        f"Uitbetaald: EUR {dutch(f.paid)}",
        f"Betaald op: {f.paid_on.day} {MONTHS[f.paid_on.month - 1]} {f.paid_on.year}",
        f"Heffingskorting: {'ja' if f.credit else 'nee'}",
    ]
    for i, line in enumerate(lines):
        s.text(60, 80 + 16 * i, line, 10)
    return [s], printed(f, "month", "holiday_accrued_cents", "holiday_balance_cents")


def holiday_month(f: Facts) -> tuple[list[Sheet], Truth]:
    """May: the holiday allowance is paid out and taxed at the special rate."""
    pay, special = f.balance, round(f.balance * 0.2)
    gross, tax = f.gross + pay, f.tax + special
    net = gross - f.pension - tax
    s = Sheet()
    s.text(40, 40, f.employer, 13)
    s.text(40, 60, f"Salarisspecificatie over {MONTHS[f.start.month - 1]} {f.start.year}")
    s.text(420, 90, "Bedrag", 8, right=True)
    rows = [
        ("Salaris", f.gross),
        ("Vakantietoeslag", pay),
        ("Totaal bruto", gross),
        ("Pensioen", -f.pension),
        ("Loonheffing tabel", -f.tax),
        ("Loonheffing bijzonder tarief", -special),
        ("Netto loon", net),
        ("Uitbetaald", net),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 104 + 13 * i, label)
        s.text(420, 104 + 13 * i, dutch(cents), right=True)
    return [s], printed(
        f,
        "month",
        "paid_on",
        "hours",
        "tax_credit_applied",
        "holiday_accrued_cents",
        "holiday_balance_cents",
        gross_cents=gross,
        wage_tax_cents=tax,
        net_cents=net,
        paid_cents=net,
        holiday_pay_cents=pay,
    )


def boxed_totals(f: Facts) -> tuple[list[Sheet], Truth]:
    """A table whose columns are the fields and whose rows are this period and the year."""
    s = Sheet()
    s.text(40, 40, f.employer, 12)
    s.text(40, 58, "Loonstrook")
    s.text(
        40,
        80,
        f"Periode: {f.start.day} {MONTHS[f.start.month - 1]} "
        f"t/m {f.end.day} {MONTHS[f.end.month - 1]} {f.end.year}",
    )
    for x, head in ((240, "Bruto loon"), (330, "Loonheffing"), (420, "Netto loon"), (520, "Uit te betalen")):
        s.text(x, 110, head, 8, right=True)
    for y, label, times in ((124, "Deze periode", 1), (137, "Cumulatief", 3)):
        s.text(40, y, label)
        for x, cents in ((240, f.gross), (330, f.tax), (420, f.net), (520, f.paid)):
            s.text(x, y, dutch(cents * times), right=True)
    return [s], printed(
        f, "month", "paid_on", "hours", "tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents"
    )


def two_sides(f: Facts) -> tuple[list[Sheet], Truth]:
    """Payments left and deductions right, the result at the bottom, with seizure and housing."""
    s = Sheet()
    s.text(360, 40, f.employer, 10)
    s.text(40, 40, "SALARISSPECIFICATIE", 13)
    s.text(40, 62, f"Verloningsperiode {day_text(f.start, '.')} - {day_text(f.end, '.')}")
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
    return [s], printed(
        f, "month", "paid_on", "hours", "holiday_accrued_cents", "holiday_balance_cents", contains_bsn=True
    )
