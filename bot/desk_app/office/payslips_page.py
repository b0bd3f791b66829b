"""The month's checked payslips, for the income consultant who settles them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starlette.responses import Response, StreamingResponse

from bot.desk_app.desk import Visit
from bot.desk_app.office import wording
from bot.desk_app.pages import not_found, page
from bot.desk_app.when import month_before, month_of
from bot.income.bundle import bundle, table_of
from bot.income.exporting import HEADS, CheckedPayslip
from bot.income.leaving import note
from bot.income.spreadsheet import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx


async def payslips_page(visit: Visit) -> Response:
    """GET /desk/export?maand=2026-10: what there is, by number; names and amounts are in the files only."""
    month = _month(visit.request.query_params.get("maand", "")) or month_before(month_of(visit.at))
    return await _show(visit, month)


async def _show(visit: Visit, month: date, status: int = 200, wrong: str = "") -> Response:
    async with visit.desk.units.reading() as unit:
        months = await unit.exports.months(visit.staff.id)
        payslips = await unit.exports.checked(visit.staff.id, month)
        caseworkers = [one.name for one in await unit.staff.all() if one.consultant_id == visit.staff.id and one.active]
    return page(
        "payslips.html",
        status,
        session=visit.session,
        at=visit.at,
        month=month,
        months=months,
        payslips=payslips,
        caseworkers=caseworkers,
        wrong=wrong,
        office=wording,
    )


async def take_out(visit: Visit) -> Response:
    """POST /desk/export with `month`, `what` (zip, xlsx, csv) and `again`: the file, marked as exported."""
    month, what = _month(visit.form.get("month", "")), visit.form.get("what", "")
    if month is None or what not in ("zip", "xlsx", "csv"):
        return not_found(session=visit.session)
    originals = what == "zip" and visit.form.get("originals") == "yes"
    async with visit.desk.units.writing() as unit:
        found = await unit.exports.checked(visit.staff.id, month)
        payslips = [one for one in found if visit.form.get("again") == "yes" or one.exported_at is None]
        await note(unit, visit.staff.id, payslips, visit.at, originals=originals)
    if not payslips:
        return await _show(visit, month, 422, wording.nothing_to_export(visit.words))
    return await _file(visit, month, what, payslips, originals=originals)


async def _file(
    visit: Visit, month: date, what: str, payslips: Sequence[CheckedPayslip], *, originals: bool
) -> Response:
    files, title = visit.desk.files, f"Loonstroken {month:%Y-%m}"
    headers = {"Content-Disposition": f'attachment; filename="loonstroken-{month:%Y-%m}.{what}"'}
    if what == "zip":
        return StreamingResponse(
            bundle(title, payslips, files, originals=originals), media_type="application/zip", headers=headers
        )
    rows = await table_of(payslips, files)
    if what == "csv":
        return Response(as_csv(HEADS, rows), headers={**headers, "Content-Type": CSV_TYPE})
    return Response(as_xlsx(title, HEADS, rows), headers={**headers, "Content-Type": XLSX_TYPE})


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01") if len(text) == 7 else None
    except ValueError:
        return None
