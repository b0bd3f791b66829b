"""Every route of the desk by its own table, as everybody, with objects that belong to somebody else.

What each role may do stands in `test_who_may_see.py` and `test_roles.py`. Here nothing is listed by hand: a new
route is walked as soon as it exists, and what must never happen is the same for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from starlette.routing import Route

from bot.storage.belongings import BELONGINGS
from bot.storage.keeping import Keeping
from bot.storage.units import StorageUnit

from .house import PNG, House

STREAM = "/gebeurtenissen"  # never ends for a caseworker; tests/desk_app/test_events.py says what is in it
# Everybody who has nothing to do with Samira, Noor's client. Bas took Noor's place until yesterday.
OUTSIDERS = ("nobody", "Bas", "Bas after covering", "Ada", "Eva", "Ilse")
SECRETS = ("Samira", "Krijg ik minder", "Klinkt gespannen", "Bakkerij Verzonnen")


def routes(house: House) -> Sequence[tuple[str, str]]:
    """(method, path) of the route table; files of the pages themselves left out."""
    inner = house.app.routes[0].routes[0].app  # type: ignore[attr-defined]
    found = [route for route in inner.routes if isinstance(route, Route)]
    return [(method, route.path) for route in found for method in sorted(route.methods or ()) if method != "HEAD"]


async def busy(house: House) -> dict[str, str]:
    """Something of everything about Samira; what stands in addresses and forms."""
    case, file_id = await house.open_case(), await house.keep_file(PNG, "photo")
    paper = await house.keep_paper(file_id, "for_human", {"employer": "Bakkerij Verzonnen"})
    entry, samira = await house.said(), house.samira
    async with house.units.writing() as unit:
        note = await unit.thread.add(samira.id, "note", "Klinkt gespannen.", house.at, case_id=case)
        consult = await unit.consults.add(
            samira.id, case, house.staff["Noor"].id, house.staff["Noor"].id, note, house.at
        )
        absence = await _covered(unit, house)
    holes = {"client_id": samira.id, "file_id": file_id, "case_id": case, "paper_id": paper, "consult_id": consult.id}
    holes |= {"mailing_id": await house.keep_mailing(), "absence_id": absence}
    return {**holes, "staff_id": house.staff["Noor"].id, "slug": "a", "entry": entry}


async def _covered(unit: StorageUnit, house: House) -> str:
    yesterday = (house.at - timedelta(days=1)).date()
    noor, bas = house.staff["Noor"], house.staff["Bas"]
    return (await unit.absences.add(noor.id, bas.id, yesterday - timedelta(days=3), yesterday, house.at)).id


async def walk(house: House, who: str, method: str, path: str, things: dict[str, str], csrf: str = "") -> tuple:
    """(status, page) of one request in a session of its own, with the ids of `things` wherever one fits."""
    browser = house.browser()
    if who != "nobody":
        async with house.units.writing() as unit:
            secret = await unit.staff.begin_session(house.staff[who.partition(" ")[0]], house.at, "link")
            session = await unit.staff.session(secret, house.at)
        assert session
        browser.cookies.set("desk_session", secret)
        csrf = csrf or session.csrf
    ids = {name.removesuffix("_id"): value for name, value in things.items()}
    form = {"csrf": csrf, "text": "Hallo", "month": "2026-10", "words": "a", "what": "zip", "why": "original_read"}
    form |= {f"klant-{house.samira.id}": "1", "tekst-nl": "Dag {name}", **ids}
    answer = await browser.request(method, f"/desk{path.format(**things)}", data=form if method == "POST" else None)
    return answer.status_code, answer.text


async def kept_of(house: House, client_id: str) -> dict[str, list]:
    """Every row of a client, as it is stored."""
    async with house.units.reading() as unit:
        keeping = Keeping(unit.transaction, unit.thread._keys)
        return {each.table: [dict(row) for row in await keeping.rows(each, client_id)] for each in BELONGINGS}


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_an_outsider_sees_and_changes_nothing_on_any_route(house: House, who: str) -> None:
    """Whatever the address and the form name: no name, number or word of the client, and no row changes."""
    things = await busy(house)
    before = await kept_of(house, house.samira.id)
    for method, path in routes(house):
        if path == STREAM and who.startswith("Bas"):
            continue
        status, page = await walk(house, who, method, path, things)
        found = [secret for secret in (*SECRETS, house.samira.number) if secret in page]
        assert (found, status < 500) == ([], True), f"{who} {method} {path}: {status}"
        if "{client_id}" in path or "{file_id}" in path or "{consult_id}" in path:
            assert status in (303, 401) if who == "nobody" else status == 404, f"{who} {method} {path}: {status}"
        assert await kept_of(house, house.samira.id) == before, f"{who} {method} {path}"


async def test_in_ones_own_clients_form_somebody_elses_objects_do_nothing(house: House) -> None:
    """Bas writes about Peter, and names Samira's case, paper, message and file."""
    things = await busy(house)
    before = await kept_of(house, house.samira.id)
    mixed = {**things, "client_id": house.other.id}
    for method, path in routes(house):
        if path != STREAM:
            status, page = await walk(house, "Bas", method, path, mixed)
            found = [secret for secret in (*SECRETS, house.samira.number) if secret in page]
            assert (found, status < 500) == ([], True), f"{method} {path}: {status}"
            assert await kept_of(house, house.samira.id) == before, f"{method} {path}"


async def test_without_the_token_of_the_session_no_form_does_anything(house: House) -> None:
    """Not even the own caseworker's: another site could have made it."""
    things = await busy(house)
    before = await kept_of(house, house.samira.id)
    for method, path in routes(house):
        if method == "POST" and not path.startswith("/login"):
            status, _ = await walk(house, "Noor", method, path, things, csrf="of-another-site")
            assert status == 403, path
    assert await kept_of(house, house.samira.id) == before


async def test_the_own_caseworker_comes_through_the_same_doors(house: House) -> None:
    """So that the walk above cannot pass because nothing works at all."""
    things = await busy(house)
    before = await kept_of(house, house.samira.id)
    status, page = await walk(house, "Noor", "GET", "/klant/{client_id}", things)
    assert status == 200
    assert [secret for secret in SECRETS if secret not in page] == []
    await walk(house, "Noor", "POST", "/klant/{client_id}/antwoord", things)
    after = await kept_of(house, house.samira.id)
    changed = {table for table in after if after[table] != before[table]}
    assert {"access_log", "thread", "outbox", "cases"} & changed


@pytest.mark.parametrize("days", [0, 1])
async def test_who_covers_comes_in_on_those_days_only(house: House, days: int) -> None:
    """The last day counts; the day after it the client is gone."""
    things = await busy(house)
    house.later(days=days - 1)  # the absence ended yesterday
    status, _ = await walk(house, "Bas", "GET", "/klant/{client_id}", things)
    assert status == (200 if days == 0 else 404)
