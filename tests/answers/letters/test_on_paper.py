"""What stands on a letter is found where it is printed, also when a camera misread it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.letters.last_day import last_day
from bot.answers.letters.letter import Letters
from bot.answers.letters.letter_day import letter_day
from bot.answers.letters.misread import printed_days
from bot.answers.letters.paper_amounts import amounts_on
from bot.answers.letters.paper_references import reference_on
from bot.answers.letters.proposing import propose
from bot.income.photos.lines import without_numbers
from bot.printed import Line, text_of

TODAY = date(2026, 11, 26)
TWELFTH = date(2026, 11, 12)


def page(*rows: str, sure: float = 1.0) -> list[Line]:
    """Rows of a page; texts that stand apart are separated by « | », every one 130 points to the right."""
    cells = [(row, at, text) for row, line in enumerate(rows) for at, text in enumerate(line.split(" | ")) if text]
    return [Line(text, 0, row, 60.0 + 130 * at, 60.0 + 130 * at + 5 * len(text), sure) for row, at, text in cells]


@pytest.mark.parametrize(
    "printed",
    [
        "12 november 2026", "12november2026", "l2 novernber 2O26", "1 2 november 2 0 2 6", "12 - 11 - 2026", "12-11-26",
        "12.11.2026", "2026-11-12", "12 nov. 2026", "12 nov '26", "12 novembcr 2026", "12e november 2026",
        "12 NOVEMBER 2026", "I2-11-2O26",
    ],
)  # fmt: skip
def test_a_misread_day_is_still_that_day(printed: str) -> None:
    """1 and l, 0 and O, spaces, a month with a wrong letter."""
    assert [each.day for each in printed_days(printed, TODAY)] == [TWELFTH]


@pytest.mark.parametrize(
    "text",
    ["binnen 14 dagen", "6 weken", "artikel 12 lid 2", "020 252 6000", "€ 3.11.2026", "1.234,56", "12 maand 2026",
     "31-02-2026", "3e kwartaal 2026", "1 juxi 2026", "12 maandagen"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    """Also a month that may be two of them."""
    assert printed_days(text, TODAY) == []


@given(st.text(alphabet="0123456789OolI-/. €novjanmeirst'|\n", max_size=80))
def test_finding_never_raises(text: str) -> None:
    """Whatever was read."""
    lines = page(*text.split("\n"))
    assert all(2000 <= each.day.year < 2100 for each in printed_days(text, TODAY))
    assert all(each.cents > 0 for each in amounts_on(lines))
    letter_day(lines, TODAY), last_day(lines, TODAY), reference_on(lines)
    assert isinstance(without_numbers(text), str)


@pytest.mark.parametrize(
    "rows",
    [
        ("Datum: 12 november 2026", "Geachte heer,"),
        ("Datum | 12 november 2026", "Ons kenmerk | 123"),
        ("Datum | Ons kenmerk | Behandeld door", "12-11-2026 | B 123 | K. Nep"),
        ("Datum", "12 november 2026"),
        ("Verzenddatum", "12-11-2026"),
        ("Dagtekening 12 november 2026",),
        ("Amsterdam, 12 november 2026", "Geachte heer,"),
        ("UWV", "12 november 2026", "Beste mevrouw,"),
        ("Datum: 12 november 2026", "Betaal uiterlijk 20 november 2026."),
        ("Geboortedatum: 3-5-2020", "Datum: 12 november 2026"),
        ("Uw brief van 1 november 2026 | Datum 12 november 2026",),
        ("Port betaald 10-11-2026", "Datum", "12 november 2026"),
    ],
)
def test_the_day_of_a_letter(rows: tuple[str, ...]) -> None:
    """At its label: after it, to its right or below it; after a place, or alone at the head."""
    found = letter_day(page(*rows), TODAY)
    assert found is not None and found.day == TWELFTH
    assert found.line.text in " | ".join(rows)


@pytest.mark.parametrize(
    "row",
    ["Geboortedatum: 3-5-2020", "Ingangsdatum 1 december 2026", "Uiterste betaaldatum: 20 november 2026",
     "Port betaald 10-11-2026", "Uw aanvraag van 2 november 2026", "Met ingang van 1 oktober 2026 krijgt u geld."],
)  # fmt: skip
def test_another_day_is_not_taken_for_it(row: str) -> None:
    """A birthday, a beginning, a last day, a postmark, another letter."""
    found = letter_day(page("Gemeente", row, "Geachte heer,"), TODAY)
    assert found is None or found.sure < 0.5


def test_two_days_that_are_as_likely_make_it_doubtful() -> None:
    """Then the place is shown."""
    found = letter_day(page("Datum: 12 november 2026", "Datum: 2 november 2026"), TODAY)
    assert found is not None and found.sure < 0.8


@pytest.mark.parametrize(
    "rows",
    [
        ("Betaal uiterlijk 10 december 2026.",),
        ("Stuur dit vóór 10 december 2026 terug.",),
        ("Het bedrag moet uiterlijk", "10 december 2026 bij ons zijn."),
        ("Uiterste betaaldatum | 10-12-2026",),
        ("Vervaldatum: 10-12-2026",),
        ("Wij verwachten u op donderdag 10 december 2026 om 10.00 uur.",),
        ("Datum: 10 december 2026", "Tijd: 11.00 uur"),
    ],
)
def test_the_last_day(rows: tuple[str, ...]) -> None:
    """By its word, also when that is on the line above; an appointment counts too."""
    found = last_day(page(*rows), TODAY)
    assert found is not None and found.day == date(2026, 12, 10)


def test_a_period_or_a_beginning_is_no_last_day() -> None:
    """«Van 1 oktober tot en met …» says nothing about doing something."""
    rows = ("Over de periode van 1 oktober 2026 tot en met 31 oktober 2026", "Vanaf 1 januari 2027 krijgt u meer.")
    assert last_day(page(*rows), TODAY) is None


@pytest.mark.parametrize(
    ("rows", "cents"),
    [
        (("U moet € 120,50 terugbetalen.", "De rente is € 3,00."), 12_050),
        (("Hoofdsom | € 100,00", "Rente en kosten | € 20,00", "Totaal te betalen | € 120,00"), 12_000),
        (("Hoofdsom | 100,00", "Totaal te betalen | 12O,00"), 12_000),
        (("Uw uitkering was € 900,00. U krijgt nu € 950,00 per maand.",), 95_000),
        (("Betaal € 1.234,56 voor 1 december.",), 123_456),
        (("Betaal 80 euro.",), 8_000),
    ],
)
def test_the_amount_that_is_asked_or_granted(rows: tuple[str, ...], cents: int) -> None:
    """Not a part of it, and not what it was before."""
    assert amounts_on(page(*rows))[0].cents == cents


@pytest.mark.parametrize(
    ("rows", "reference"),
    [
        (("Ons kenmerk: B/2026/12345",), "B/2026/12345"),
        (("Ons kenmerk | Z26-009831",), "Z26-009831"),
        (("Onskenmerk", "Z26-009831"), "Z26-009831"),
        (("Klantnummer 12345", "Zaaknummer: 2026-11-4471"), "2026-11-4471"),
        (("Uw kenmerk: 999", "Ons kenmerk: 4471 2089"), "4471 2089"),
        (("Dossiernummer 44712 Amsterdam",), "44712"),
        (("Aanslagnummer 9999.90.•••.H.60.01",), None),
        (("Kenmerk", "Geachte heer,"), None),
    ],
)
def test_the_reference(rows: tuple[str, ...], reference: str | None) -> None:
    """The one that the sender asks for; none when a citizen service number may be part of it."""
    found = reference_on(page(*rows))
    assert (found.text if found else None) == reference


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("BSN 999990019", "BSN •••••••••"),
        ("9999.90.019.H.60.01", "••••.••.•••.H.60.01"),
        ("Kenmerk 12 999990019 4", "Kenmerk •• ••••••••• •"),
        ("12-11-2026 en 1.234,56", "12-11-2026 en 1.234,56"),
        ("Zaak 2026-118", "Zaak 2026-118"),
    ],
)
def test_a_number_that_may_be_a_bsn_is_hidden(text: str, shown: str) -> None:
    """Wherever it stands in a longer one."""
    assert without_numbers(text) == shown


def test_a_letter_is_proposed_with_a_confidence_for_each_value(letters: Letters) -> None:
    """And the place of a doubtful day."""
    rows = (
        "UWV", "Datum: l2 novernber 2O26", "Ons kenmerk: 44712", "Onderwerp: U krijgt een WW-uitkering",
        "Geachte heer Verzonnen,", "Uw WW-uitkering is € 900,00 per maand.", "U kunt binnen zes weken bezwaar maken.",
    )  # fmt: skip
    lines = [Line(one.text, 0, one.row, one.left, one.right, 0.85, b"jpeg") for one in page(*rows)]
    found = propose(letters, lines, TODAY)
    assert found is not None
    assert (found.sender, found.kind, found.day, found.cents) == ("uwv", "ww_toekenning", "2026-11-12", 90_000)
    assert found.reference == "44712"
    assert {"sender", "kind", "day", "cents", "reference"} <= set(found.sure)
    assert found.sure["day"] < 0.8 and found.pictures == {"day": b"jpeg"}
    assert b"jpeg" not in str(found.to_json()).encode()


def test_a_text_without_the_signs_of_a_letter_is_none(letters: Letters) -> None:
    """A payslip, a list, nothing."""
    assert propose(letters, page("Salarisspecificatie", "Bruto | 900,00", "Netto | 850,00"), TODAY) is None
    assert propose(letters, [], TODAY) is None
    assert text_of([]) == ""
