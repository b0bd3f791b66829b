"""Linking one's own Telegram account on «Mijn aanmelding»."""

from __future__ import annotations

import html
import re

import httpx

from bot.clients.staff_chats import CODES_AN_HOUR, code_hash
from bot.desk_app.app import desk_app

from .house import House, csrf_in


async def page_of(house: House, name: str = "Noor") -> tuple[httpx.AsyncClient, str, str]:
    browser = await house.signed_in(name)
    page = (await browser.get("/desk/aanmelding")).text
    return browser, csrf_in(page), page


async def link(house: House, name: str = "Noor", account: int = 7_000_001) -> None:
    async with house.units.writing() as unit:
        await unit.staff_chats.link(house.staff[name].id, account, house.at)


async def test_the_button_gives_a_code_with_its_end_and_a_link(house: House) -> None:
    """The code is kept as a hash, and works for this person."""
    browser, csrf, page = await page_of(house)
    assert "Koppel je eigen Telegram-account." in page
    page = html.unescape((await browser.post("/desk/aanmelding/telegram", data={"csrf": csrf})).text)
    code = re.search(r"<strong>(M-\w{4}-\w{4})</strong>", page)
    assert code
    assert "vóór 12:10" in page  # Amsterdam, ten minutes after the clock of the tests
    assert f'href="https://t.me/proef_bot?start={code[1]}"' in page
    async with house.units.writing() as unit:
        rows = await unit.transaction.fetch("SELECT * FROM staff_codes")
        assert code[1] not in repr([dict(row) for row in rows])
        assert await unit.staff_chats.use_code(code_hash(code[1]), house.at) == house.staff["Noor"].id


async def test_codes_are_limited(house: House) -> None:
    """So many an hour, and then a sentence."""
    browser, csrf, _ = await page_of(house)
    for _ in range(CODES_AN_HOUR):
        assert (await browser.post("/desk/aanmelding/telegram", data={"csrf": csrf})).status_code == 200
    answer = await browser.post("/desk/aanmelding/telegram", data={"csrf": csrf})
    assert answer.status_code == 422 and "Wacht een uur" in answer.text
    house.later(minutes=61)
    assert (await browser.post("/desk/aanmelding/telegram", data={"csrf": csrf})).status_code == 200


async def test_a_linked_account_shows_since_when_and_can_be_let_go(house: House) -> None:
    """The chat hears of it through its own inbox."""
    await link(house)
    browser, csrf, page = await page_of(house)
    assert "gekoppeld sinds" in page
    await browser.post("/desk/aanmelding/telegram/uit", data={"csrf": csrf})
    async with house.units.reading() as unit:
        assert not await unit.staff_chats.of_staff([house.staff["Noor"].id])
        assert await unit.inbox.waiting() == 1
    assert house.woken


async def test_who_blocked_the_bot_sees_that_notices_do_not_arrive(house: House) -> None:
    """On the own page, and above the list of the morning."""
    await link(house)
    async with house.units.writing() as unit:
        await unit.staff_chats.set_blocked(7_000_001, house.at)
    browser, _, page = await page_of(house)
    assert "je hebt de bot geblokkeerd in Telegram" in page
    assert "Je meldingen in Telegram komen niet aan." in (await browser.get("/desk/")).text
    assert "komen niet aan" not in (await (await house.signed_in("Bas")).get("/desk/")).text


async def test_signing_out_everywhere_lets_the_account_go(house: House) -> None:
    """Perhaps it was the phone that was lost."""
    await link(house)
    browser, csrf, _ = await page_of(house)
    await browser.post("/desk/aanmelding/overal", data={"csrf": csrf})
    async with house.units.reading() as unit:
        assert not await unit.staff_chats.of_staff([house.staff["Noor"].id])


async def test_only_caseworkers_can_link_and_only_where_it_is_switched_on(house: House) -> None:
    """Others have no clients to hear of."""
    assert "Telegram" not in (await page_of(house, "Ilse"))[2]
    house.app = desk_app(house.units, house.files, house.now, house.wake)
    browser, csrf, page = await page_of(house)
    assert "Telegram" not in page
    assert (await browser.post("/desk/aanmelding/telegram", data={"csrf": csrf})).status_code == 404
