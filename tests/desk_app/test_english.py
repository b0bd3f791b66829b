"""The desk in English, for who chose that: complete, on every page, and never noticed by a client."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.desk_app.app import desk_app

from .house import House, csrf_in
from .served import Served, fill, knowledge

CATALOGUE = Path("locales/en/LC_MESSAGES/desk.po")
# Words that stand in nearly every Dutch sentence, and in no English one.
DUTCH = re.compile(
    r"\b(het|een|je|jouw|niet|geen|klant(en)?|naar|voor|bericht|vraag|maand|bekijk|kies|nog|wordt)\b", re.I
)
ATTRIBUTES = ("alt", "aria-label", "data-label", "data-news", "data-one", "data-many", "data-left", "placeholder")
FORMS = {"text": "", "whom": "", "service": "", "month": "2026-10", "what": "csv", "words": "bezwaar", "why": ""}


def extracted() -> set[str | tuple[str, ...]]:
    """Every sentence of the desk, in code and templates, as `make words` finds them."""
    methods = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
    keywords = {"_": None, "plural": (1, 2)}
    return {found[2] for found in extract_from_dir("bot/desk_app", methods, keywords=keywords)}


def translated() -> dict[str | tuple[str, ...], str | tuple[str, ...]]:
    with CATALOGUE.open("rb") as file:
        return {
            tuple(one.id) if isinstance(one.id, (list, tuple)) else one.id: one.string
            for one in read_po(file, locale="en")
            if one.id and not one.fuzzy
        }


def test_every_sentence_of_the_desk_has_its_english() -> None:
    """Nothing is missing, nothing is left over, and the open places are the same."""
    wanted, known = extracted(), translated()
    assert wanted - set(known) == set()
    assert set(known) - wanted == set()
    for dutch, english in known.items():
        pairs = zip(dutch, english, strict=True) if isinstance(dutch, tuple) else [(dutch, english)]
        for one, other in pairs:
            assert other, dutch
            assert set(re.findall(r"{\w+}", one)) == set(re.findall(r"{\w+}", str(other))), dutch


@pytest.fixture
async def filled(house: House) -> Served:
    """Something of everything, with the real library, and everybody has chosen English."""
    house.app = desk_app(house.units, house.files, house.now, house.wake, knowledge=knowledge())
    desk = Served("")
    await fill(house, desk)
    async with house.units.writing() as unit:
        for one in house.staff.values():
            await unit.staff.set_language(one.id, "en")
    return desk


def browser_of(house: House, desk: Served, name: str) -> httpx.AsyncClient:
    browser = house.browser()
    browser.cookies.set("desk_session", desk.cookies[name])
    browser.cookies.set("desk_language", "en")
    return browser


class _OwnWords(HTMLParser):
    """The texts of a page, without what clients and colleagues typed, what papers say, and the library."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        had = dict(attrs)
        others = had.get("dir") == "auto" or had.get("lang", "en") != "en" or tag in ("dd", "script", "bdi")
        self.said += [value for name in ATTRIBUTES if (value := had.get(name))]
        if tag not in ("meta", "link", "input", "img", "br"):
            self._open.append((tag, others))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(others for _, others in self._open):
            self.said.append(data.strip())


def dutch_left(page: str) -> list[str]:
    """Sentences of the page's own that are still Dutch; library texts say that they are."""
    words = _OwnWords()
    words.feed(page)
    return [text for text in words.said if DUTCH.search(text)]


