"""Signing in with an account, against a whole provider; and what happens when somebody cheats."""

from __future__ import annotations

import base64
import hmac
import json
import logging
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import httpx2
import pytest
from joserfc.jwk import RSAKey

from bot.clients.accounts import account_hash
from bot.desk_app.app import desk_app
from bot.desk_app.attempts import ALLOWED
from bot.desk_app.openid.provider import Provider
from bot.desk_app.openid.tokens import LOGOUT_EVENT
from bot.settings import OpenId

from .house import House, csrf_in
from .provider import CLIENT, SECRET, Person, Town, running

DESK = "http://desk.test"
HERE = f"{DESK}/desk/login"
BACK = f"{HERE}/account/terug"


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with running(BACK, HERE) as started:
        started.add("Noor", groups=("wpi-klantmanagers",))
        started.add("Vreemd")
        yield started


class Tampering(httpx2.AsyncHTTPTransport):
    """The way to the provider, on which the ID token is exchanged for another one."""

    def __init__(self, change: Callable[[dict[str, Any]], str]) -> None:
        super().__init__()
        self._change = change

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = await super().handle_async_request(request)
        if not request.url.path.endswith("/token"):
            return answer
        said = json.loads(await answer.aread())
        if "id_token" in said:
            said["id_token"] = self._change(claims_in(said["id_token"]))
        return httpx2.Response(answer.status_code, json=said)


def claims_in(token: str) -> dict[str, Any]:
    body = token.split(".")[1]
    found = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    assert isinstance(found, dict)
    return found


def open_up(house: House, town: Town, transport: Any = None, *, login_links: bool = True, **settings: Any) -> None:
    """The desk of this house, with the provider."""
    open_id = OpenId(town.issuer, CLIENT, SECRET, **{"scope": "openid email groups", **settings})
    house.app = desk_app(
        house.units,
        house.files,
        house.now,
        house.wake,
        provider=Provider(open_id, DESK, transport),
        login_links=login_links,
    )


async def join(house: House, town: Town, name: str = "Noor") -> None:
    """As `staff add --oidc` does it."""
    async with house.units.writing() as unit:
        assert await unit.accounts.join(account_hash(town.issuer, town.people[name]), house.staff[name].id, house.at)


async def leaves(browser: httpx.AsyncClient, more: str = "") -> str:
    """Where the desk sends a browser that wants to sign in."""
    answer = await browser.get(f"/desk/login/account{more}")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def signs_in(house: House, name: str = "Noor", more: str = "") -> tuple[httpx.AsyncClient, httpx.Response]:
    """The whole way: the desk, the provider's pages, and back."""
    browser = house.browser()
    return browser, await browser.get(Person(name).goes_to(await leaves(browser, more), DESK))


async def refused(house: House, name: str = "Noor") -> str:
    """Somebody is not signed in; the page that says so."""
    browser, answer = await signs_in(house, name)
    assert answer.status_code == 403, answer.text
    assert "desk_session" not in browser.cookies
    return answer.text


async def test_an_account_that_was_joined_signs_in(house: House, town: Town) -> None:
    """By the provider's own pages, and with a session like any other."""
    open_up(house, town)
    await join(house, town)
    browser, answer = await signs_in(house)
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    page = await browser.get("/desk/")
    assert page.status_code == 200 and "Noor" in page.text
    cookies = answer.headers.get_list("set-cookie")
    session = next(one for one in cookies if one.startswith("desk_session="))
    assert "HttpOnly" in session and "SameSite=lax" in session
    assert any(one.startswith('desk_trip="";') for one in cookies)


async def test_what_leaves_carries_a_challenge_and_no_secret(house: House, town: Town) -> None:
    """PKCE with S256, a state and a nonce, each of its own; the cookie's secret is in none of them."""
    open_up(house, town)
    browser = house.browser()
    asked = parse_qs(urlsplit(await leaves(browser)).query)
    secret = browser.cookies["desk_trip"].partition(".")[2]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [BACK]
    assert len({asked["state"][0], asked["nonce"][0], asked["code_challenge"][0], secret}) == 4


