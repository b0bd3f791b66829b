"""A day at the desk in a browser: what a caseworker and an income consultant do, as they see it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import chromium

from .house import NOON
from .served import Served, served
from .test_page_access import ZOOMED, too_wide

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    """Noor's clients: Samira in need, Yara who waits, Wim who waits longer, Zoë who needs nothing."""
    with served(tmp_path) as running:
        running.do(_more_clients(running))
        yield running


async def _more_clients(desk: Served) -> None:
    house = desk.house
    async with house.units.writing() as unit:
        for number, (name, waits) in enumerate((("Yara", 1), ("Wim", 3), ("Zoë", 0))):
            client = await unit.clients.add(name, "nl", house.staff["Noor"].id, NOON)
            await unit.clients.link(client.id, 300 + number, NOON)
            await unit.clients.consent(client.id, NOON)
            desk.holes[name] = client.id
            if waits:
                since = NOON - timedelta(hours=waits)
                await unit.cases.open(client.id, house.staff["Noor"].id, "asked", f"Vraag van {name}", since)
        await unit.cases.client_waits((await unit.cases.open_of_client(house.samira.id)).id, NOON)  # type: ignore[union-attr]


def at_desk(desk: Served, browser: Any, who: str, path: str = "/") -> Any:
    """The page as this person sees it; the browser has the time of the house."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, accept_downloads=True)
    context.set_default_timeout(10_000)
    context.clock.install(time=desk.house.at)
    context.add_cookies([{"name": "desk_session", "value": desk.cookies[who], "url": f"{desk.url}/desk"}])
    page = context.new_page()
    page.goto(f"{desk.url}/desk{path.format(**desk.holes)}")
    return page


def shortcut(page: Any, key: str) -> None:
    """Press a key of the desk once the page listens: its script comes after the text."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


def names(page: Any) -> list[str]:
    return page.locator(".row:visible .row-name a").all_inner_texts()


def test_the_morning_list_says_whom_to_help_first_without_a_mouse(desk: Served, browser: Any) -> None:
    """By urgency, walked with j and k, searched with /, filtered, and opened with Enter."""
    page = at_desk(desk, browser, "Noor")
    assert names(page) == ["Samira", "Wim", "Yara", "Zoë"]
    for key in "jjk":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "Samira"
    page.keyboard.press("/")
    page.keyboard.type("wi")
    assert names(page) == ["Wim"]
    expect(page.locator("#gevonden")).to_have_text("1 klant")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Wacht op antwoord").click()
    expect(page.locator(".row:visible .row-name a")).to_have_text(["Wim", "Yara"])
    shortcut(page, "j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wim")
    shortcut(page, "o")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ochtendlijst")
    page.context.close()


def test_a_note_is_the_default_and_a_reply_can_be_taken_back(desk: Served, browser: Any) -> None:
    """Writing keeps a note; the client's name on the button sends, and for ten seconds it comes back."""
    page = at_desk(desk, browser, "Noor", "/klant/{Wim}")
    page.get_by_label("Je tekst").fill("Eerst nabellen.")
    page.get_by_role("button", name="Bewaar notitie").click()
    expect(page.locator("#gesprek .from-note").last).to_contain_text("Eerst nabellen.")
    shortcut(page, "a")
    page.get_by_label("Je tekst").fill("Je hoeft niets te doen.")
    page.get_by_role("button", name="Stuur naar Wim").click()
    expect(page.locator("#gesprek .from-staff").last).to_contain_text("Je hoeft niets te doen.")
    expect(page.locator("[data-seconds]")).to_have_text(re.compile(r"Nog \d+ s\."))
    shortcut(page, "t")
    expect(page.get_by_role("status").filter(has_text="Teruggehaald")).to_be_visible()
    assert page.get_by_label("Je tekst").input_value() == "Je hoeft niets te doen."
    assert page.locator("#gesprek .from-staff").count() == 0
    page.context.close()


def test_a_field_is_corrected_and_a_better_photo_asked_for(desk: Served, browser: Any) -> None:
    """Beside the page; what was read stays to be seen, and the client is asked with a reason."""
    desk.do(desk.house.keep_paper("f4", "for_human", {"net_cents": 90000, "delivery": {"pages": ["f4", "f5"]}}))
    page = at_desk(desk, browser, "Noor", "/klant/{client_id}")
    paper = page.locator(".paper").filter(has_text="Nettoloon").first
    paper.get_by_text("Verbeter een veld").click()
    paper.get_by_label("Veld").select_option("net_cents")
    paper.get_by_label("Wat moet er staan?").fill("950,00")
    paper.get_by_role("button", name="Verbeter", exact=True).click()
    expect(paper.locator("dl")).to_contain_text("950,00")
    paper.get_by_text("1 veld verbeterd").click()
    expect(paper).to_contain_text("Noor verbeterde dit op 25 november 2026.")
    paper.get_by_text("Vraag een betere foto").click()
    paper.get_by_label("Bladzijde").select_option("2")
    paper.get_by_label("want").select_option("dark")
    paper.get_by_role("button", name="Vraag het Samira").click()
    expect(page.locator("#gesprek .from-staff").last).to_contain_text("bladzijde 2")
    page.context.close()


