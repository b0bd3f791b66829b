"""Fresh layouts, fifth part: drawn before the rules were mended by the fourth. Only measured."""

from __future__ import annotations

import random

from tests.paper.drawing import Truth, day_text, printed
from tests.paper.pdf import Sheet
from tests.paper.truth import MONTHS, Facts, dutch


def staffing(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A temp agency: the firm that hires is named as well, tiny print, a row of totals under a table of hours."""
    week = f.start.isocalendar().week
    s = Sheet()
    s.text(36, 36, f.employer, 9)
    s.text(36, 48, "Voorbeeldweg 1, 0000 AA Nergenshuizen", 7)
    s.text(300, 36, rng.choice(["Verloningsspecificatie", "Loonspecificatie"]), 12)
    left = [
        (rng.choice(["Verloningsperiode", "Tijdvak"]), f"week {week} {f.start.isocalendar().year}"),
        (rng.choice(["Valutadatum", "Boekdatum betaling"]), day_text(f.paid_on)),
        ("Inlener", "Verzonnen Magazijn Oost"),
        ("Flexkracht", "V. Oorbeeld"),
        (rng.choice(["LHK", "Loonheffingskorting"]), "Ja" if f.credit else "Nee"),
    ]
    for i, (label, value) in enumerate(left):
        s.text(300, 56 + 11 * i, label, 7.5)
        s.text(400, 56 + 11 * i, value, 7.5)
    for x, head in ((250, "Aantal"), (320, "Tarief"), (400, "Bedrag")):
        s.text(x, 130, head, 7.5, right=True)
    s.text(36, 143, rng.choice(["Normale uren 100%", "Gewerkte uren"]), 7.5)
    s.text(250, 143, f"{f.hours:.2f}".replace(".", ","), 7.5, right=True)
    s.text(320, 143, dutch(round(f.gross / f.hours)), 7.5, right=True)
    s.text(400, 143, dutch(f.gross), 7.5, right=True)
    rows = [
        (rng.choice(["Brutoloon totaal", "Totaal bruto uitzendloon"]), f.gross),
        (rng.choice(["StiPP pensioen", "Pensioenpremie StiPP"]), -f.pension),
        (rng.choice(["Loonheffing week wit", "Loonheffing witte weektabel"]), -f.tax),
        (rng.choice(["Nettoloon", "Netto uitzendloon"]), f.net),
        (rng.choice(["Reiskostenvergoeding", "Km-vergoeding onbelast"]), f.travel),
        (rng.choice(["Netto over te maken", "Bankbedrag"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(36, 160 + 12 * i, label, 7.5)
        s.text(400, 160 + 12 * i, dutch(cents, "trail"), 7.5, right=True)
    return [s], printed(f, "week", "holiday_accrued_cents", "holiday_balance_cents")


def online_office(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A payroll site for small firms: the employer at the right, amounts in sections that each end in a total."""
    s = Sheet()
    s.text(50, 50, f"{rng.choice(['Salarisstrook', 'Loonafrekening'])} {MONTHS[f.start.month - 1]} {f.start.year}", 16)
    s.text(50, 78, "V. Oorbeeld", 9)
    s.text(50, 90, "Nergensstraat 0", 9)
    s.text(350, 78, f.employer, 9)
    s.text(350, 90, "Voorbeeldplein 9", 9)
    facts = [
        (rng.choice(["Datum van betaling", "Uitbetaald per"]), day_text(f.paid_on, "/")),
        (rng.choice(["Loonheffingskorting toegepast", "Toepassing heffingskorting"]), "Ja" if f.credit else "Nee"),
        (rng.choice(["Gewerkte uren", "Uren deze maand"]), f"{f.hours:.2f}".replace(".", ",")),
    ]
    for i, (label, value) in enumerate(facts):
        s.text(50, 120 + 13 * i, label, 8.5)
        s.text(220, 120 + 13 * i, value, 8.5)
    sections = [
        ("Brutoverdiensten", None),
        ("Maandloon", f.gross),
        (rng.choice(["Bruto", "Som brutoverdiensten"]), f.gross),
        (rng.choice(["Inhoudingen werknemer", "Af"]), None),
        ("Werknemersdeel pensioen", -f.pension),
        (rng.choice(["Loonheffing", "Loonbelasting/premie volksverzekeringen"]), -f.tax),
        (rng.choice(["Netto", "Netto maandsalaris"]), f.net),
        (rng.choice(["Nettovergoedingen", "Vergoedingen"]), None),
        ("Reiskosten", f.travel),
        (rng.choice(["Te ontvangen op je rekening", "Over te schrijven"]), f.paid),
    ]
    for i, (label, cents) in enumerate(sections):
        s.text(50 if cents is None else 62, 176 + 16 * i, label, 9.5)
        if cents is not None:
            s.text(500, 176 + 16 * i, "€ " + dutch(cents), 9.5, right=True)
    return [s], printed(f, "month", "holiday_accrued_cents", "holiday_balance_cents")


def wage_codes(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A big old program: a code before each line, payments and deductions in columns, the totals in a strip below."""
    s = Sheet()
    paid_on = f"{f.paid_on.day} {MONTHS[f.paid_on.month - 1]} {f.paid_on.year}"
    s.text(40, 36, rng.choice(["SALARISSPECIFICATIE", "LOONSPECIFICATIE"]), 10)
    head = [
        (rng.choice(["Werkgever", "Inhoudingsplichtige"]), f.employer),
        ("Personeelsnr.", "000123"),
        (rng.choice(["Afrekenperiode", "Salaristijdvak"]), f"{f.start.month:02d}-{f.start.year}"),
        (rng.choice(["Betaaldatum", "Dat. betaling"]), paid_on),
        ("BSN", f.bsn),
        (rng.choice(["Heffingskorting", "Loonheff.korting"]), "J" if f.credit else "N"),
    ]
    for i, (label, value) in enumerate(head):
        s.text(40, 56 + 12 * i, label, 8)
        s.text(150, 56 + 12 * i, value, 8)
    for x, text in ((330, "Betalingen"), (430, "Inhoudingen"), (530, rng.choice(["Cumulatief", "T/m periode"]))):
        s.text(x, 144, text, 8, right=True)
    rows = [
        ("0100", "Salaris", f.gross, False),
        ("3100", "Premie pensioen", f.pension, True),
        ("4000", rng.choice(["Loonheffing tabel", "Loonheffing"]), f.tax, True),
        ("7200", "Reiskosten onbelast", f.travel, False),
    ]
    for i, (code, label, cents, off) in enumerate(rows):
        s.text(40, 160 + 12 * i, code, 8)
        s.text(80, 160 + 12 * i, label, 8)
        s.text(430 if off else 330, 160 + 12 * i, dutch(cents), 8, right=True)
        s.text(530, 160 + 12 * i, dutch(cents * 5), 8, right=True)
    strip = [
        (rng.choice(["Brutosalaris", "Bruto totaal"]), f.gross),
        (rng.choice(["Nettosalaris", "Netto totaal"]), f.net),
        (rng.choice(["Uitbetaling", "Te betalen"]), f.paid),
    ]
    for i, (label, cents) in enumerate(strip):
        s.text(40 + 160 * i, 230, label, 8)
        s.text(40 + 160 * i, 244, dutch(cents), 10)
    left_out = ("hours", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "month", *left_out, contains_bsn=True)


def by_letter(f: Facts, rng: random.Random) -> tuple[list[Sheet], Truth]:
    """A club or household that pays one person: written like a letter, with words instead of a table's terms."""
    s = Sheet()
    s.text(56, 52, f.employer, 13)
    s.text(56, 70, "aan V. Oorbeeld", 9)
    s.text(56, 98, f"{rng.choice(['Betreft: loon over', 'Loonstrook voor'])} vier weken", 11)
    s.text(56, 116, f"{rng.choice(['Periode van', 'Loon van'])} {day_text(f.start)} tot en met {day_text(f.end)}", 10)
    s.text(56, 134, f"Uren: {f.hours:.2f}".replace(".", ","), 10)
    rows = [
        (rng.choice(["Loon voor aftrek (bruto)", "Brutoloon"]), f.gross),
        ("Af: pensioen", -f.pension),
        (rng.choice(["Af: loonheffing", "Ingehouden voor de Belastingdienst (loonheffing)"]), -f.tax),
        (rng.choice(["Loon na aftrek (netto)", "Nettoloon"]), f.net),
        ("Bij: reiskosten", f.travel),
        (rng.choice(["Samen uit te betalen", "Totaal dat u krijgt uitbetaald"]), f.paid),
    ]
    for i, (label, cents) in enumerate(rows):
        s.text(56, 164 + 18 * i, label, 10)
        s.text(470, 164 + 18 * i, dutch(cents), 10, right=True)
    s.text(56, 290, f"{rng.choice(['Wij maken dit over op', 'Overgemaakt op'])} {day_text(f.paid_on)}.", 10)
    left_out = ("tax_credit_applied", "holiday_accrued_cents", "holiday_balance_cents")
    return [s], printed(f, "four_weeks", *left_out)
