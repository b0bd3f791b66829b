"""Every route, as everybody."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from .house import PNG, House

ROLES = ("nobody", "Noor", "Bas", "Ada", "Eva", "Ilse")
# (method, address) -> status per visitor, in the order of ROLES; Samira is Noor's client.
WALK = {
    ("GET", "/"): (303, 200, 200, 200, 200, 200),
    ("GET", "/klant/{client_id}"): (303, 200, 404, 404, 404, 404),
    ("GET", "/bestand/{file_id}"): (401, 200, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/antwoord"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/bericht"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/notitie"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/sluit"): (401, 303, 404, 404, 404, 404),
    ("POST", "/uitloggen"): (401, 303, 303, 303, 303, 303),
    ("GET", "/login"): (200, 303, 303, 303, 303, 303),
}
ELSEWHERE = {("POST", "/login"), ("GET", "/gebeurtenissen"), ("GET", "/static")}  # tests of their own


async def _ask(house: House, who: str, method: str, path: str) -> tuple[int, str]:
    case = await house.open_case()
    file_id = await house.keep_file(PNG, "photo")
    browser = house.browser() if who == "nobody" else await house.signed_in(who)
    csrf = ""
    if who != "nobody":
        async with house.units.reading() as unit:
            session = await unit.staff.session(browser.cookies["desk_session"], house.at)
        assert session
        csrf = session.csrf
    address = "/desk" + path.format(client_id=house.samira.id, file_id=file_id)
    fields = {"csrf": csrf, "text": "Hallo Samira", "case": case}
    answer = await browser.request(method, address, data=fields if method == "POST" else None)
    return answer.status_code, answer.text


@pytest.mark.parametrize(("place", "who"), [(place, who) for place in WALK for who in ROLES])
async def test_every_route_as_everybody(house: House, place: tuple[str, str], who: str) -> None:
    """Only the own caseworker sees or does anything about a client."""
    status, page = await _ask(house, who, *place)
    assert status == WALK[place][ROLES.index(who)]
    if who != "Noor" and place != ("POST", "/klant/{client_id}/antwoord"):
        assert "Krijg ik minder" not in page
    if who != "Noor":
        assert await house.outbox() == []


def test_no_route_is_missing_from_the_walk(house: House) -> None:
    """A new route must say who may use it."""
    inner = house.app.routes[0].routes[0].app  # type: ignore[attr-defined]
    assert isinstance(inner, Starlette)
    found = set()
    for route in inner.routes:
        if isinstance(route, Mount):
            found.add(("GET", route.path))
        if isinstance(route, Route):
            found |= {(method, route.path) for method in (route.methods or ()) if method != "HEAD"}
    assert found == set(WALK) | ELSEWHERE


async def test_somebody_elses_client_looks_like_no_client(house: House) -> None:
    """Nobody can find out which ids exist."""
    browser = await house.signed_in("Bas")
    other = await browser.get(f"/desk/klant/{house.samira.id}")
    unknown = await browser.get(f"/desk/klant/{'0' * 32}")
    nowhere = await browser.get("/desk/bestaat-niet")
    assert other.status_code == unknown.status_code == nowhere.status_code == 404
    assert other.text == unknown.text == nowhere.text


async def test_the_list_holds_own_clients_only(house: House) -> None:
    """Names of other caseworkers' clients do not appear; an administrator sees no client at all."""
    assert "Peter" not in (await (await house.signed_in("Noor")).get("/desk/")).text
    administrator = (await (await house.signed_in("Ada")).get("/desk/")).text
    assert "Peter" not in administrator
    assert "Samira" not in administrator
    assert "klantmanager" in administrator


async def test_events_need_a_caseworker(house: House) -> None:
    """Nobody else gets to hear that something happened."""
    assert (await house.browser().get("/desk/gebeurtenissen")).status_code == 401
    assert (await (await house.signed_in("Ada")).get("/desk/gebeurtenissen")).status_code == 404
