"""Every route, as everybody."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from .house import PNG, House
from .test_roles import WALK as OFFICE_WALK

ROLES = ("nobody", "Noor", "Bas", "Ada", "Eva", "Ilse")
# (method, address) -> status per visitor, in the order of ROLES; Samira is Noor's client.
WALK = {
    ("GET", "/"): (303, 200, 200, 200, 200, 200),
    ("GET", "/klant/{client_id}"): (303, 200, 404, 404, 404, 404),
    ("GET", "/bestand/{file_id}"): (401, 200, 404, 404, 404, 404),
    ("POST", "/bestand/{file_id}/origineel"): (401, 200, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/antwoord"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/bericht"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/notitie"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/sluit"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/terug"): (401, 200, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/nakijken"): (401, 200, 404, 404, 404, 404),
    ("GET", "/naslag"): (303, 200, 200, 200, 200, 200),
    ("POST", "/naslag"): (401, 200, 200, 200, 200, 200),
    ("GET", "/naslag/{slug}"): (303, 404, 404, 404, 404, 404),  # this desk has no library
    ("POST", "/klant/{client_id}/afgehandeld"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/bekeken"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/bestand"): (401, 422, 404, 404, 404, 404),  # without a file
    ("POST", "/klant/{client_id}/spraak"): (401, 422, 404, 404, 404, 404),  # without a recording
    ("POST", "/klant/{client_id}/nazorg"): (401, 422, 404, 404, 404, 404),  # without days
    ("POST", "/klant/{client_id}/wijzig"): (401, 422, 404, 404, 404, 404),  # nothing was said yet
    ("POST", "/klant/{client_id}/verbeter"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/betere-foto"): (401, 422, 404, 404, 404, 404),  # this paper has no photos
    ("POST", "/klant/{client_id}/vraag-brief"): (401, 303, 404, 404, 404, 404),
    ("POST", "/zoek"): (401, 200, 200, 404, 404, 404),
    ("GET", "/berichten"): (303, 200, 200, 404, 404, 404),
    ("POST", "/berichten"): (401, 303, 422, 404, 404, 404),  # Bas has no such client
    ("GET", "/berichten/nieuw"): (303, 200, 200, 404, 404, 404),
    ("POST", "/berichten/nieuw"): (401, 200, 200, 404, 404, 404),
    ("POST", "/berichten/voorbeeld"): (401, 200, 422, 404, 404, 404),
    ("GET", "/berichten/{mailing_id}"): (303, 200, 404, 404, 404, 404),
    ("POST", "/berichten/{mailing_id}/stop"): (401, 303, 404, 404, 404, 404),
    ("GET", "/afwezig"): (303, 200, 200, 404, 404, 404),
    ("POST", "/afwezig"): (401, 303, 303, 404, 404, 404),
    ("POST", "/afwezig/terug"): (401, 422, 422, 404, 404, 404),
    ("POST", "/afwezig/vervanger"): (401, 303, 303, 404, 404, 404),
    ("GET", "/overdragen"): (303, 200, 200, 404, 404, 404),
    ("POST", "/overdragen"): (401, 303, 422, 404, 404, 404),  # Samira is not Bas's to hand over
    ("GET", "/collega/{consult_id}"): (303, 404, 404, 404, 404, 200),  # Noor asked Ilse
    ("POST", "/collega/{consult_id}"): (401, 404, 404, 404, 404, 303),
    ("POST", "/team/{case_id}"): (401, 409, 409, 404, 404, 404),  # this case does not lie with the team
    ("POST", "/klant/{client_id}/vraag-collega"): (401, 303, 404, 404, 404, 404),
    ("POST", "/klant/{client_id}/verwijs"): (401, 422, 404, 404, 404, 404),  # this desk knows no services
    ("POST", "/uitloggen"): (401, 303, 303, 303, 303, 303),
    ("GET", "/login"): (200, 303, 303, 303, 303, 303),
}
ELSEWHERE = {("POST", "/login"), ("GET", "/gebeurtenissen"), ("GET", "/static")}  # tests of their own

OFFICE = set(OFFICE_WALK)
ACCOUNT = {("GET", f"/login/account{one}") for one in ("", "/terug", "/uit")} | {("POST", "/login/account/uit")}


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
    holes = {"client_id": house.samira.id, "file_id": file_id, "slug": "a", "mailing_id": await house.keep_mailing()}
    holes |= {"case_id": case, "consult_id": await house.keep_consult()}
    address = "/desk" + path.format(**holes)
    paper = await house.keep_paper(file_id)
    fields = {"csrf": csrf, "text": "Hallo Samira", "case": case, "paper": paper, "month": "2026-10", "words": "a"}
    fields |= {f"klant-{house.samira.id}": "1", "tekst-nl": "Dag {name}", "field": "employer"}
    fields["why"] = "original_read"
    colleague = "Cees" if path.startswith("/afwezig") else "Bas"
    fields |= {"whom": house.staff[colleague].id, "first": "2026-11-26", "last": "2026-11-27"}
    if path.endswith("/terug"):
        fields["entry"] = await house.said()
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
        assert len(await house.outbox()) == house.said_first


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
    assert found == set(WALK) | ELSEWHERE | OFFICE | ACCOUNT


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
