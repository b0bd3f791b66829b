"""Fresh layouts, seventh part: drawn blind by another hand, without sight of the reading rules."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch

_SHORT = ("jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.")
_Amounts = Mapping[int, int | None]
_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def _short(day: date) -> str:
    """1 okt. 2026."""
    return f"{day.day} {_SHORT[day.month - 1]} {day.year}"


def _bare(day: date) -> str:
    """1-10-2026, without zeros in front."""
    return f"{day.day}-{day.month}-{day.year}"


def _hours(hours: float) -> str:
    return f"{hours:.2f}".replace(".", ",")


def _pairs(s: Sheet, x: float, across: float, y: float, step: float, pairs: list[tuple[str, str]]) -> None:
    for i, (label, value) in enumerate(pairs):
        s.text(x, y + step * i, label, 8)
        s.text(x + across, y + step * i, value, 8)


def _row(s: Sheet, x: float, y: float, size: float, label: str, amounts: _Amounts, minus: str = "trail") -> None:
    """A label and the amounts, each by the right edge of its column."""
    s.text(x, y, label, size)
    for right, cents in amounts.items():
        s.text(right, y, "" if cents is None else dutch(cents, minus), size, right=True)


def supermarket(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A shop: the employee in the address window, the employer at the foot, the sum of each column in a last row."""
    s = Sheet()
    for i, line in enumerate(("Mevr. V. Oorbeeld", "Nergensstraat 0", "0000 AA Nergenshuizen")):
        s.text(60, 96 + 12 * i, line, 9)
    s.text(360, 60, rng.choice(["Salarisstrook", "Loonstrook"]), 15)
    period = rng.choice([f"{f.start.year} - {f.start.month:02d} - Maand", f"Maand {f.start.month} / {f.start.year}"])
    s.text(360, 80, f"Periode: {period}", 9)
    s.text(360, 94, f"{rng.choice(['Bijgeschreven op', 'Valuta'])}: {_short(f.paid_on)}", 9)
    function = rng.choice(["Vulploegmedewerker", "Medewerker kassa"])
    _pairs(s, 40, 62, 168, 12, [("Pers. nr.", "000123"), ("Functie", function), ("Filiaal", "Nergens-West")])
    per_hour = dutch(round(f.gross / f.hours))
    _pairs(s, 205, 75, 168, 12, [("Uurloon", per_hour), ("Verl. uren", _hours(f.hours)), ("In dienst", "1 mrt. 2024")])
    credit = f"Ja / {'Ja' if f.credit else 'Nee'}"
    _pairs(s, 370, 92, 168, 12, [("Tabel", "Wit / Maand"), ("LH / LH-korting", credit), ("Auto v/d zaak", "Nee")])
    s.line(40, 206, 555)
    s.text(40, 219, "Omschrijving", 8)
    for x, head in ((330, "Uitbetaling"), (430, "Inhouding"), (550, rng.choice(["Cumulatief", "Totaal t/m"]))):
        s.text(x, 219, head, 8, right=True)
    rows: list[tuple[str, int | None, int | None]] = [
        (rng.choice(["Salaris winkel", "Uren normaal"]), f.gross, None),
        (rng.choice(["Bruto loon", "Totaal bruto verdiensten"]), f.gross, None),
        *(("Pensioen BPF", None, f.pension - f.pension // 10), ("Gediff. premie Whk", None, f.pension // 10)),
        (rng.choice(["Loon LB/PH", "Heffingsloon"]), f.gross - f.pension, None),
        (rng.choice(["Loonheffing TT", "LB/PH tabel"]), None, f.tax),
        (rng.choice(["Netto loon", "Netto verdiensten"]), f.net, None),
        ("Reiskosten onbelast", f.travel, None),
        ("Totalen", f.gross + f.travel, f.pension + f.tax),
    ]
    for i, (label, plus, minus) in enumerate(rows):
        year = None if label == "Totalen" else 6 * (plus or minus or 0)
        _row(s, 40, 234 + 13 * i, 8.5, label, {330: plus, 430: minus, 550: year})
    s.line(40, 344, 555)
    _row(s, 40, 359, 10, rng.choice(["Netto betaling", "Saldo te betalen"]), {330: f.paid})
    for x, head in ((330, "Dit tijdvak"), (430, "Stand"), (93, "Reserveringen")):
        s.text(x, 392, head, 8, right=True)
    _row(s, 40, 405, 8.5, rng.choice(["Vakantiebijslag", "Vakantiegeld 8%"]), {330: f.accrued, 430: f.balance})
    s.line(40, 768, 555)
    s.text(40, 781, f.employer, 8)
    s.text(40, 792, "Voorbeeldlaan 7, 0000 AA Nergenshuizen - loonheffingennummer 999990019L01", 7)
    return [s], printed(f, "month")


def cover_and_specification(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A sheltered workshop, two pages: all that counts on the first, codes and a correction on the second."""
    s, second = Sheet(), Sheet()
    s.text(60, 84, f"Afzender: {f.employer}, Postbus 0, 0000 ZZ Nergenshuizen", 6.5)
    for i, line in enumerate(("Dhr. N. Iemand", "Denkbeeldkade 00", "0000 AA Nergenshuizen")):
        s.text(60, 104 + 13 * i, line, 10)
    s.text(60, 190, f"{rng.choice(['Uw salaris over', 'Salaris'])} {MONTHS[f.start.month - 1]} {f.start.year}", 14)
    box = [
        (rng.choice(["Betaaldag", "Betaalbaar gesteld op"]), f.paid_on.isoformat()),
        (rng.choice(["Loontijdvak", "Verwerkt tijdvak"]), f"{f.start.isoformat()} / {f.end.isoformat()}"),
        ("Burgerservicenummer", f"{f.bsn[:3]} {f.bsn[3:6]} {f.bsn[6:]}"),
        (rng.choice(["Loonheffingskorting", "Heffingskorting"]), f"wordt {'' if f.credit else 'niet '}toegepast"),
    ]
    for i, (label, value) in enumerate(box):
        s.text(375, 96 + 24 * i, label, 7)
        s.text(375, 107 + 24 * i, value, 9)
    lines = [
        (rng.choice(["Totaal bruto inkomsten", "Brutosalaris"]), f.gross),
        ("Pensioenbijdrage PWRI", -f.pension),
        (rng.choice(["Loonheffing", "Ingehouden LB/premie volksverzekeringen"]), -f.tax),
        (rng.choice(["Netto-inkomen", "Nettosalaris"]), f.net),
        ("Vervoerskosten", f.travel),
        (rng.choice(["Bankbetaling", "Gestort op uw bankrekening"]), f.paid),
        (rng.choice(["Vakantie-uitkering opgebouwd deze maand", "Opbouw vakantie-uitkering"]), f.accrued),
        (rng.choice(["Vakantie-uitkering totaal tegoed", "Saldo vakantie-uitkering"]), f.balance),
    ]
    for i, (label, cents) in enumerate(lines):
        _row(s, 60, 226 + 20 * i + (16 if i > 5 else 0), 10, label, {440: cents})
    s.text(60, 430, "De specificatie staat op blad 2. Met vragen kunt u terecht bij uw werkbegeleider.", 8)
    second.text(40, 40, f"{f.employer} - specificatie, blad 2", 10)
    second.text(40, 56, f"N. Iemand, BSN {f.bsn}, tijdvak {f.start.isoformat()[:7]}", 8)
    for x, head in ((400, "Bedrag"), (530, rng.choice(["T/m heden", "Totaal dit jaar"]))):
        second.text(x, 84, head, 8, right=True)
    correction = round(f.gross * 0.03)
    back = (rng.choice(["Correctie vorige maand", "TWK-verrekening vorige maand"]), -correction)
    coded = [("Loon volgens cao", f.gross + correction), back, *lines[:6]]
    for i, (code, (label, cents)) in enumerate(zip((10, 19, 99, 310, 400, 499, 620, 999), coded, strict=True)):
        second.text(40, 100 + 13 * i, f"{code:03d}", 8.5)
        _row(second, 75, 100 + 13 * i, 8.5, label, {400: cents, 530: cents * 8})
    return [s, second], printed(f, "month", "hours", contains_bsn=True)


def greenhouse(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A grower, four weeks: a row for each week, the period by week numbers, an advance goes off, «-/-» for off."""
    year, week, _ = f.start.isocalendar()
    advance = 7500
    s = Sheet()
    s.text(40, 44, rng.choice(["LOONAFREKENING 4 WEKEN", "Periodeloonstrook"]), 12)
    _pairs(s, 40, 92, 66, 12, [
        (rng.choice(["Loonweken", "Weken"]), f"{week} t/m {week + 3} van {year}"),
        (rng.choice(["Verloningsdatum", "Betaling per bank d.d."]), day_text(f.paid_on, ".")),
        ("LB-tabel", f"wit, 4 weken, {'met' if f.credit else 'zonder'} loonheffingskorting"),
    ])  # fmt: skip
    _pairs(s, 330, 72, 66, 12, [
        ("Medewerker", "N. Iemand"), ("Functie", rng.choice(["Teeltmedewerker", "Oogstmedewerker"])),
        ("In dienst bij", f.employer),
    ])  # fmt: skip
    for x, head in ((70, "Week"), (180, "Uren"), (290, "Uurloon"), (420, "Bedrag")):
        s.text(x, 124, head, 8, right=True)
    hours, money = round(f.hours / 4, 2), f.gross // 4
    for i in range(4):
        worked, earned = (hours, money) if i < 3 else (f.hours - 3 * hours, f.gross - 3 * money)
        s.text(70, 138 + 12 * i, str(week + i), 8.5, right=True)
        _row(s, 158, 138 + 12 * i, 8.5, _hours(worked), {290: round(f.gross / f.hours), 420: earned})
    s.line(40, 178, 425)
    s.text(40, 190, rng.choice(["Totaal uren", "Gewerkt"]), 8.5)
    s.text(180, 190, _hours(f.hours), 8.5, right=True)
    rows = [
        (rng.choice(["Bruto periodeloon", "Loon bruto"]), f.gross),
        ("Pensioen BPL", -f.pension),
        (rng.choice(["Tabelloon", "Loon waarover loonheffing"]), f.gross - f.pension),
        (rng.choice(["Loonheffing", "Afgedragen loonheffing"]), -f.tax),
        (rng.choice(["Netto periodeloon", "Loon netto"]), f.net),
        (rng.choice(["Reisgeld", "Fietsgeld"]), f.travel),
        (rng.choice(["Voorschot", f"Reeds ontvangen voorschot wk {week + 1}"]), -advance),
        (rng.choice(["Nog te ontvangen", "Rest per bank"]), f.paid - advance),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(40, 212 + 14 * i, label, 9)
        s.text(420, 212 + 14 * i, ("-/- " if cents < 0 else "") + dutch(abs(cents)), 9, right=True)
    for x, head in ((40, "Tegoeden"), (170, "Beginstand"), (260, "Erbij"), (340, "Eraf"), (420, "Eindstand")):
        s.text(x, 346, head, 8, right=x > 40)
    stand = {170: f.balance - f.accrued, 260: f.accrued, 340: 0, 420: f.balance}
    _row(s, 40, 360, 8.5, rng.choice(["Vakantiegeld", "Vakantietoeslag 8%"]), stand)
    return [s], printed(f, "four_weeks", paid_cents=f.paid - advance, holiday_pay_cents=0)


def courier(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A delivery firm: what arrives first, the gross wage last; hours by the clock, the bailiff takes a part."""
    taken = 4250
    s = Sheet()
    s.text(56, 56, rng.choice(["Je weekloon", "Loonoverzicht van je week"]), 18)
    s.text(56, 78, f"ma {_short(f.start)[:-5]} t/m zo {_short(f.end)}", 11)
    s.text(56, 116, rng.choice(["Op je rekening", "Jouw uitbetaling"]), 10)
    s.text(56, 140, "€ " + dutch(f.paid - taken), 20)
    s.text(300, 116, rng.choice(["Overgeboekt op", "Betaalmoment"]), 10)
    s.text(300, 140, f"{_WEEKDAYS[f.paid_on.weekday()]} {_short(f.paid_on)}", 13)
    lines: list[tuple[str, int | None]] = [
        ("Van netto naar je rekening", None),
        (rng.choice(["Netto weekloon", "Netto"]), f.net),
        (rng.choice(["Vergoeding eigen fiets", "Kilometergeld"]), f.travel),
        (rng.choice(["Loonbeslag", "Beslag op loon (deurwaarder)"]), -taken),
        ("Van bruto naar netto", None),
        (rng.choice(["Bruto weekloon", "Brutoloon"]), f.gross),
        ("Jouw deel pensioen", -f.pension),
        (rng.choice(["Loonheffing", "Loonbelasting en premies"]), -f.tax),
        (rng.choice(["Vakantiegeld", "Je vakantiegeldpot"]), None),
        (rng.choice(["Vakantiegeld opgebouwd deze week", "Deze week opzijgezet vakantiegeld"]), f.accrued),
        (rng.choice(["Totaal gespaard vakantiegeld", "Vakantiegeld in de pot"]), f.balance),
    ]
    y = 164
    for label, cents in lines:
        y += 34 if cents is None else 19
        s.text(56, y, label, 11 if cents is None else 10)
        s.text(500, y, "" if cents is None else "€ " + dutch(cents, "trail"), 10, right=True)
    y += 34
    clock = rng.choice([f"{int(f.hours)}:{round(f.hours * 60) % 60:02d}", f"{_hours(f.hours)} uur"])
    s.text(56, y, f"{rng.choice(['Gewerkt', 'Uren gewerkt'])}: {clock}", 10)
    s.text(56, y + 16, f"Loonheffingskorting staat {'aan' if f.credit else 'uit'}", 10)
    s.text(56, y + 32, f"{rng.choice(['Je bent in dienst bij', 'Jouw werkgever:'])} {f.employer}", 10)
    return [s], printed(f, "week", paid_cents=f.paid - taken, loonbeslag_cents=taken)


def service_bureau(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A bookkeeper's own head above another firm's payslip; table, special rate and total, holiday pay paid at once."""
    special = round(f.accrued * 0.1)
    gross, tax = f.gross + f.accrued, f.tax + special
    net = gross - f.pension - tax
    s = Sheet()
    s.text(40, 44, "Administratiekantoor Nepcijfer", 14)
    s.text(40, 60, f"{rng.choice(['Loonopgave', 'Loonspecificatie'])} in opdracht van uw werkgever", 9)
    s.text(40, 90, rng.choice(["WERKGEVER", "GEGEVENS WERKGEVER"]), 8)
    s.text(310, 90, "WERKNEMER", 8)
    s.line(40, 95, 555)
    _pairs(s, 40, 70, 108, 12, [
        ("Naam", f.employer), ("Adres", "Voorbeeldplein 9"), ("Plaats", "Nergenshuizen"),
        ("Tijdvak", f"{_bare(f.start)} t/m {_bare(f.end)}"),
        (rng.choice(["Betaald d.d.", "Betaald per"]), _bare(f.paid_on)),
    ])  # fmt: skip
    _pairs(s, 310, 100, 108, 12, [
        ("Naam", "V. Oorbeeld"), ("Functie", rng.choice(["Taxichauffeur", "Hulp in de huishouding"])),
        ("BSN", f"{f.bsn[:4]}.{f.bsn[4:6]}.{f.bsn[6:]}"),
        (rng.choice(["Heffingskorting", "Loonh.korting"]), rng.choice([("Ja", "Nee"), ("J", "N")])[not f.credit]),
        (rng.choice(["Uren", "Aantal uren"]), _hours(f.hours)),
    ])  # fmt: skip
    heads = ("Normaal tarief", "Bijz. tarief", rng.choice(["Deze periode", "Totaal"]), "Cumulatief")
    for x, head in zip((280, 365, 460, 555), heads, strict=True):
        s.text(x, 188, head, 8, right=True)
    rows: list[tuple[str, int | None, int | None, int]] = [
        (rng.choice(["Loon", "Uurloon"]), f.gross, None, f.gross),
        (rng.choice(["Vakantiegeld uitbetaald", "Uitbetaling vakantiebijslag"]), None, f.accrued, f.accrued),
        (rng.choice(["Brutoloon", "Bruto totaal"]), f.gross, f.accrued, gross),
        ("Pensioenpremie wn.", -f.pension, None, -f.pension),
        (rng.choice(["Loonheffing", "LB/PVV"]), -f.tax, -special, -tax),
        (rng.choice(["Nettoloon", "Netto totaal"]), f.gross - f.pension - f.tax, f.accrued - special, net),
        ("Onbelaste reiskosten", None, None, f.travel),
        (rng.choice(["Te betalen", "Uitbetaling"]), None, None, net + f.travel),
    ]
    for i, (label, normal, extra, total) in enumerate(rows):
        _row(s, 40, 204 + 15 * i, 9, label, {280: normal, 365: extra, 460: total, 555: total * 5}, "lead")
    left_out = ("holiday_accrued_cents", "holiday_balance_cents")
    money = {"gross_cents": gross, "wage_tax_cents": tax, "net_cents": net, "paid_cents": net + f.travel}
    return [s], printed(f, "month", *left_out, **money, holiday_pay_cents=f.accrued, contains_bsn=True)
