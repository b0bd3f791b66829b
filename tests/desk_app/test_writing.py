"""Writing on a client's page: notes first, undo, advice, quick texts, the library."""

from __future__ import annotations

import re
from datetime import date

import httpx
import pytest

from bot.answers.library import Library
from bot.desk_app.app import desk_app
from bot.desk_app.knowledge import Knowledge
from bot.policy import AMSTERDAM

from .house import House, csrf_in

LIBRARY = Library.load(AMSTERDAM.parent.parent)


@pytest.fixture
def learned(house: House) -> House:
    knowledge = Knowledge.of(LIBRARY, lambda text: [("bijstand-betaaldatum", 0.9)] if "geld" in text else [])
    house.app = desk_app(house.units, house.files, house.now, house.wake, knowledge=knowledge)
    return house


async def _post(browser: httpx.AsyncClient, house: House, form: str, **fields: str) -> httpx.Response:
    address = f"/desk/klant/{house.samira.id}"
    csrf = csrf_in((await browser.get(address)).text)
    return await browser.post(f"{address}/{form}", data={"csrf": csrf, **fields})


async def test_a_note_is_what_happens_when_nobody_chooses(house: House) -> None:
    """The form itself keeps a note; only a button with the client's name sends."""
    await house.open_case()
    page = (await (await house.signed_in("Noor")).get(f"/desk/klant/{house.samira.id}")).text
    form = page[page.index('id="schrijf-formulier"') :]
    assert re.match(r'id="schrijf-formulier" method="post" action="[^"]+/notitie"', form)
    assert re.search(r'value="notitie" checked', form)
    assert re.search(r'formaction="[^"]+/antwoord">Stuur naar Samira<', form)
    assert form.index("Bewaar notitie") < form.index("Stuur naar Samira")  # the first button is what Enter presses


async def test_taking_back_puts_the_words_back_in_the_form(house: House) -> None:
    """And nothing is on its way."""
    case = await house.open_case()
    browser = await house.signed_in("Noor")
    await _post(browser, house, "antwoord", text="Stuur mij de brief.", case=case)
    page = (await browser.get(f"/desk/klant/{house.samira.id}")).text
    entry = re.search(r'name="entry" value="(\w+)"', page)
    assert entry
    back = await _post(browser, house, "terug", entry=entry[1])
    assert "Teruggehaald" in back.text
    assert "Stuur mij de brief.</textarea>" in back.text
    assert await house.outbox() == []
    again = await _post(browser, house, "terug", entry=entry[1])
    assert again.status_code == 422
    assert "al weg" in again.text


async def test_grave_advice_asks_once_more_and_then_sends(house: House) -> None:
    """A BSN in the text: the first try sends nothing, the second one does, for the same text only."""
    case = await house.open_case()
    browser = await house.signed_in("Noor")
    first = await _post(browser, house, "antwoord", text="Is 111222333 goed?", case=case)
    assert first.status_code == 422
    assert "Er staat een BSN in je tekst (11…)" in first.text
    assert "Toch sturen naar Samira" in first.text
    assert await house.outbox() == []
    mark = re.search(r'name="advised" value="(\w+)"', first.text)
    assert mark
    other = await _post(browser, house, "antwoord", text="En 111222333?", case=case, advised=mark[1])
    assert other.status_code == 422
    sent = await _post(browser, house, "antwoord", text="Is 111222333 goed?", case=case, advised=mark[1])
    assert sent.status_code == 303
    assert len(await house.outbox()) == 1


async def test_advice_on_another_client_knows_only_own_clients(house: House) -> None:
    """A colleague's client is not named to who may not know that there is one."""
    browser = await house.signed_in("Noor")
    seen = await _post(browser, house, "nakijken", text=f"Bel Peter, {house.other.number}.")
    assert "andere klant" not in seen.text
    async with house.units.writing() as unit:
        mine = await unit.clients.add("Anna Proef", "nl", house.staff["Noor"].id, house.at)
    seen = await _post(browser, house, "nakijken", text=f"Bel {mine.number}.")
    assert "andere klant in je tekst: Anna Proef" in seen.text


