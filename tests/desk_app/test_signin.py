"""Signing in, staying signed in, signing out."""

from __future__ import annotations

from bot.desk_app.attempts import ALLOWED

from .house import House, csrf_in


async def test_opening_the_link_does_not_use_it_up(house: House) -> None:
    """A program that looks at links does not sign in; the person who presses the button does."""
    link = f"/desk/login?token={await house.link('Noor')}"
    preview = await house.browser().get(link, follow_redirects=True)
    person = house.browser()
    await person.get(link)
    answer = await person.post("/desk/login", data={"csrf": csrf_in((await person.get("/desk/login")).text)})
    assert "desk_session" not in preview.headers.get("set-cookie", "")
    assert answer.headers["location"] == "/desk/"
    assert (await person.get("/desk/")).status_code == 200


async def test_a_link_works_once(house: House) -> None:
    """The second who presses the button is refused."""
    link = f"/desk/login?token={await house.link('Noor')}"
    statuses = []
    for _ in range(2):
        browser = house.browser()
        await browser.get(link)
        form = (await browser.get("/desk/login")).text
        statuses.append((await browser.post("/desk/login", data={"csrf": csrf_in(form)})).status_code)
    assert statuses == [303, 403]


async def test_the_token_leaves_the_address_at_once(house: House) -> None:
    """The page with the button has an address and a source without the token."""
    token = await house.link("Noor")
    page = await house.browser().get(f"/desk/login?token={token}", follow_redirects=True)
    assert str(page.url) == "http://desk.test/desk/login"
    assert token not in page.text


async def test_the_server_logs_no_token(house: House) -> None:
    """The server writes its log line from the scope of the request: the token is gone from it."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/desk/login",
        "raw_path": b"/desk/login",
        "query_string": b"token=secret",
        "headers": [],
        "scheme": "http",
        "server": ("desk.test", 80),
        "client": ("127.0.0.1", 1),
        "root_path": "",
        "http_version": "1.1",
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    seen_at_start = []

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            seen_at_start.append(scope["query_string"])

    await house.app(scope, receive, send)
    assert seen_at_start == [b""]


async def test_the_session_cookie_is_closed_to_scripts_and_secure_over_https(house: House) -> None:
    """HttpOnly and SameSite always; Secure when the desk is reached over https."""
    for scheme, secure in (("http", False), ("https", True)):
        browser = house.browser(scheme)
        await browser.get(f"/desk/login?token={await house.link('Noor')}")
        form = (await browser.get("/desk/login")).text
        answer = await browser.post("/desk/login", data={"csrf": csrf_in(form)})
        cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("desk_session="))
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert ("Secure" in cookie) is secure


async def test_a_session_ends_after_ten_hours(house: House) -> None:
    """The clock decides, not the browser, and however busy the day was."""
    browser = await house.signed_in("Noor")
    for _ in range(9):
        house.later(hours=1)
        await browser.get("/desk/")
    house.later(minutes=59)
    before = await browser.get("/desk/")
    house.later(minutes=1)
    after = await browser.get("/desk/")
    assert before.status_code == 200
    assert after.headers["location"] == "/desk/login"


async def test_a_session_that_nobody_uses_ends_after_two_hours(house: House) -> None:
    """A page that stays open and looks for news by itself does not keep it going; a person does."""
    browser = await house.signed_in("Noor")
    house.later(hours=1, minutes=50)
    await browser.get("/desk/")
    house.later(hours=1, minutes=50)
    redraw = await browser.get("/desk/", headers={"X-Desk-Refresh": "1"})
    house.later(minutes=10)
    after = await browser.get("/desk/")
    assert redraw.status_code == 200
    assert after.headers["location"] == "/desk/login"


async def test_signing_out_ends_the_session_on_the_server(house: House) -> None:
    """Who kept the cookie cannot use it any more."""
    browser = await house.signed_in("Noor")
    kept = browser.cookies["desk_session"]
    await browser.post("/desk/uitloggen", data={"csrf": csrf_in((await browser.get("/desk/")).text)})
    thief = house.browser()
    thief.cookies.set("desk_session", kept)
    assert (await thief.get("/desk/")).status_code == 303


async def test_guessing_is_limited_per_address(house: House) -> None:
    """After too many wrong tokens an address must wait a quarter of an hour."""
    browser = house.browser()
    statuses = []
    for number in range(ALLOWED + 1):
        await browser.get(f"/desk/login?token=guess{number}")
        form = (await browser.get("/desk/login")).text
        statuses.append((await browser.post("/desk/login", data={"csrf": csrf_in(form)})).status_code)
    house.later(minutes=15)
    await browser.get("/desk/login?token=again")
    form = (await browser.get("/desk/login")).text
    again = await browser.post("/desk/login", data={"csrf": csrf_in(form)})
    assert statuses == [403] * ALLOWED + [429]
    assert again.status_code == 403


async def test_a_form_from_elsewhere_cannot_sign_in(house: House) -> None:
    """Without the token of our own page the link is not traded, and stays usable."""
    token = await house.link("Noor")
    browser = house.browser()
    await browser.get(f"/desk/login?token={token}")
    refused = await browser.post("/desk/login", data={"csrf": "guess"})
    await browser.get(f"/desk/login?token={token}")
    form = (await browser.get("/desk/login")).text
    taken = await browser.post("/desk/login", data={"csrf": csrf_in(form)})
    assert refused.status_code == 403
    assert taken.status_code == 303