def test_a_whole_caseload_is_handed_over(desk: Served, browser: Any) -> None:
    """With one note; the colleague has all of them and the own list is empty."""
    page = at_desk(desk, browser, "Noor", "/overdragen")
    page.get_by_role("button", name="Kies iedereen hieronder").click()
    expect(page.locator("[data-picked]")).to_have_text("4 klanten gekozen")
    page.get_by_label("Collega", exact=True).select_option("Cees")
    page.get_by_label("Notitie voor je collega").fill("Ik ga met verlof.")
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_text("Je hebt nog geen klanten.")).to_be_visible()
    page.context.close()
    desk.cookies["Cees"] = desk.do(_session(desk, "Cees"))
    colleague = at_desk(desk, browser, "Cees")
    assert sorted(names(colleague)) == ["Samira", "Wim", "Yara", "Zoë"]
    colleague.get_by_role("link", name="Wim").click()
    expect(colleague.locator("#gesprek")).to_contain_text("Overgedragen aan Cees. Ik ga met verlof.")
    colleague.context.close()


async def _session(desk: Served, name: str) -> str:
    async with desk.house.units.writing() as unit:
        return await unit.staff.begin_session(desk.house.staff[name], desk.house.at, "link")


def test_a_substitute_comes_in_on_those_days_only(desk: Served, browser: Any) -> None:
    """Laid down by the one who goes; the day before and the day after nothing of the client is there."""
    page = at_desk(desk, browser, "Noor", "/afwezig")
    page.get_by_label("Eerste dag").fill("2026-11-26")
    page.get_by_label("Laatste dag").fill("2026-11-26")
    page.get_by_label("Vervanger", exact=True).select_option("Cees")
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("26 november 2026 – 26 november 2026: Cees")).to_be_visible()
    page.context.close()
    seen = []
    for days in (0, 1, 2):
        desk.house.at = NOON + timedelta(days=days)
        desk.cookies["Cees"] = desk.do(_session(desk, "Cees"))
        colleague = at_desk(desk, browser, "Cees", "/klant/{Wim}")
        seen.append(colleague.get_by_role("heading", level=1).inner_text())
        colleague.context.close()
    assert seen == ["Niet gevonden", "Wim", "Niet gevonden"]


def test_a_message_to_a_selection_is_previewed_and_has_results(desk: Served, browser: Any) -> None:
    """Chosen, written, looked at once more also at 200 %, put ready, and stopped."""
    page = at_desk(desk, browser, "Noor", "/berichten/nieuw")
    for name in ("Wim", "Yara"):
        page.get_by_label(name).check()
    page.get_by_label("Nederlands").fill("Dag {name}, je loonstrook ontbreekt nog. Stuur hem deze week.")
    page.get_by_label("Knop onder het bericht").select_option("payslip")
    page.get_by_role("button", name="Bekijk het voorbeeld").click()
    expect(page.locator(".samples .said")).to_have_text("Dag Wim, je loonstrook ontbreekt nog. Stuur hem deze week.")
    page.set_viewport_size(ZOOMED)
    assert too_wide(page) == []
    page.get_by_role("button", name="Stuur naar").click()
    expect(page.locator("#stand")).to_contain_text("2 wachten")
    page.get_by_role("button", name="Stop dit bericht").click()
    expect(page.locator("#per-klant")).to_contain_text("gestopt voordat het wegging")
    page.context.close()


def test_an_income_consultant_collects_a_month(desk: Served, browser: Any, tmp_path: Path) -> None:
    """As ZIP, as Excel and as CSV; after that it counts as collected."""
    page = at_desk(desk, browser, "Ilse", "/export?maand=2026-10")
    for button, ending in (("ZIP", "zip"), ("Excel", "xlsx"), ("CSV", "csv")):
        page.get_by_label("Ook wat al is opgehaald").check()
        with page.expect_download() as got:
            page.get_by_role("button", name=button).click()
        got.value.save_as(tmp_path / f"maand.{ending}")
        assert got.value.suggested_filename == f"loonstroken-2026-10.{ending}"
    assert any("bladzijde-1" in name for name in zipfile.ZipFile(tmp_path / "maand.zip").namelist())
    assert zipfile.is_zipfile(tmp_path / "maand.xlsx")
    assert "Ontvangstbewijs" in (tmp_path / "maand.csv").read_text("utf-8-sig")
    page.reload()
    expect(page.locator("table")).to_contain_text("vandaag 12:00")
    page.context.close()


def test_signing_in_with_a_link_and_out_everywhere(desk: Served, browser: Any) -> None:
    """The link works once; one button ends the session of the other browser too."""
    other = at_desk(desk, browser, "Noor")
    context = browser.new_context()
    page = context.new_page()
    link = desk.do(desk.house.link("Noor"))
    page.goto(f"{desk.url}/desk/login?token={link}")
    assert link not in page.url
    page.get_by_role("button", name="Aanmelden op de werkbank").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ochtendlijst")
    page.get_by_role("link", name="Noor").click()
    page.get_by_role("button", name="Meld mij overal af").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    other.goto(f"{desk.url}/desk/")
    expect(other.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    page.goto(f"{desk.url}/desk/login?token={link}")
    page.get_by_role("button", name="Aanmelden op de werkbank").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")
    context.close()
    other.context.close()
