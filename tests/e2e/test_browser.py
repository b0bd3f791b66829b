"""The running program in a browser: the client's phone, and the caseworker's desk beside it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import chromium
from tests.e2e.running import Running, running
from tests.paper.payslips import sample_payslip

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect
expect.set_options(timeout=15_000)
pytestmark = pytest.mark.browser

SAMIRA = 7001
KEEP = os.environ.get("KEEP_PICTURES", "")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory, finder: Path) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("program"), finder) as started:
        yield started


@pytest.fixture
def browser() -> Iterator[Any]:
    with chromium() as started:
        context = started.new_context(viewport={"width": 1280, "height": 860}, color_scheme="light")
        context.set_default_timeout(15_000)
        yield context
        context.close()


def test_samira_asks_sends_her_payslip_and_hears_from_her_caseworker(
    program: Running, browser: Any, tmp_path: Path
) -> None:
    """The whole way, with nothing but what a client and a caseworker can see and tap."""
    page = browser.new_page()
    page.goto(f"{program.url}/#client={SAMIRA}")
    _begins(page)
    _asks_how_to_object(page)
    _sends_payslip(page)
    _keep(page.locator("#phone"), tmp_path / "phone.png")
    _asks_the_caseworker(page)
    desk = _opens_the_desk(page)
    _answers(desk)
    desk.evaluate("scrollTo(0, 0)")
    if KEEP:
        expect(desk.locator("#nieuws")).to_be_empty()
    _keep(desk, tmp_path / "desk.png")
    expect(_last(page)).to_contain_text("Karin Klantmanager (verzonnen):")
    expect(_last(page)).to_contain_text("Vrijdag om tien uur is ook goed.")
    assert "Traceback" not in program.said()


def _begins(page: Any) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Ja, dat is goed").click()
    expect(_last(page)).to_contain_text("Stel gerust je vraag")


def _asks_how_to_object(page: Any) -> None:
    _types(page, "Hoe maak ik bezwaar tegen een brief van de gemeente?")
    expect(_last(page)).to_contain_text("zes weken")
    expect(_last(page)).to_contain_text("Bron")
    expect(page.get_by_role("button", name="Nee, ik heb hulp nodig")).to_be_visible()


def _sends_payslip(page: Any) -> None:
    page.locator("#attach").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name="Bestand", exact=True).click()
    file = {"name": "loonstrook-oktober.pdf", "mimeType": "application/pdf", "buffer": sample_payslip()}
    chooser.value.set_files([file])
    page.get_by_role("dialog").get_by_role("button", name="Versturen").click()
    expect(_last(page)).to_contain_text("Bakkerij De Verzonnen Korst B.V.")
    page.get_by_role("button", name="Ja, alles klopt").click()
    expect(_last(page)).to_contain_text("Ontvangstbewijs")
    expect(_last(page)).to_contain_text("oktober 2026")


def _asks_the_caseworker(page: Any) -> None:
    page.locator("#reply-keyboard").get_by_role("button", name="Mijn klantmanager").click()
    expect(_last(page)).to_contain_text("Karin Klantmanager")
    _types(page, "Mag mijn afspraak op vrijdag?")


def _opens_the_desk(page: Any) -> Any:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="werkbank").click()
    desk = opened.value
    desk.set_viewport_size({"width": 1280, "height": 940})
    desk.get_by_role("button").filter(has_not_text="Afmelden").first.click()
    desk.get_by_role("link", name="Samira Voorbeeld").first.click()
    expect(desk.locator("#gesprek")).to_contain_text("Mag mijn afspraak op vrijdag?")
    expect(desk.locator("#maanden")).to_contain_text("oktober 2026")
    return desk


def _answers(desk: Any) -> None:
    desk.get_by_label("Bericht aan Samira Voorbeeld").check()
    desk.get_by_label("Je tekst").fill("Vrijdag om tien uur is ook goed.")
    # The advice comes while typing; with advice the button says «Toch sturen».
    desk.get_by_role("button", name=re.compile("(Stuur|Toch sturen) naar Samira Voorbeeld")).click()
    said = desk.locator("#gesprek > li").last
    expect(said).to_contain_text("Vrijdag om tien uur is ook goed.")
    expect(said).to_contain_text("Afgeleverd bij Telegram")


def _types(page: Any, text: str) -> None:
    page.locator("#field").fill(text)
    page.locator("#field").press("Enter")
    expect(page.locator(".from-client").last).to_contain_text(text)


def _last(page: Any) -> Any:
    return page.locator(".from-bot").last


def _keep(seen: Any, path: Path) -> None:
    seen.screenshot(path=path, animations="disabled")
    if KEEP:
        shutil.copy(path, Path(KEEP) / path.name)
