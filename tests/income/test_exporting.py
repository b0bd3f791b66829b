"""Cells that a spreadsheet reads as they are."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st

from bot.income.exporting import FORMULA_STARTS, HEADS, CheckedPayslip, cells, file_names, harmless
from bot.income.paper import Paper
from bot.income.spreadsheet import as_csv, as_xlsx

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
READ = {
    "employer": "Bakkerij De Verzonnen Korst B.V.",
    "period": {"kind": "month", "start": "2026-10-01", "end": "2026-10-31"},
    "gross_cents": 123456,
    "net_cents": -500,
    "hours": 52.5,
    "tax_credit_applied": False,
}


def payslip(**reading: object) -> CheckedPayslip:
    paper = Paper("p", "LS-1", "c", "pdf", "confirmed", date(2026, 10, 1), 1, "f", "sha", dict(reading), AT, AT)
    return CheckedPayslip("K-1", "Samira Verzonnen", "Karin", paper, AT, None)


@given(st.text())
@example("=cmd|' /C calc'!A0")
@example(" \t=1+1")
@example("\n@SUM(1)")
def test_no_text_begins_as_a_formula(text: str) -> None:
    """Whatever an employer calls itself; and each stays one line."""
    made = harmless(text)
    assert not made.lstrip().startswith(FORMULA_STARTS)
    assert not set(made) & set("\r\n\t\0")


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs",))), min_size=1, max_size=5))
def test_a_csv_comes_back_as_it_was(texts: list[str]) -> None:
    """Quotes, semicolons and all."""
    made = as_csv([str(number) for number in range(len(texts))], [list(texts)]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(made, newline=""), delimiter=";"))
    assert rows[1:] == [[harmless(text) for text in texts]] or (len(texts) == 1 and rows[1:] == [[""]]) or rows[
        1:
    ] == [[]]


def test_amounts_are_numbers_and_what_was_not_found_is_empty() -> None:
    """A negative amount is a number, not a formula; nothing is guessed."""
    row = dict(zip(HEADS, cells(payslip(**READ), ["K-1_LS-1.pdf"]), strict=True))
    assert (row["Brutoloon"], row["Nettoloon"], row["Uren"]) == (Decimal("1234.56"), Decimal(-5), Decimal("52.5"))
    assert (row["Periode van"], row["Betaald op"], row["Loonbeslag"]) == (date(2026, 10, 1), None, None)
    assert row["Loonheffingskorting"] == "nee"
    written = as_csv(HEADS, [list(row.values())]).decode("utf-8-sig")
    assert ";1234,56;" in written and ";-5;" in written
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx("Loonstroken 2026-10", HEADS, [list(row.values())]))).active
    assert sheet is not None and sheet.freeze_panes == "A2"
    found = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (found["Nettoloon"].value, found["Nettoloon"].number_format) == (-5, "#,##0.00")
    assert found["Naam"].data_type == "s"


def test_each_page_has_a_name_of_its_own() -> None:
    """The client's file names have no say; a file that could not be covered is only there on request."""
    assert file_names(payslip()) == []
    assert file_names(payslip(), originals=True) == [("K-1_LS-1_niet-afgedekt-1", "f")]
    covered = payslip(files=["a", "b"], pictures=["p1", "p2"])
    assert file_names(covered, originals=True) == [("K-1_LS-1_bladzijde-1", "p1"), ("K-1_LS-1_bladzijde-2", "p2")]
    half = payslip(files=["a", "b"], pictures=["p1", ""])
    assert file_names(half, originals=True) == [("K-1_LS-1_bladzijde-1", "p1"), ("K-1_LS-1_niet-afgedekt-1", "b")]


def test_the_index_says_which_pages_are_covered() -> None:
    """By number; a payslip without pictures has none that are."""
    for reading, said in (({"pictures": ["p1", "", "p3"]}, ("1, 3", "2")), ({}, ("", "1"))):
        row = dict(zip(HEADS, cells(payslip(**reading), []), strict=True))
        assert (row["Afgedekte bladzijden"], row["Niet afgedekte bladzijden"]) == said
