"""The month's checked payslips leave the desk: whole, marked, seen by the client, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import httpx
import openpyxl

from .house import PNG, House, csrf_in
from .test_roles import check_a_payslip

OCTOBER = date(2026, 10, 1)


async def export(house: House, what: str, again: str = "", originals: str = "") -> httpx.Response:
    browser = await house.signed_in("Ilse")
    csrf = csrf_in((await browser.get("/desk/export")).text)
    fields = {"csrf": csrf, "month": "2026-10", "what": what, "again": again, "originals": originals}
    return await browser.post("/desk/export", data=fields)


async def test_the_zip_holds_the_payslips_with_an_index(house: House) -> None:
    """Every file under the client's number and the receipt, and two tables that name it."""
    await check_a_payslip(house)
    answer = await export(house, "zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="loonstroken-2026-10.zip"'
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    papers = [name for name in archive.namelist() if name.startswith("papieren/")]
    assert len(papers) == 1 and house.samira.number in papers[0] and papers[0].endswith("_bladzijde-1.png")
    assert archive.read(papers[0]) == PNG
    (row,) = list(csv.DictReader(io.StringIO(archive.read("index.csv").decode("utf-8-sig")), delimiter=";"))
    assert (row["Klantnummer"], row["Naam"], row["Klantmanager"]) == (house.samira.number, "Samira", "Noor")
    assert (row["Afgedekte bladzijden"], row["Niet afgedekte bladzijden"]) == ("1", "2")
    assert row["Bestanden"] == papers[0].removeprefix("papieren/")
    assert "persoonsgegevens" in archive.read("lees-mij.txt").decode()


async def test_what_could_not_be_covered_comes_on_request_only_and_the_client_reads_so(house: House) -> None:
    """Its name warns; without the tick it stays in the bot."""
    await check_a_payslip(house)
    archive = zipfile.ZipFile(io.BytesIO((await export(house, "zip", originals="yes")).content))
    (bare,) = [name for name in archive.namelist() if "niet-afgedekt" in name]
    assert archive.read(bare) == b"%PDF-1.4 loonstrook"
    async with house.units.reading() as unit:
        assert [one.what for one in await unit.looks.of_client(house.samira.id)] == ["payslips_originals"]


async def test_a_picture_of_before_that_nobody_vouched_for_stays_in_the_bot(house: House) -> None:
    """Only the kind «covered» goes out as a page; the rest counts as not covered, and needs the tick."""
    await house.keep_file(PNG, "photo", "f1p1")
    await check_a_payslip(house)
    archive = zipfile.ZipFile(io.BytesIO((await export(house, "zip")).content))
    assert [name for name in archive.namelist() if name.startswith("papieren/")] == []
    (row,) = list(csv.DictReader(io.StringIO(archive.read("index.csv").decode("utf-8-sig")), delimiter=";"))
    assert (row["Afgedekte bladzijden"], row["Niet afgedekte bladzijden"]) == ("", "1, 2")


async def test_no_cell_is_a_formula(house: House) -> None:
    """An employer whose name begins with «=» stays a name, in both tables."""
    await check_a_payslip(house)
    sheet = openpyxl.load_workbook(io.BytesIO((await export(house, "xlsx")).content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert "'=Bakkerij" in [cell.value for cell in cells]
    text = (await export(house, "csv", "yes")).content.decode("utf-8-sig")
    assert ";'=Bakkerij;" in text


async def test_what_left_is_marked_and_leaves_once(house: House) -> None:
    """The second time there is nothing new; who wants all of it says so."""
    await check_a_payslip(house)
    browser = await house.signed_in("Ilse")
    before = (await browser.get("/desk/export?maand=2026-10")).text
    assert (await export(house, "csv")).status_code == 200
    after = (await browser.get("/desk/export?maand=2026-10")).text
    again = await export(house, "csv")
    assert "1 nog niet opgehaald" in before and "nog niet opgehaald" not in after
    assert again.status_code == 422 and "niets nieuws" in again.text
    assert (await export(house, "csv", "yes")).status_code == 200
    async with house.units.reading() as unit:
        assert [one.exported_at for one in await unit.exports.checked(house.staff["Ilse"].id, OCTOBER)] == [house.at]


async def test_the_client_reads_that_the_payslip_was_taken(house: House) -> None:
    """With the role; a page that shows numbers only is no look."""
    await check_a_payslip(house)
    await (await house.signed_in("Ilse")).get("/desk/export")
    async with house.units.reading() as unit:
        assert await unit.looks.of_client(house.samira.id) == []
    await export(house, "zip")
    async with house.units.reading() as unit:
        looks = [(one.staff_name, one.role, one.what) for one in await unit.looks.of_client(house.samira.id)]
    assert looks == [("Ilse", "income_consultant", "payslips")]


async def test_the_page_shows_numbers_and_no_name_or_amount(house: House) -> None:
    """What the files hold is in the files."""
    await check_a_payslip(house)
    page = (await (await house.signed_in("Ilse")).get("/desk/export?maand=2026-10")).text
    assert house.samira.number in page and "Noor" in page
    assert "Samira" not in page and "Bakkerij" not in page


async def test_a_file_that_was_erased_does_not_stop_the_rest(house: House) -> None:
    """The index says which one is missing."""
    await check_a_payslip(house)
    await house.files.erase("f1p1")
    archive = zipfile.ZipFile(io.BytesIO((await export(house, "zip")).content))
    assert [name for name in archive.namelist() if name.startswith("papieren/")] == []
    assert ".gewist" in archive.read("index.csv").decode("utf-8-sig")


async def test_another_consultant_gets_nothing_of_it(house: House) -> None:
    """Each payslip belongs to the consultant of the client's caseworker."""
    await check_a_payslip(house)
    async with house.units.writing() as unit:
        other = await unit.staff.add("Otto", "income_consultant", house.at)
    house.staff["Otto"] = other
    browser = await house.signed_in("Otto")
    page = (await browser.get("/desk/export?maand=2026-10")).text
    answer = await browser.post(
        "/desk/export", data={"csrf": csrf_in(page), "month": "2026-10", "what": "zip", "again": "yes"}
    )
    assert house.samira.number not in page and answer.status_code == 422


async def test_a_month_that_is_none_is_not_found(house: House) -> None:
    """Rubbish in a form does nothing."""
    await check_a_payslip(house)
    browser = await house.signed_in("Ilse")
    csrf = csrf_in((await browser.get("/desk/export?maand=zomer")).text)
    for month, what in (("2026-13", "zip"), ("2026-10", "exe"), ("", "zip")):
        fields = {"csrf": csrf, "month": month, "what": what}
        assert (await browser.post("/desk/export", data=fields)).status_code == 404
