"""Payslips drawn by chance: labels, order, columns, sizes and spellings differ from one to the next.

They stand for packages that nobody has shown us. The labels come from lists of their own, not from the lexicon.
"""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet, width
from tests.paper.truth import MONTHS, Facts, dutch, english, facts

_DUTCH: dict[str, tuple[str, ...]] = {
    "title": (
        "Loonstrook",
        "Salarisspecificatie",
        "Loonspecificatie",
        "Salarisstrook",
        "Loonbrief",
        "Specificatie salaris",
    ),
    "employer": ("Werkgever", "Naam werkgever", "Bedrijf", "Firma", "In opdracht van", "Inhoudingsplichtige"),
    "period": ("Periode", "Loontijdvak", "Verloningsperiode", "Loonperiode", "Tijdvak", "Salaris over"),
    "paid_on": (
        "Betaaldatum",
        "Datum betaling",
        "Uitbetaald op",
        "Betaald per",
        "Datum van uitbetaling",
        "Verwachte betaaldatum",
    ),
    "gross": ("Brutoloon", "Bruto salaris", "Totaal bruto", "Bruto", "Som bruto loon", "Bruto periodesalaris"),
    "pension": ("Pensioenpremie", "Premie pensioen", "Pensioen", "Pensioenfonds", "Eigen bijdrage pensioen"),
    "tax": (
        "Loonheffing",
        "Ingehouden loonheffing",
        "LB/PVV",
        "Loonbelasting",
        "Loonheffing (tabel)",
        "Inhouding loonheffingen",
    ),
    "net": ("Nettoloon", "Netto salaris", "Netto", "Totaal netto", "Netto periodesalaris", "Loon na inhoudingen"),
    "travel": ("Reiskostenvergoeding", "Reiskosten", "Km-vergoeding", "Onbelaste reiskosten", "Vergoeding woon-werk"),
    "paid": (
        "Uit te betalen",
        "Uitbetaald",
        "Netto uitbetaling",
        "Over te maken",
        "Totaal uit te betalen",
        "Op uw rekening",
    ),
    "accrued": (
        "Opbouw vakantiegeld",
        "Reservering vakantiegeld",
        "Vakantietoeslag opbouw",
        "Opgebouwd deze periode vakantiegeld",
    ),
    "balance": (
        "Saldo vakantiegeld",
        "Stand vakantietoeslag",
        "Tegoed vakantiegeld",
        "Vakantiegeld totaal opgebouwd",
    ),
    "hours": ("Gewerkte uren", "Aantal uren", "Verloonde uren", "Uren", "Uren in deze periode"),
    "credit": ("Loonheffingskorting", "LH-korting", "Heffingskorting toegepast", "Korting loonheffing"),
}
_ENGLISH: dict[str, tuple[str, ...]] = {
    "title": ("Payslip", "Salary slip", "Wage slip"),
    "employer": ("Employer", "Company", "Name of employer"),
    "period": ("Period", "Pay period", "Wage period"),
    "paid_on": ("Payment date", "Paid on", "Pay date"),
    "gross": ("Gross salary", "Gross pay", "Total gross", "Gross earnings"),
    "pension": ("Pension", "Pension premium", "Pension contribution employee"),
    "tax": ("Wage tax", "Payroll tax", "Wage tax withheld", "Tax deducted"),
    "net": ("Net salary", "Net pay", "Net wage"),
    "travel": ("Travel allowance", "Travel expenses", "Commuting allowance"),
    "paid": ("Amount paid", "Net payment", "Transferred to account", "Total payable"),
    "accrued": ("Holiday allowance accrued", "Holiday pay accrual"),
    "balance": ("Holiday allowance balance", "Balance holiday pay"),
    "hours": ("Hours worked", "Hours", "Total hours"),
    "credit": ("Tax credit applied", "Payroll tax credit"),
}
_MONEY = ("gross", "pension", "tax", "net", "travel", "paid")


def wild(seed: int) -> tuple[list[Sheet], Truth]:
    """A payslip drawn by chance, and what is printed on it."""
    rng = random.Random(seed * 7919)
    kind = rng.choice(["month", "month", "month", "four_weeks", "week"])
    f = facts(seed, kind, travel=rng.random() < 0.7)
    english_words = rng.random() < 0.15
    words = {name: rng.choice(choices) for name, choices in (_ENGLISH if english_words else _DUTCH).items()}
    sheet, size = Sheet(), rng.choice([7.0, 8.0, 9.0, 9.5, 10.0])
    left_out: list[str] = []
    y = _head(sheet, f, words, kind, size, rng, english_words, left_out)
    write = english if english_words else dutch
    draw = rng.choice([_table, _table, _columns_apart, _boxes])
    y = draw(sheet, f, words, size, rng, y, write)
    _reservations(sheet, f, words, size, rng, y, write, left_out)
    if rng.random() < 0.5:
        sheet.text(40, 800, "Vragen over uw loonstrook? Neem contact op met uw leidinggevende.", 7)
    return [sheet], printed(f, kind, *left_out)


