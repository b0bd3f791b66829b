"""Papers that look like a payslip but are not, by the reason they must get."""

from __future__ import annotations

from tests.paper.pdf import Sheet, write

_TEXTS: dict[str, tuple[str, ...]] = {
    "jaaropgave": (
        "Jaaropgave 2026",
        "Werkgever: Bakkerij De Verzonnen Korst B.V.",
        "BSN: 999990019",
        "Fiscaal loon   14.321,00",
        "Ingehouden loonheffing   812,00",
        "Verrekende arbeidskorting   1.204,00",
        "Loonheffingskorting: ja",
        "Nettoloon   12.000,00",
    ),
    "bank_statement": (
        "Rekeningafschrift oktober 2026",
        "Beginsaldo   214,10",
        "25-10-2026 Bakkerij De Verzonnen Korst salaris   875,00 Bij",
        "26-10-2026 Supermarkt pinbetaling   23,45 Af",
        "Eindsaldo   1.065,65",
    ),
    "benefit_specification": (
        "Uitkeringsspecificatie oktober 2026",
        "Gemeente Nergenshuizen, Werk en Inkomen",
        "Bijstandsnorm alleenstaande   1.401,50",
        "Bruto   1.501,00",
        "Loonheffing   99,50",
        "Inkomsten uit arbeid   400,00-",
        "Netto   1.001,50",
        "Uit te betalen   1.001,50",
    ),
    "contract": (
        "Arbeidsovereenkomst voor bepaalde tijd",
        "Artikel 1. De werknemer treedt in dienst op 1 oktober 2026.",
        "Artikel 2. Het brutoloon is 15,00 per uur, 240,00 per week.",
        "De proeftijd is een maand. De opzegtermijn is een maand.",
    ),
    "hours_sheet": (
        "Urenstaat week 41 2026",
        "Maandag 09:00 17:00 pauze 0,50 uren 7,50",
        "Dinsdag 09:00 13:00 uren 4,00",
        "Woensdag vrij 0,00",
        "Totaal uren 11,50",
        "Handtekening opdrachtgever",
    ),
    "letter": (
        "Gemeente Nergenshuizen",
        "Onderwerp: uw inkomsten",
        "Geachte heer Verzonnen,",
        "Wij hebben uw loonstrook van september nodig.",
        "Stuur ons de loonstrook voor 1 november.",
        "Met vriendelijke groet, uw klantmanager",
    ),
    "invoice": (
        "Factuur 2026-0012",
        "Factuurnummer 2026-0012",
        "Bedrag   100,00",
        "BTW 21%   21,00",
        "Totaal   121,00",
        "Betalingstermijn 14 dagen",
    ),
    "other": (
        "Recept voor appeltaart",
        "Neem 300 gram bloem en 200 gram boter.",
        "Bak de taart een uur in de oven.",
    ),
}

REASONS = tuple(_TEXTS)


def lookalike(reason: str) -> bytes:
    """A paper of this kind as PDF."""
    return write([lookalike_sheet(reason)])


def lookalike_sheet(reason: str) -> Sheet:
    """A page of this kind."""
    sheet = Sheet()
    for index, line in enumerate(_TEXTS[reason]):
        left, _, right = line.partition("   ")
        sheet.text(50, 60 + 18 * index, left, 14 if index == 0 else 10)
        if right:
            sheet.text(520, 60 + 18 * index, right, 10, right=True)
    return sheet