async def test_light_advice_stops_nothing(house: House) -> None:
    """A long sentence is pointed at, and goes all the same."""
    case = await house.open_case()
    browser = await house.signed_in("Noor")
    assert "Deze zin is lang" in (await _post(browser, house, "nakijken", text="Bel " + "morgen " * 30)).text
    assert (await _post(browser, house, "antwoord", text="Bel " + "morgen " * 30, case=case)).status_code == 303


async def test_quick_texts_have_the_facts_of_the_client(learned: House) -> None:
    """By a link when there is no script; the month is the oldest that is missing."""
    async with learned.units.writing() as unit:
        await unit.clients.consent(learned.samira.id, learned.at.replace(month=9))
    browser = await learned.signed_in("Noor")
    page = (await browser.get(f"/desk/klant/{learned.samira.id}?tekst=loonstrook-ontbreekt")).text
    assert "Dag Samira, wil je mij je loonstrook van september 2026 sturen?" in page
    assert re.search(r'value="antwoord" checked', page)


async def test_the_conversation_says_from_which_text_the_bot_answered(learned: House) -> None:
    """With a link to that text and its sources."""
    async with learned.units.writing() as unit:
        await unit.thread.add(learned.samira.id, "bot", "Kijk op je specificatie.", learned.at,
                              topic="bijstand-betaaldatum")  # fmt: skip
    page = (await (await learned.signed_in("Noor")).get(f"/desk/klant/{learned.samira.id}")).text
    title = LIBRARY.title("bijstand-betaaldatum")
    assert f'href="/desk/naslag/bijstand-betaaldatum" target="_blank" rel="noopener">uit «{title}»' in page


async def test_the_library_is_found_and_shows_its_sources(learned: House) -> None:
    """By meaning and by word; each text with sources and dates."""
    browser = await learned.signed_in("Noor")
    csrf = csrf_in((await browser.get("/desk/naslag")).text)
    found = await browser.post("/desk/naslag", data={"csrf": csrf, "words": "wanneer komt mijn geld"})
    assert "/desk/naslag/bijstand-betaaldatum" in found.text
    by_word = await browser.post("/desk/naslag", data={"csrf": csrf, "words": "bezwaar maken"})
    assert "/desk/naslag/bezwaar-maken" in by_word.text
    text = (await browser.get("/desk/naslag/bezwaar-maken")).text
    assert "Bronnen" in text
    assert 'rel="noopener noreferrer"' in text
    assert (await browser.get("/desk/naslag/bestaat-niet")).status_code == 404


def test_every_text_of_the_library_has_a_source_to_show() -> None:
    """The page has something to say about where a text comes from."""
    today = date(2026, 11, 25)
    without = [slug for slug in LIBRARY.slugs if not LIBRARY.articles[slug]["nl"].sources]
    assert [slug for slug in without if LIBRARY.show(slug, "nl", today)] == []


async def test_a_quick_text_is_there_in_the_clients_own_language_too(learned: House) -> None:
    """With the facts of this client, the month in that language; where there is none, only the Dutch one."""
    async with learned.units.writing() as unit:
        await unit.clients.set_language(learned.samira.id, "tr")
    browser = await learned.signed_in("Noor")
    page = (await browser.get(f"/desk/klant/{learned.samira.id}")).text
    assert 'data-quick="Merhaba Samira, Ekim 2026 maaş bordronu' in page
    assert 'data-quick="Dag Samira, wil je mij je loonstrook van oktober 2026' in page
    chosen = (await browser.get(f"/desk/klant/{learned.samira.id}?tekst=loonstrook-ontbreekt&taal=tr")).text
    assert "Merhaba Samira, Ekim 2026 maaş bordronu bana gönderir misin?" in chosen.split("schrijf-tekst", 1)[1]
    assert "?tekst=loonstrook-binnen&amp;taal=tr" not in page