def _head(
    sheet: Sheet, f: Facts, words: dict[str, str], kind: str, size: float, rng: random.Random, english_words: bool,
    left_out: list[str],
) -> float:  # fmt: skip
    between = rng.choice(["-", "/", "-"])
    until = "to" if english_words else rng.choice(["t/m", "-", "tot en met"])
    spelled = f"{day_text(f.start, between)} {until} {day_text(f.end, between)}"
    if kind == "month" and not english_words and rng.random() < 0.4:
        spelled = rng.choice([f"{MONTHS[f.start.month - 1]} {f.start.year}", f"{f.start.month:02d}-{f.start.year}"])
    credit = rng.choice([("Ja", "Nee"), ("J", "N"), ("ja", "nee")])[0 if f.credit else 1]
    if english_words:
        credit = "Yes" if f.credit else "No"
    pairs = [
        (words["period"], spelled),
        (words["paid_on"], day_text(f.paid_on, between)),
        (words["credit"], credit),
        (words["hours"], f"{f.hours:.2f}".replace(".", "." if english_words else ",")),
        ("Employee" if english_words else "Werknemer", "A. Verzonnen"),
    ]
    if rng.random() < 0.5:
        pairs.insert(0, (words["employer"], f.employer))
    else:
        sheet.text(40, 40, f.employer, size + rng.choice([2, 4]))
    rng.shuffle(pairs)
    sheet.text(rng.choice([40, 220, 380]), 62, words["title"], size + 3)
    colon = rng.choice(["", ":", " :"])
    left, across = rng.choice([40, 40, 300]), rng.choice([110, 140])
    for index, (label, value) in enumerate(pairs):
        sheet.text(left, 90 + index * size * 1.6, label + colon, size)
        sheet.text(left + max(across, width(label + colon, size) + 8), 90 + index * size * 1.6, value, size)
    return 90 + len(pairs) * size * 1.6 + 20


def _lines(f: Facts, words: dict[str, str]) -> list[tuple[str, str, int]]:
    amounts = {"gross": f.gross, "pension": -f.pension, "tax": -f.tax, "net": f.net, "travel": f.travel, "paid": f.paid}
    shown = [name for name in _MONEY if amounts[name] or name in ("gross", "tax", "net", "paid")]
    return [(name, words[name], amounts[name]) for name in shown]


def _table(
    sheet: Sheet, f: Facts, words: dict[str, str], size: float, rng: random.Random, y: float, write: object
) -> float:
    """Rows with an amount, perhaps a base before it and a total of the year behind it."""
    total, code, minus = rng.random() < 0.6, rng.random() < 0.3, rng.choice(["lead", "trail", "none"])
    x = rng.choice([300, 360, 420])
    if total:
        sheet.text(x, y, rng.choice(["Bedrag", "Deze periode", "Periode"]), size, right=True)
        sheet.text(550, y, rng.choice(["Cumulatief", "T/m periode", "Jaartotaal", "Cum."]), size, right=True)
        y += size * 1.7
    for number, (_, label, cents) in enumerate(_lines(f, words)):
        if code:
            sheet.text(40, y, str(1000 + 50 * number), size)
        sheet.text(75 if code else 40, y, label, size)
        sheet.text(x, y, _amount(cents, minus, write), size, right=True)
        if total:
            sheet.text(550, y, _amount(cents * 4, minus, write), size, right=True)
        y += size * 1.6
    return y + 15


def _columns_apart(
    sheet: Sheet, f: Facts, words: dict[str, str], size: float, rng: random.Random, y: float, write: object
) -> float:
    """What is paid in one column, what is withheld in another."""
    sheet.text(380, y, rng.choice(["Betalingen", "Bij"]), size, right=True)
    sheet.text(500, y, rng.choice(["Inhoudingen", "Af"]), size, right=True)
    for name, label, cents in _lines(f, words):
        y += size * 1.6
        sheet.text(40, y, label, size)
        sheet.text(500 if name in ("pension", "tax") else 380, y, _amount(cents, "none", write), size, right=True)
    return y + 30


def _boxes(
    sheet: Sheet, f: Facts, words: dict[str, str], size: float, rng: random.Random, y: float, write: object
) -> float:
    """Labels in a row, amounts below them."""
    lines = _lines(f, words)
    for start in range(0, len(lines), 3):
        for column, (_, label, cents) in enumerate(lines[start : start + 3]):
            sheet.text(40 + 180 * column, y, label, size - 1)
            sheet.text(40 + 180 * column, y + size * 1.4, _amount(cents, "none", write), size + 1)
        y += size * 3.6
    return y + 10


def _reservations(
    sheet: Sheet, f: Facts, words: dict[str, str], size: float, rng: random.Random, y: float, write: object,
    left_out: list[str],
) -> None:  # fmt: skip
    for name, cents in (("accrued", f.accrued), ("balance", f.balance)):
        if rng.random() < 0.3:
            left_out.append(f"holiday_{name}_cents")
            continue
        sheet.text(40, y, words[name], size)
        sheet.text(330, y, _amount(cents, "none", write), size, right=True)
        y += size * 1.7


def _amount(cents: int, minus: str, write: object) -> str:
    if minus == "none" or write is english:
        return write(abs(cents))  # type: ignore[operator,no-any-return]
    return dutch(cents, minus)
