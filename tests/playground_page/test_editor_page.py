"""The page for editors in the browser: an answer as the client sees it, why, its file, and the counts."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from bot.answers.decision import Decider
from bot.playground.app import playground
from tests.answers.conftest import cache, decider, small_content  # noqa: F401 - fixtures
from tests.editor.parts import editor_of, house_of
from tests.playground.playground_phone import served
from tests.playground_page.test_page_keyboard import TOO_FAINT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(decider: Decider, cache: Path) -> Iterator[str]:  # noqa: F811
    """The playground with the editor in it, in a thread of its own."""
    ready, addresses, end = threading.Event(), list[str](), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with served(playground("1:test", editor=editor_of(house_of(decider), cache).routes())) as url:
            addresses.append(url)
            ready.set()
            await end.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert ready.wait(10)
    yield addresses[0]
    loop.call_soon_threadsafe(end.set)
    thread.join(10)
    loop.close()


@pytest.fixture
def desk(browser: Any, address: str) -> Iterator[Any]:
    """Opens the page; at the end the console must be free of complaints."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def opened(**options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/editor")
        page.locator("#topic option").nth(1).wait_for(state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def asks(page: Any, question: str) -> None:
    page.get_by_label("Vraag van een klant").fill(question)
    page.get_by_role("button", name="Bekijk het antwoord").click()
    expect(page.locator("#why-body .verdict")).to_be_visible()


def test_a_question_shows_the_answer_the_reasons_and_the_file(desk: Any) -> None:
    """The client's bubble with bold words, source and buttons; words with weights; the file's name and dates."""
    page = desk()
    asks(page, "Hoe maak ik een afsprak?")
    page.locator("#replies").get_by_role("button").first.wait_for()
    weights = page.locator(".two-sided li")
    expect(weights.filter(has_text="afspraak").first).to_contain_text("+")
    expect(weights.first.locator(".sr")).to_contain_text("voor")
    expect(page.get_by_text("«afsprak» las de bot als «afspraak».")).to_be_visible()
    expect(page.locator("#why-body")).to_contain_text("Zekerheid:")
    expect(page.locator("#file-body")).to_contain_text("content/nl/contact/afspraak-maken.md")
    expect(page.locator("#file-body")).to_contain_text("23 november 2026")


def test_a_topic_can_be_looked_at_and_its_buttons_lead_on(desk: Any) -> None:
    """Chosen from the list or by its button; what needs a chat says so."""
    page = desk()
    page.get_by_label("Of bekijk één onderwerp").select_option("btw-kor")
    expect(page.locator("#replies strong")).to_have_text("de tekst")
    expect(page.locator("#replies")).to_contain_text("Bron: Gemeente, bekeken op 23 november 2026.")
    expect(page.locator("#why")).to_be_hidden()
    page.locator("#replies").get_by_role("button", name="Ja", exact=True).click()
    expect(page.get_by_text("Deze knop werkt alleen in het gesprek.")).to_be_visible()


def test_the_counts_are_shown_with_the_worst_first(desk: Any) -> None:
    """A topic in the table can be looked at; another length of time counts anew."""
    page = desk()
    rows = page.locator("#counts table").first.locator("tbody tr")
    expect(rows.first).to_contain_text("40%")
    page.get_by_label("Hoe lang terug").select_option("90")
    expect(rows.first).to_contain_text("100")
    rows.first.get_by_role("button").click()
    expect(page.locator("#file-body")).to_contain_text("btw-kor.md")


def test_the_page_goes_by_keyboard_and_speaks(desk: Any) -> None:
    """Enter asks; the focus goes to the answer, and a screen reader hears that it is there."""
    page = desk()
    page.locator("body").press("Tab")
    page.keyboard.press("Enter")  # skip to the question
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type("voorwaarden huurtoeslag")
    page.keyboard.press("Enter")
    expect(page.locator("#client-title")).to_be_focused()
    expect(page.locator("#status")).to_have_text("Antwoord gevonden.")
    unnamed = [text for text in page.locator("button:not([aria-label])").all_text_contents() if not text.strip()]
    assert unnamed == []
    assert page.locator("table:not(:has(caption))").count() == 0


def test_an_empty_question_is_not_sent(desk: Any) -> None:
    """The page asks for it, and shows nothing."""
    page = desk()
    page.get_by_label("Vraag van een klant").fill("   ")
    page.get_by_role("button", name="Bekijk het antwoord").click()
    expect(page.get_by_role("alert")).to_have_text("Typ eerst een vraag.")
    expect(page.locator("#result")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_in_both_colours(desk: Any, scheme: str) -> None:
    """All text has a contrast of at least 4.5 to 1."""
    page = desk(color_scheme=scheme)
    asks(page, "Wanneer krijg ik mijn bijstand?")
    assert page.evaluate(TOO_FAINT) == []


def test_on_a_phone_nothing_sticks_out(desk: Any) -> None:
    """At 390 px everything is below each other."""
    page = desk(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    asks(page, "Hoe maak ik een afspraak?")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_the_bot_the_page_says_what_to_do(town: Any, browser: Any) -> None:
    """The playground alone has no answers."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{town.url}/editor")
    expect(page.get_by_role("alert")).to_contain_text("alleen als de bot meedraait")
    context.close()


def test_the_phone_has_a_way_to_this_page(window: Any, town: Any) -> None:
    """From the list of clients."""
    page = window.open(town.newcomer())
    link = page.get_by_role("link", name="Naar de redactie")
    expect(link).to_be_visible()
    found = page.request.get(f"{town.url}/{link.get_attribute('href')}")
    assert found.ok and "<h1>Redactie</h1>" in found.text()
