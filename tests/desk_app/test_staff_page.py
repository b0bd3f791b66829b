"""What an administrator does with the list of staff."""

from __future__ import annotations

import html
import re

import httpx

from .house import House, csrf_in


async def page_of(house: House, name: str = "Ada") -> tuple[httpx.AsyncClient, str]:
    browser = await house.signed_in(name)
    return browser, csrf_in((await browser.get("/desk/medewerkers")).text)


async def act(house: House, who: str, **fields: str) -> httpx.Response:
    browser, csrf = await page_of(house)
    return await browser.post(f"/desk/medewerkers/{house.staff[who].id}", data={"csrf": csrf, **fields})


async def done(house: House) -> list[tuple[str, str, str, str]]:
    async with house.units.reading() as unit:
        return [(one.actor, one.staff, one.what, one.detail) for one in await unit.staff_log.newest()]


async def test_somebody_new_gets_a_link_that_works(house: House) -> None:
    """Shown once, on a page that no browser keeps; and it signs in as that person."""
    browser, csrf = await page_of(house)
    answer = await browser.post("/desk/medewerkers", data={"csrf": csrf, "name": "Tim", "role": "editor"})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    link = re.search(r"http://desk\.test(/desk/login\?token=[^<\s]+)", html.unescape(answer.text))
    assert link
    tim = house.browser()
    await tim.get(link[1])
    form = (await tim.get("/desk/login")).text
    assert (await tim.post("/desk/login", data={"csrf": csrf_in(form)})).status_code == 303
    assert "Tim" in (await tim.get("/desk/")).text
    assert sorted(await done(house)) == [("Ada", "Tim", "added", "editor"), ("Ada", "Tim", "link", "")]


async def test_a_name_is_there_once_and_has_an_end(house: House) -> None:
    """Clients see it; what was typed comes back with the reason."""
    browser, csrf = await page_of(house)
    for name in ("Noor", "  ", "x" * 81, "a\nb"):
        answer = await browser.post("/desk/medewerkers", data={"csrf": csrf, "name": name, "role": "editor"})
        assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert await done(house) == []


async def test_a_new_role_counts_at_once(house: House) -> None:
    """Without signing in again, in both directions."""
    noor = await house.signed_in("Noor")
    assert (await noor.get(f"/desk/klant/{house.samira.id}")).status_code == 200
    assert (await act(house, "Noor", act="role", role="editor")).status_code == 303
    assert (await noor.get(f"/desk/klant/{house.samira.id}")).status_code == 404
    assert await done(house) == [("Ada", "Noor", "role", "editor")]
    assert "geen eigen klantmanager" in (await (await house.signed_in("Ada")).get("/desk/")).text


async def test_who_leaves_is_out_at_once_and_everywhere(house: House) -> None:
    """Open sessions, links that wait, and the account."""
    noor, link = await house.signed_in("Noor"), await house.link("Noor")
    async with house.units.writing() as unit:
        await unit.accounts.join("hash", house.staff["Noor"].id, house.at)
    await act(house, "Noor", act="leave")
    assert (await noor.get("/desk/")).status_code == 303
    other = house.browser()
    await other.get(f"/desk/login?token={link}")
    form = (await other.get("/desk/login")).text
    assert (await other.post("/desk/login", data={"csrf": csrf_in(form)})).status_code == 403
    async with house.units.reading() as unit:
        assert await unit.accounts.joined() == {}
    assert (await act(house, "Noor", act="link")).status_code == 422
    await act(house, "Noor", act="back")
    assert (await act(house, "Noor", act="link")).status_code == 200


async def test_an_administrator_cannot_lock_the_door_from_the_inside(house: House) -> None:
    """Not leave, nor give up the role: somebody who can change it back always stays."""
    for fields in ({"act": "leave"}, {"act": "role", "role": "editor"}):
        assert (await act(house, "Ada", **fields)).status_code == 422
    assert (await (await house.signed_in("Ada")).get("/desk/medewerkers")).status_code == 200


async def test_signing_somebody_out_everywhere(house: House) -> None:
    """A laptop was left in a tram."""
    browsers = [await house.signed_in("Noor") for _ in range(2)]
    await act(house, "Noor", act="signout")
    assert [(await one.get("/desk/")).status_code for one in browsers] == [303, 303]


async def test_signing_oneself_out_everywhere(house: House) -> None:
    """The page says where one is signed in; one button ends it all."""
    browser, other = await house.signed_in("Noor"), await house.signed_in("Noor")
    page = (await browser.get("/desk/aanmelding")).text
    assert page.count("met een link") == 2 and page.count("dit venster") == 1
    out = await browser.post("/desk/aanmelding/overal", data={"csrf": csrf_in(page)})
    assert out.headers["location"] == "/desk/login"
    assert [(await one.get("/desk/")).status_code for one in (browser, other)] == [303, 303]


async def test_only_an_active_consultant_settles_a_caseworkers_clients(house: House) -> None:
    """Not an editor, and not at an editor; with nobody it ends."""
    ilse, eva = house.staff["Ilse"].id, house.staff["Eva"].id
    assert (await act(house, "Noor", act="consultant", consultant=eva)).status_code == 422
    assert (await act(house, "Eva", act="consultant", consultant=ilse)).status_code == 422
    for chosen, kept in ((ilse, ilse), ("", None)):
        assert (await act(house, "Noor", act="consultant", consultant=chosen)).status_code == 303
        async with house.units.reading() as unit:
            noor = await unit.staff.by_id(house.staff["Noor"].id)
        assert noor and noor.consultant_id == kept


async def test_what_does_not_exist_is_not_done(house: House) -> None:
    """An unknown act, role or person."""
    browser, csrf = await page_of(house)
    for who, fields in (
        (house.staff["Noor"].id, {"act": "erase"}),
        (house.staff["Noor"].id, {"act": "role", "role": "chief"}),
        ("0" * 32, {"act": "leave"}),
    ):
        assert (await browser.post(f"/desk/medewerkers/{who}", data={"csrf": csrf, **fields})).status_code == 404
    assert await done(house) == []


async def test_the_page_names_no_client(house: House) -> None:
    """How many somebody has, and nothing else."""
    page = (await (await house.signed_in("Ada")).get("/desk/medewerkers")).text
    assert "1 klant" in page
    assert not [one for one in ("Samira", "Peter", house.samira.number, house.samira.id) if one in page]


async def test_the_clients_of_who_left_get_another_caseworker(house: House) -> None:
    """The administrator sees none of them, the cases go along, and of somebody still there nothing is taken."""
    await house.open_case("Krijg ik minder bijstand?")
    bas = house.staff["Bas"].id
    assert (await act(house, "Noor", act="caseload", whom=bas)).status_code == 422
    await act(house, "Noor", act="leave")
    assert (await act(house, "Noor", act="caseload", whom=house.staff["Ilse"].id)).status_code == 422
    assert (await act(house, "Noor", act="caseload", whom=bas)).status_code == 303
    async with house.units.reading() as unit:
        client = await unit.clients.by_id(house.samira.id)
        case = await unit.cases.open_of_client(house.samira.id)
    assert client and case
    assert client.caseworker_id == case.caseworker_id == bas
    assert ("Ada", "Noor", "caseload", "") in await done(house)
    assert "Samira" not in (await (await house.signed_in("Ada")).get("/desk/")).text
