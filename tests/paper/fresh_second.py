"""Fresh layouts, second part: measured blind twice, and only then were rules mended by it."""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch, english

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def institution(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A large institution: codes behind the labels, trailing minus, a column until now, tax in two lines."""
    special = 0
    s = Sheet()
    s.text(36, 36, f.employer, 9)
    s.text(36, 50, rng.choice(["Salarisstrook", "Salarisspecificatie"]) + f" {f.start.year}", 10)
    head = [
        (rng.choice(["Verwerkingsperiode", "Salarismaand"]), f"{f.start.month:02d}-{f.start.year}"),
        (rng.choice(["Boekdatum betaling", "Betaling d.d."]), day_text(f.paid_on)),
        ("Toepassing loonheffingskorting", "J" if f.credit else "N"),
        ("Sofinummer", f"{f.bsn[:4]} {f.bsn[4:6]} {f.bsn[6:]}"),
        ("Dienstverband", "0,4444"),
    ]
    for i, (label, value) in enumerate(head):
        s.text(300, 36 + 12 * i, label, 8)
        s.text(460, 36 + 12 * i, value, 8)
    s.text(400, 122, "Deze maand", 8, right=True)
    s.text(540, 122, "Tot en met", 8, right=True)
    rows = [
        ("Salaris schaal 3", "1010", f.gross),
        (rng.choice(["Bruto totaal", "Totaal bruto inkomen"]), "1090", f.gross),
        ("Inhouding pensioen", "3110", -f.pension),
        (rng.choice(["Lh tabel wit", "Loonheffing tabel"]), "4010", -f.tax),
        ("Loonheffing bijz. tarief", "4020", -special),
        (rng.choice(["Nettobedrag", "Netto salaris"]), "5000", f.net),
        (rng.choice(["Woon-werkverkeer", "Reiskosten ov"]), "6010", f.travel),
        (rng.choice(["Storting bank", "Betaalbaar per bank"]), "9000", f.paid),
        ("Vakantietoeslag opbouw", "7010", f.accrued),
        ("Vakantietoeslag tegoed", "7020", f.balance),
    ]
    for i, (label, code, cents) in enumerate(rows):
        y = 138 + 12 * i
        s.text(36, y, label, 8)
        s.text(230, y, code, 8)
        s.text(400, y, dutch(cents, "trail"), 8, right=True)
        s.text(540, y, dutch(cents * 9, "trail"), 8, right=True)
    return [s], printed(f, "month", "hours", contains_bsn=True)


def dotted(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A small office with a typewriter's taste: dots between the words and the amounts."""
    s = Sheet()
    s.text(60, 50, rng.choice(["Loonbriefje", "Loonstrookje"]), 13)
    s.text(60, 72, f"van {f.employer}", 10)
    s.text(60, 88, f"over de maand {MONTHS[f.start.month - 1]} {f.start.year}", 10)
    lines = [
        (rng.choice(["Basisloon", "Loon over gewerkte uren"]), dutch(f.gross)),
        (rng.choice(["Bruto", "Bruto loon samen"]), dutch(f.gross)),
        ("Pensioen", dutch(f.pension)),
        (rng.choice(["Loonbelasting en premie volksverzekeringen", "Heffing loonbelasting/premies"]), dutch(f.tax)),
        (rng.choice(["Blijft netto", "Netto over"]), dutch(f.net)),
        ("Reiskosten", dutch(f.travel)),
        (rng.choice(["Wordt overgemaakt", "Overgemaakt"]), dutch(f.paid)),
    ]
    for i, (label, value) in enumerate(lines):
        y = 120 + 17 * i
        s.text(60, y, label + " " + "." * (60 - len(label)), 10)
        s.text(480, y, value, 10, right=True)
    s.text(60, 260, f"Betaald op {f.paid_on.day} {MONTHS[f.paid_on.month - 1]} {f.paid_on.year}", 10)
    s.text(60, 278, f"Uren: {f.hours:g}".replace(".", ","), 10)
    s.text(60, 296, "Met loonheffingskorting" if f.credit else "Zonder loonheffingskorting", 10)
    return [s], printed(f, "month", "holiday_accrued_cents", "holiday_balance_cents")


def two_languages(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A cleaning firm: Dutch and English in one label, thirteen periods, the year in a block at the right."""
    s = Sheet()
    s.text(40, 42, f.employer, 13)
    s.text(40, 62, "Loonspecificatie / Payslip", 11)
    number = (f.start.isocalendar().week - 1) // 4 + 1
    head = [
        ("Periode / Period", f"{number} ({day_text(f.start)} t/m {day_text(f.end)})"),
        ("Betaald op / Paid on", day_text(f.paid_on)),
        ("Uren / Hours", f"{f.hours:.2f}".replace(".", ",")),
        ("Loonheffingskorting / Tax credit", "Ja / Yes" if f.credit else "Nee / No"),
    ]
    for i, (label, value) in enumerate(head):
        s.text(40, 86 + 13 * i, label, 8)
        s.text(210, 86 + 13 * i, value, 8)
    money = [
        (rng.choice(["Bruto loon / Gross wage", "Brutoloon / Gross"]), f.gross),
        ("Pensioen / Pension", f.pension),
        (rng.choice(["Loonheffing / Wage tax", "Loonheffing / Tax"]), f.tax),
        (rng.choice(["Netto loon / Net wage", "Nettoloon / Net"]), f.net),
        ("Reiskosten / Travel", f.travel),
        (rng.choice(["Uitbetaald / Paid out", "Te betalen / To be paid"]), f.paid),
        ("Vakantiegeld opbouw / Holiday pay accrued", f.accrued),
    ]
    for i, (label, cents) in enumerate(money):
        s.text(40, 160 + 14 * i, label, 9)
        s.text(320, 160 + 14 * i, dutch(cents), 9, right=True)
    s.text(370, 146, rng.choice(["Jaar tot nu / Year to date", "Cumulatief / Year to date"]), 8)
    for i, (label, cents) in enumerate(money[:4]):
        s.text(370, 160 + 14 * i, label.split(" / ")[0], 8)
        s.text(550, 160 + 14 * i, dutch(cents * 8), 8, right=True)
    return [s], printed(f, "four_weeks", "holiday_balance_cents")


def expat(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """English, earnings at the left and deductions at the right, the result in a box below."""
    s = Sheet()
    s.text(40, 44, rng.choice(["PAY SLIP", "Salary statement"]), 15)
    s.text(40, 64, f.employer, 11)
    month = f"{_ENGLISH_MONTHS[f.start.month - 1]} {f.start.year}"
    paid_on = f"{f.paid_on.day} {_ENGLISH_MONTHS[f.paid_on.month - 1]} {f.paid_on.year}"
    head = [
        (rng.choice(["Salary month", "Pay month"]), month),
        (rng.choice(["Date of payment", "Value date"]), paid_on),
        ("Payroll tax credit", "Yes" if f.credit else "No"),
        ("BSN", f.bsn),
    ]
    for i, (label, value) in enumerate(head):
        s.text(320, 44 + 13 * i, label, 9)
        s.text(440, 44 + 13 * i, value, 9)
    s.text(40, 120, "Earnings", 10)
    s.text(310, 120, "Deductions", 10)
    left = [("Base salary", f.gross), (rng.choice(["Total earnings", "Gross total"]), f.gross)]
    right = [("Employee pension", f.pension), (rng.choice(["Dutch wage tax", "Wage tax and social security"]), f.tax)]
    for x, block in ((40, left), (310, right)):
        for i, (label, cents) in enumerate(block):
            s.text(x, 138 + 15 * i, label, 9)
            s.text(x + 230, 138 + 15 * i, english(cents), 9, right=True)
    below = [
        (rng.choice(["Take-home pay", "Net salary"]), f.net),
        ("Commuting reimbursement", f.travel),
        (rng.choice(["Net transfer", "Paid into your account"]), f.paid),
    ]
    for i, (label, cents) in enumerate(below):
        s.text(40, 210 + 18 * i, label, 11)
        s.text(270, 210 + 18 * i, "EUR " + english(cents), 11, right=True)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, contains_bsn=True)


def corrected(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A restaurant whose last payslip was wrong: a correction with a minus is part of the gross wage."""
    correction = round(f.gross * 0.05)
    gross = f.gross - correction
    net = gross - f.pension - f.tax
    paid = net + f.travel
    s = Sheet()
    s.text(40, 40, rng.choice(["Salarisspecificatie", "Loonstrook"]), 14)
    s.text(40, 60, f"Firma: {f.employer}", 9)
    s.text(40, 74, f"Loontijdvak: {day_text(f.start, '/')} - {day_text(f.end, '/')}", 9)
    s.text(40, 88, f"{rng.choice(['Betaling op', 'Uitbetaling op'])}: {day_text(f.paid_on, '/')}", 9)
    s.text(40, 102, f"Korting loonheffing toegepast: {'ja' if f.credit else 'nee'}", 9)
    s.text(330, 130, "Bedrag in euro", 8, right=True)
    rows = [
        (rng.choice(["Uurloon oproepkracht", "Salaris"]), f.gross),
        ("Correctie vorige maand", -correction),
        (rng.choice(["Totaal brutoloon", "Brutoloon"]), gross),
        (rng.choice(["Ingehouden pensioen", "Pensioenpremie"]), -f.pension),
        (rng.choice(["Ingehouden loonheffing", "Loonheffing"]), -f.tax),
        (rng.choice(["Totaal nettoloon", "Nettoloon"]), net),
        ("Reiskostenvergoeding", f.travel),
        (rng.choice(["Netto te betalen", "Totaal te betalen"]), paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 146 + 14 * i, label, 9)
        s.text(330, 146 + 14 * i, dutch(cents), 9, right=True)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    truth = printed(f, "month", *left_out, gross_cents=gross, net_cents=net, paid_cents=paid)
    return [s], truth
