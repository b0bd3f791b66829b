"""The office pages as every role, and the one table of rights."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.clients.caseworker import ROLES
from bot.desk_app.office.routes import office_routes
from bot.desk_app.rights import ALL, RIGHTS, may

from .house import PNG, House, csrf_in

VISITORS = ("nobody", "Noor", "Ada", "Eva", "Ilse")  # a caseworker, an administrator, an editor, a consultant
# (method, address) -> status per visitor
WALK = {
    ("GET", "/medewerkers"): (303, 404, 200, 404, 404),
    ("POST", "/medewerkers"): (401, 404, 200, 404, 404),
    ("POST", "/medewerkers/{staff_id}"): (401, 404, 303, 404, 404),
    ("GET", "/export"): (303, 404, 404, 404, 200),
    ("POST", "/export"): (401, 404, 404, 404, 200),
    ("GET", "/aanmelding"): (303, 200, 200, 200, 200),
    ("POST", "/aanmelding/taal"): (401, 303, 303, 303, 303),
    ("POST", "/aanmelding/overal"): (401, 303, 303, 303, 303),
    ("POST", "/aanmelding/telegram"): (401, 200, 404, 404, 404),
    ("POST", "/aanmelding/telegram/uit"): (401, 303, 404, 404, 404),
}


async def browser_of(house: House, who: str) -> tuple[httpx.AsyncClient, str]:
    """A browser and the token that its forms need."""
    if who == "nobody":
        return house.browser(), ""
    browser = await house.signed_in(who)
    return browser, csrf_in((await browser.get("/desk/aanmelding")).text)


async def check_a_payslip(house: House) -> None:
    """Samira's October payslip is checked, and Ilse settles it."""
    paper = await house.keep_paper(await house.keep_file(b"%PDF-1.4 loonstrook", "pdf"))
    pictures = [await house.keep_file(PNG, "covered", "f1p1"), ""]  # the second page could not be covered
    month = (house.at - timedelta(days=31)).date().replace(day=1)
    async with house.units.writing() as unit:
        await unit.staff.set_consultant(house.staff["Noor"].id, house.staff["Ilse"].id)
        kept = await unit.papers.by_id(paper)
        assert kept
        await unit.papers.update(paper, "confirmed", {"employer": "=Bakkerij", "pictures": pictures}, month, house.at)
        await unit.ledger.set(house.samira.id, month, "checked", kept.number, paper, house.at)


@pytest.mark.parametrize(("place", "who"), [(place, who) for place in WALK for who in VISITORS])
async def test_every_office_page_as_everybody(house: House, place: tuple[str, str], who: str) -> None:
    """For who has no right a page does not exist, and nothing happens."""
    await check_a_payslip(house)
    browser, csrf = await browser_of(house, who)
    address = "/desk" + place[1].format(staff_id=house.staff["Bas"].id)
    fields = {
        "csrf": csrf,
        "name": "Nieuw",
        "role": "administrator",
        "act": "role",
        "month": "2026-10",
        "what": "zip",
        "language": "nl",
    }
    answer = await browser.request(place[0], address, data=fields if place[0] == "POST" else None)
    assert answer.status_code == WALK[place][VISITORS.index(who)]
    if who != "Ilse":
        assert house.samira.number.encode() not in answer.content
    async with house.units.reading() as unit:
        changed = [one.name for one in await unit.staff.all() if one.role == "administrator"]
        looked = await unit.looks.of_client(house.samira.id)
    assert (len(changed) > 1) is (who == "Ada" and place[1].startswith("/medewerkers") and place[0] == "POST")
    assert bool(looked) is (who == "Ilse" and place == ("POST", "/export"))


def test_no_office_page_is_missing_from_the_walk() -> None:
    """A new page must say who may use it."""
    found = {(method, route.path) for route in office_routes() for method in route.methods or () if method != "HEAD"}
    assert found == set(WALK)


def test_the_table_is_the_one_in_the_documents() -> None:
    """docs/privacy.md says in words what the code does."""
    text = Path("docs/privacy.md").read_text(encoding="utf-8")
    head = re.search(r"^\| role \|(.+)\|$", text, re.M)
    assert head
    columns = [cell.strip().strip("`") for cell in head[1].split("|")]
    assert tuple(columns) == ALL
    rows = {
        role.strip("`"): [cell.strip() for cell in cells.split("|")]
        for role, cells in re.findall(r"^\| (`\w+`) \|(.+)\|$", text, re.M)
        if role.strip("`") in ROLES
    }
    assert {role: frozenset(right for right, cell in zip(ALL, cells, strict=True) if cell == "yes") for role, cells in
            rows.items()} == RIGHTS  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
async def test_who_left_may_nothing(house: House, role: str) -> None:
    """A role is worth nothing without being active."""
    one = next(staff for staff in house.staff.values() if staff.role == role)
    async with house.units.writing() as unit:
        await unit.staff.set_active(one.id, False)
        left = await unit.staff.by_id(one.id)
    assert left and not any(may(left, right) for right in ALL)


async def test_only_caseworkers_have_anything_of_clients(house: House) -> None:
    """An editor and an administrator see no client in any way."""
    assert {role for role, rights in RIGHTS.items() if rights & {"clients"}} == {"caseworker"}
    assert not (RIGHTS["editor"] | RIGHTS["administrator"]) & {"clients", "payslips", "questions"}