async def test_no_dutch_is_left_on_any_page(house: House, filled: Served) -> None:
    """Every page and every refused form as every role: `lang` says English, and it is."""
    inner = house.app.routes[0].routes[0].app  # type: ignore[attr-defined]
    routes = [(method, one.path) for one in inner.routes for method in getattr(one, "methods", None) or ()]
    left, seen = {}, 0
    for name in filled.cookies:
        browser = browser_of(house, filled, name)
        csrf = csrf_in((await browser.get("/desk/aanmelding")).text)
        for method, path in routes:
            if path == "/gebeurtenissen" or "uitloggen" in path or "overal" in path or path == "/aanmelding/taal":
                continue
            things = {"case_id": "x", "staff_id": house.staff["Bas"].id, **filled.holes}
            form = {"csrf": csrf, **FORMS} if method == "POST" else None
            answer = await browser.request(method, "/desk" + path.format(**things), data=form)
            if "text/html" not in answer.headers.get("content-type", "") or not answer.text.startswith("<!doctype"):
                continue
            seen += 1
            assert '<html lang="en">' in answer.text, path
            if found := dutch_left(answer.text):
                left[f"{name} {method} {path}"] = found
    assert left == {}
    assert seen > 60


async def test_library_texts_say_that_they_are_dutch(house: House, filled: Served) -> None:
    """A screen reader reads the text of an answer with the right voice, whatever the language around it."""
    page = (await browser_of(house, filled, "Noor").get("/desk/naslag/bezwaar-maken")).text
    assert '<h1 lang="nl"' in page
    assert '<p class="said" lang="nl"' in page


async def test_days_and_amounts_are_written_as_in_english(house: House, filled: Served) -> None:
    """The day of the list, and what was read of a payslip."""
    browser = browser_of(house, filled, "Noor")
    assert "Wednesday, 25 November 2026" in (await browser.get("/desk/")).text
    assert "€1,234.56" in (await browser.get(f"/desk/klant/{house.samira.id}")).text


async def test_one_chooses_on_the_own_page_and_the_sign_in_page_remembers(house: House) -> None:
    """The choice holds in every browser of hers; in this one it holds before signing in too."""
    browser = await house.signed_in("Noor")
    own = (await browser.get("/desk/aanmelding")).text
    assert '<html lang="nl">' in own
    chosen = await browser.post("/desk/aanmelding/taal", data={"csrf": csrf_in(own), "language": "en"})
    assert chosen.status_code == 303
    assert "Morning list" in (await browser.get("/desk/")).text
    elsewhere = await house.signed_in("Noor")
    assert "Morning list" in (await elsewhere.get("/desk/")).text
    browser.cookies.delete("desk_session")
    assert "Open the link that you got" in (await browser.get("/desk/login")).text
    assert "Open de link" in (await house.browser().get("/desk/login")).text


async def test_the_sign_in_page_can_be_read_in_english_first(house: House) -> None:
    """Who has not signed in yet chooses under the button; a language that the desk does not speak changes nothing."""
    browser = house.browser()
    assert 'href="/desk/login?taal=en" lang="en"' in (await browser.get("/desk/login")).text
    await browser.get("/desk/login?taal=tr")
    assert '<html lang="nl">' in (await browser.get("/desk/login")).text
    await browser.get("/desk/login?taal=en")
    assert '<html lang="en">' in (await browser.get("/desk/login")).text


async def test_a_client_never_notices_in_which_language_the_desk_is_read(house: House) -> None:
    """The same answer, closing and request, word for word."""

    async def day(language: str) -> list[tuple[int, str]]:
        case = await house.open_case()
        async with house.units.writing() as unit:
            await unit.transaction.execute("DELETE FROM outbox")
            await unit.staff.set_language(house.staff["Noor"].id, language)
        browser = await house.signed_in("Noor")
        here = f"/desk/klant/{house.samira.id}"
        csrf = csrf_in((await browser.get(here)).text)
        for form, text in (("antwoord", "Dat komt goed."), ("vraag-brief", ""), ("sluit", "Klaar.")):
            answer = await browser.post(f"{here}/{form}", data={"csrf": csrf, "case": case, "text": text})
            assert answer.status_code == 303, form
        house.later(hours=1)
        return await house.outbox()

    dutch, english = await day("nl"), await day("en")
    assert len(dutch) == 3
    assert english == dutch