async def test_an_invitation_joins_the_account_once(house: House, town: Town) -> None:
    """The first time by the link of the administrator; after that the account is enough."""
    open_up(house, town, login_links=False)
    browser = house.browser()
    await browser.get(f"/desk/login?token={await house.link('Noor')}")
    page = await browser.get("/desk/login")
    assert "Koppel je account" in page.text and "csrf" not in page.text
    first = await browser.get(Person("Noor").goes_to(await leaves(browser, "?koppel=1"), DESK))
    assert first.headers["location"] == "/desk/"
    _, again = await signs_in(house)
    assert again.headers["location"] == "/desk/"
    async with house.units.reading() as unit:
        assert [(one.staff, one.what) for one in await unit.staff_log.newest()] == [("Noor", "joined")]


async def test_an_invitation_cannot_give_an_account_a_second_name(house: House, town: Town) -> None:
    """Who is Noor cannot become Bas as well; the invitation stays unused."""
    open_up(house, town)
    await join(house, town)
    browser = house.browser()
    await browser.get(f"/desk/login?token={await house.link('Bas')}")
    answer = await browser.get(Person("Noor").goes_to(await leaves(browser, "?koppel=1"), DESK))
    assert answer.status_code == 403 and "iemand anders" in answer.text
    async with house.units.reading() as unit:
        assert list(await unit.accounts.joined()) == [house.staff["Noor"].id]


async def test_an_unknown_account_gets_nothing_and_nobody_is_made(house: House, town: Town) -> None:
    """Everybody of the municipality has an account; that is not enough."""
    open_up(house, town)
    assert "Vraag je beheerder om een uitnodiging" in await refused(house, "Vreemd")
    async with house.units.reading() as unit:
        assert {one.name for one in await unit.staff.all()} == set(house.staff)


async def test_who_left_cannot_sign_in(house: House, town: Town) -> None:
    """Leaving here is enough, whatever the provider says."""
    open_up(house, town)
    await join(house, town)
    async with house.units.writing() as unit:
        await unit.staff.set_active(house.staff["Noor"].id, False)
    await refused(house)


@pytest.mark.parametrize(("group", "status"), [("wpi-klantmanagers", 303), ("iedereen", 403)])
async def test_the_role_here_must_be_allowed_there(house: House, town: Town, group: str, status: int) -> None:
    """Two keys: the administrator gives a role, and the group of the account must allow it."""
    open_up(house, town, role_claim="groups", roles=((group, "caseworker"), ("wpi-klantmanagers", "editor")))
    await join(house, town)
    _, answer = await signs_in(house)
    assert answer.status_code == status


async def test_an_address_counts_only_when_it_was_verified(house: House, town: Town) -> None:
    """With the e-mail address as name, whoever could type one would be somebody else."""

    def token(verified: bool | None) -> Callable[[dict[str, Any]], str]:
        def change(claims: dict[str, Any]) -> str:
            claims.pop("email_verified", None)
            said = {} if verified is None else {"email_verified": verified}
            return town.sign({**claims, "email": "Noor@Voorbeeld.example", **said})

        return change

    async with house.units.writing() as unit:
        await unit.accounts.join(
            account_hash(town.issuer, "noor@voorbeeld.example"), house.staff["Noor"].id, house.at
        )
    statuses = []
    for verified in (True, False, None):
        open_up(house, town, Tampering(token(verified)), subject_claim="email")
        statuses.append((await signs_in(house))[1].status_code)
    assert statuses == [303, 403, 403]


