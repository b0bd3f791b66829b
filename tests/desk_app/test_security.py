"""Forms, headers, files, the log of looks, and what happens when a page breaks."""

from __future__ import annotations

import logging

import pytest

from .house import PNG, House, csrf_in


async def _page(house: House) -> tuple[object, str, str]:
    case = await house.open_case()
    browser = await house.signed_in("Noor")
    return browser, f"/desk/klant/{house.samira.id}", case


@pytest.mark.parametrize("form", ["antwoord", "bericht", "notitie", "sluit"])
@pytest.mark.parametrize("csrf", ["", "guess", "ë"])
async def test_a_form_without_the_sessions_token_does_nothing(house: House, form: str, csrf: str) -> None:
    """Another site cannot act for a caseworker; what was typed is shown again."""
    browser, address, case = await _page(house)
    answer = await browser.post(f"{address}/{form}", data={"csrf": csrf, "text": "Mijn tekst", "case": case})
    async with house.units.reading() as unit:
        still = await unit.cases.open_of_client(house.samira.id)
        entries = await unit.thread.of_client(house.samira.id)
    assert answer.status_code == 403
    assert "Mijn tekst" in answer.text
    assert still is not None
    assert len(entries) == 1
    assert await house.outbox() == []


async def test_the_token_of_another_session_is_refused(house: House) -> None:
    """A token belongs to one session, also of the same person."""
    browser, address, case = await _page(house)
    elsewhere = csrf_in((await (await house.signed_in("Noor")).get("/desk/")).text)
    answer = await browser.post(f"{address}/notitie", data={"csrf": elsewhere, "text": "x", "case": case})
    assert answer.status_code == 403


@pytest.mark.parametrize("declared", [True, False])
async def test_a_large_form_is_refused(house: House, declared: bool) -> None:
    """Whether or not the browser says beforehand how large it is."""
    browser, address, _ = await _page(house)

    async def parts():
        for _ in range(30):
            yield b"text=" + b"a" * 5000

    content = b"text=" + b"a" * 150_000 if declared else parts()
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = await browser.post(f"{address}/notitie", content=content, headers=kind)
    assert answer.status_code == 413


async def test_every_page_carries_the_security_headers(house: House) -> None:
    """Pages cannot be framed, hold no inline script or style, and are not kept by browsers."""
    browser, address, _ = await _page(house)
    for page in ("/desk/", address, "/desk/login", "/desk/bestaat-niet"):
        headers = (await browser.get(page)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-inline" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"


async def test_pages_hold_no_inline_script_or_style(house: House) -> None:
    """The policy forbids it, so a page that had it would be broken."""
    browser, address, _ = await _page(house)
    for place in ("/desk/", address):
        page = (await browser.get(place)).text
        assert " style=" not in page
        assert "<style" not in page
        assert " onclick=" not in page
        assert page.count("<script") == page.count('<script type="module" src="/desk/static/')


async def test_static_files_may_be_kept(house: House) -> None:
    """Their addresses change with their content."""
    answer = await house.browser().get("/desk/static/desk.css")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("content", "kind", "way"),
    [
        (PNG, "image/png", "inline"),
        (b"\xff\xd8\xff\xe0 jpeg", "image/jpeg", "inline"),
        (b"<html><script>alert(1)</script>", "application/octet-stream", "attachment"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "application/octet-stream", "attachment"),
    ],
)
async def test_a_file_is_shown_by_what_it_is_and_locked_up(
    house: House, content: bytes, kind: str, way: str
) -> None:
    """The first bytes decide, never a name; nothing in a file can run."""
    file_id = await house.keep_file(content, "covered")
    answer = await (await house.signed_in("Noor")).get(f"/desk/bestand/{file_id}")
    assert answer.content == content
    assert answer.headers["content-type"] == kind
    assert answer.headers["content-disposition"].startswith(way)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


async def test_an_erased_file_is_not_found(house: House) -> None:
    """The row may live longer than the bytes."""
    file_id = await house.keep_file(PNG, "covered")
    await house.files.erase(file_id)
    assert (await (await house.signed_in("Noor")).get(f"/desk/bestand/{file_id}")).status_code == 404


async def _looks(house: House) -> list[tuple[str, str]]:
    async with house.units.reading() as unit:
        return [(look.staff_name, look.what) for look in await unit.looks.of_client(house.samira.id)]


async def test_every_look_is_logged_once(house: House) -> None:
    """A page view is one look, a file is one; the list and a refused colleague are none."""
    browser, address, _ = await _page(house)
    file_id = await house.keep_file(PNG, "covered")
    await browser.get("/desk/")
    await browser.get(address)
    await browser.get(f"/desk/bestand/{file_id}")
    await (await house.signed_in("Bas")).get(address)
    assert sorted(await _looks(house)) == [("Noor", "conversation"), ("Noor", "file")]


async def test_a_page_that_redraws_itself_is_one_look_but_never_none(house: House) -> None:
    """The header of a redraw hides no look: without a recent view, it counts as one."""
    browser, address, _ = await _page(house)
    redraw = {"X-Desk-Refresh": "1"}
    await browser.get(address, headers=redraw)
    await browser.get(address, headers=redraw)
    first = len(await _looks(house))
    house.later(minutes=16)
    await browser.get(address, headers=redraw)
    assert (first, len(await _looks(house))) == (1, 2)


async def test_an_error_shows_and_logs_nothing_personal(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that breaks gives a Dutch sentence; the log says where, not what."""
    browser, address, _ = await _page(house)

    async def breaks(*_: object) -> None:
        raise RuntimeError("Samira zei iets")

    monkeypatch.setattr("bot.desk_app.client_page.read_view", breaks)
    with caplog.at_level(logging.INFO):
        answer = await browser.get(address)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert answer.status_code == 500
    assert "Er ging iets mis" in answer.text
    assert "RuntimeError" in ours[0]
    assert "Samira" not in caplog.text
