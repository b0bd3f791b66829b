"""The month's payslips as a table: XLSX, and CSV as a Dutch spreadsheet reads it. No cell can act as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from bot.income.exporting import Cell, harmless

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv; charset=utf-8"
MAX_CELL = 32_000  # a spreadsheet takes 32,767 characters a cell


def as_csv(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Semicolons, decimal commas, and a mark of UTF-8: so it opens in a Dutch spreadsheet without questions."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(heads)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)[:MAX_CELL]
        case date():
            return cell.isoformat()
    return str(cell).replace(".", ",")


def as_xlsx(title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """One sheet with a fixed first row and a filter; amounts and days are numbers and days."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for column in range(len(heads)):
        sheet.column_dimensions[_letter(column)].width = max(12, len(heads[column]) + 2)
    sheet.auto_filter.ref = f"A1:{_letter(len(heads) - 1)}{len(rows) + 1}"
    sheet.append([_head(sheet, head) for head in heads])
    for row in rows:
        sheet.append([_filled(sheet, cell) for cell in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _letter(column: int) -> str:
    return chr(ord("A") + column)  # 22 columns: no second letter is needed


def _head(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _filled(sheet: Any, value: Cell) -> Any:
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=value)
        if isinstance(value, Decimal):
            cell.number_format = "#,##0.00"
        elif isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        return cell
    cell = WriteOnlyCell(sheet, value=harmless(value)[:MAX_CELL])
    cell.data_type = "s"  # text, whatever it begins with; and it stays text when somebody edits it
    cell.quotePrefix = True
    return cell