def cheats(town: Town) -> dict[str, Callable[[dict[str, Any]], str]]:
    """Tokens that the provider did not make, or not for this."""
    other = RSAKey.generate_key(2048)
    now = int(time.time())

    def unsigned(claims: dict[str, Any]) -> str:
        _, body, _ = town.sign(claims).split(".")
        return f"eyJhbGciOiJub25lIn0.{body}."

    def with_public_key(claims: dict[str, Any]) -> str:
        # The old trick: everybody knows the public key, so it must never count as a shared secret.
        head = base64.urlsafe_b64encode(json.dumps({"alg": "HS256", "kid": town.key.kid}).encode()).rstrip(b"=")
        signed = head.decode() + "." + town.sign(claims).split(".")[1]
        made = hmac.digest(town.key.as_pem(private=False), signed.encode(), "sha256")
        return f"{signed}.{base64.urlsafe_b64encode(made).rstrip(b'=').decode()}"

    return {
        "another key": lambda claims: town.sign(claims, other),
        "a shared secret": with_public_key,
        "no signature": unsigned,
        "another desk": lambda claims: town.sign({**claims, "aud": "iemand-anders"}),
        "for many, by another": lambda claims: town.sign({**claims, "aud": [CLIENT, "x"], "azp": "x"}),
        "another provider": lambda claims: town.sign({**claims, "iss": "https://elders.example"}),
        "another trip": lambda claims: town.sign({**claims, "nonce": "van-een-ander"}),
        "no trip": lambda claims: town.sign({k: v for k, v in claims.items() if k != "nonce"}),
        "too old": lambda claims: town.sign({**claims, "iat": now - 7200, "exp": now - 3600}),
        "nobody": lambda claims: town.sign({k: v for k, v in claims.items() if k != "sub"}),
        "another access token": lambda claims: town.sign({**claims, "at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}),
        "no token at all": lambda claims: "",
        "rubbish": lambda claims: "a.b.c",
    }


async def test_a_token_that_is_not_right_signs_nobody_in(
    house: House, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever is wrong with it; and the log says so without a word of it."""
    await join(house, town)
    with caplog.at_level(logging.DEBUG, "bot"):
        for name, change in cheats(town).items():
            open_up(house, town, Tampering(change))
            browser, answer = await signs_in(house)
            assert (name, answer.status_code) == (name, 403)
            assert "desk_session" not in browser.cookies
    assert {one.getMessage().partition("=")[2] for one in caplog.records} == {"signature", "token"}


async def test_only_the_browser_that_left_can_come_back_and_once(house: House, town: Town) -> None:
    """An answer in another browser, or with another state, or a second time, is nothing."""
    open_up(house, town)
    await join(house, town)
    browser = house.browser()
    answer = Person("Noor").goes_to(await leaves(browser), DESK)
    elsewhere = house.browser()
    await leaves(elsewhere)
    trip = browser.cookies["desk_trip"]
    statuses = [(await one.get(answer)).status_code for one in (house.browser(), elsewhere, browser)]
    assert statuses == [403, 403, 303]
    again = house.browser()
    again.cookies.set("desk_trip", trip, domain="desk.test", path="/desk/login")
    assert (await again.get(answer)).status_code == 403


async def test_an_answer_of_another_provider_is_refused(house: House, town: Town) -> None:
    """RFC 9207: the answer says whose it is."""
    open_up(house, town)
    browser = house.browser()
    state = parse_qs(urlsplit(await leaves(browser)).query)["state"][0]
    answer = await browser.get(f"{BACK}?code=x&state={state}&iss=https://elders.example")
    assert answer.status_code == 403


async def test_guessing_is_limited(house: House, town: Town) -> None:
    """After ten failures an address waits a quarter of an hour, also with a good answer."""
    open_up(house, town)
    for _ in range(ALLOWED):
        assert (await house.browser().get(f"{BACK}?code=x&state=x")).status_code == 403
    assert (await house.browser().get(f"{BACK}?code=x&state=x")).status_code == 429
    house.later(minutes=15)
    assert (await house.browser().get(f"{BACK}?code=x&state=x")).status_code == 403


async def test_a_provider_that_is_away_is_said_so(house: House, town: Town) -> None:
    """Nobody is sent into nothing, and links still work."""
    away = Town("http://127.0.0.1:9", town.key, town.app)
    open_up(house, away)
    answer = await house.browser().get("/desk/login/account")
    assert answer.status_code == 503 and "niet bereikbaar" in answer.text
    assert (await (await house.signed_in("Noor")).get("/desk/")).status_code == 200


async def test_links_only_join_when_the_municipality_says_so(house: House, town: Town) -> None:
    """With DESK_LOGIN_LINKS=no a link alone opens nothing."""
    open_up(house, town, login_links=False)
    browser = house.browser()
    await browser.get(f"/desk/login?token={await house.link('Noor')}")
    assert (await browser.post("/desk/login", data={"csrf": "x"})).status_code == 403
    assert (await browser.get("/desk/")).status_code == 303


async def test_signing_out_goes_on_to_the_provider_and_comes_back(house: House, town: Town) -> None:
    """Otherwise the next person at this computer would be signed in by the provider without being asked."""
    open_up(house, town)
    await join(house, town)
    browser = house.browser()
    person = Person("Noor")
    await browser.get(person.goes_to(await leaves(browser), DESK))
    page = await browser.get("/desk/")
    assert f"form-action 'self' {town.issuer}" in page.headers["content-security-policy"]
    out = await browser.post("/desk/uitloggen", data={"csrf": csrf_in(page.text)})
    assert out.headers["location"].startswith(f"{town.issuer}/")
    assert person.goes_to(out.headers["location"], DESK).startswith(HERE)
    assert (await browser.get("/desk/")).headers["location"] == "/desk/login"
    asked_again = person.web.get(await leaves(browser), follow_redirects=True)
    assert 'name="login"' in asked_again.text


async def test_signing_out_with_a_link_stays_here(house: House, town: Town) -> None:
    """The provider has nothing to end."""
    open_up(house, town)
    browser = await house.signed_in("Noor")
    page = await browser.get("/desk/")
    out = await browser.post("/desk/uitloggen", data={"csrf": csrf_in(page.text)})
    assert out.headers["location"] == "/desk/login"


async def test_who_signs_out_at_the_provider_is_signed_out_here(house: House, town: Town) -> None:
    """By a frame in the browser, or by a signed message from the provider; a message of somebody else does nothing."""
    open_up(house, town, Tampering(lambda claims: town.sign({**claims, "sid": "sessie-1"})))
    await join(house, town)
    message = {"iss": town.issuer, "aud": CLIENT, "iat": int(time.time()), "events": {LOGOUT_EVENT: {}}}
    forged = [
        town.sign({**message, "sid": "sessie-1"}, RSAKey.generate_key(2048)),
        town.sign({**message, "sid": "sessie-1", "nonce": "x"}),
        town.sign({**message, "sid": "sessie-1", "iat": int(time.time()) - 3600}),
        town.sign({**message, "sid": "sessie-1", "events": {}}),
        town.sign({**message, "sid": "sessie-1", "aud": "x"}),
        town.sign(message),
    ]
    for asked in ("frame", "sid", "sub"):
        browser, _ = await signs_in(house)
        provider = house.browser()
        for token in forged:
            assert (await provider.post(f"{HERE}/account/uit", data={"logout_token": token})).status_code == 400
        await provider.get(f"{HERE}/account/uit?iss=https://elders.example&sid=sessie-1")
        assert (await browser.get("/desk/")).status_code == 200
        if asked == "frame":
            framed = await provider.get(f"{HERE}/account/uit?iss={town.issuer}&sid=sessie-1")
            assert f"frame-ancestors {town.issuer}" in framed.headers["content-security-policy"]
        else:
            about = {"sid": "sessie-1"} if asked == "sid" else {"sub": town.people["Noor"]}
            token = town.sign({**message, **about})
            assert (await provider.post(f"{HERE}/account/uit", data={"logout_token": token})).status_code == 200
        assert (await browser.get("/desk/")).status_code == 303


async def test_no_log_holds_a_token_a_code_or_an_address(
    house: House, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """Of our own lines and of the libraries': neither secrets nor whose account it is."""
    open_up(house, town)
    await join(house, town)
    with caplog.at_level(logging.INFO):
        browser = house.browser()
        answer = Person("Noor").goes_to(await leaves(browser), DESK)
        await browser.get(answer)
        await refused(house, "Vreemd")
    ours = "\n".join(
        one.getMessage() for one in caplog.records if one.name.startswith(("bot", "authlib", "httpx2", "httpcore2"))
    )
    code = parse_qs(urlsplit(answer).query)["code"][0]
    kept = [browser.cookies[name] for name in ("desk_session", "desk_proof")]
    secrets = [code, *kept, SECRET, "voorbeeld.example", "noor"]
    assert [one for one in secrets if one.strip('"') in ours.lower()] == []
    assert "sign_in_refused why=unknown" in ours


async def test_without_a_provider_there_is_no_way_to_one(house: House) -> None:
    """A small start needs none."""
    for path in ("", "/terug", "/uit"):
        assert (await house.browser().get(f"/desk/login/account{path}")).status_code == 404
    assert (await house.browser().post("/desk/login/account/uit")).status_code == 404
    assert "account" not in (await house.browser().get("/desk/login")).text.split("<main")[1]
