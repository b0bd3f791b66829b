"""A caseworker speaks a message, in a browser with a microphone that beeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.axe import found_by_axe
from tests.chromium import chromium

from .recordings import read_ogg
from .served import Served, served
from .test_day import at_desk
from .test_page_access import CUT_OFF, NARROW, TOO_SMALL, WIDE, ZOOMED, too_wide

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect
pytestmark = pytest.mark.browser
START, STOP, SEND = "Spreek een bericht in", "Stop de opname", "Stuur spraakbericht naar Samira"
CLIENT = "/klant/{client_id}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream") as started:
        yield started


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as running:
        yield running


@pytest.fixture
def page(desk: Served, browser: Any) -> Iterator[Any]:
    """Samira's page, where a message to her is being written."""
    page = at_desk(desk, browser, "Noor", CLIENT)
    page.get_by_label("Bericht aan Samira").check()
    yield page
    page.context.close()


def record(page: Any, seconds: float = 1) -> None:
    """Speak, and stop."""
    page.get_by_role("button", name=START).click()
    expect(page.get_by_role("button", name=STOP)).to_be_focused()
    page.wait_for_timeout(seconds * 1000)
    page.get_by_role("button", name=STOP).click()
    expect(page.get_by_role("button", name=SEND)).to_be_visible()


def said(page: Any) -> Any:
    """What is read aloud, and can be read."""
    return page.locator("#opname [role=status]")


def voices(page: Any) -> Any:
    return page.locator("#gesprek .from-staff audio")


def test_a_caseworker_speaks_listens_and_sends_without_a_mouse(page: Any, desk: Served) -> None:
    """Each step is said; the focus goes to what comes next, and never to the button that sends."""
    page.get_by_role("button", name=START).focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("De microfoon staat aan. Spreek maar.")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"0:02 van 3 minuten"))
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(re.compile(r"De opname is gestopt na 0:0[23]\. Er is nog niets verstuurd\."))
    expect(page.get_by_role("heading", name="Je opname, nog niet verstuurd")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('#opname audio').currentTime > 0.3")
    page.locator("#opname").get_by_label("Tekst erbij").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=SEND)).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Je spraakbericht aan Samira gaat zo weg.")
    expect(voices(page)).to_have_attribute("aria-label", "Spraakbericht van Noor")
    expect(page.get_by_role("button", name="Haal terug").first).to_be_visible()
    expect(page.get_by_role("button", name=START)).to_be_focused()
    assert len(read_ogg(sent(desk))) > 2


def sent(desk: Served) -> bytes:
    """The file of the newest voice message."""

    async def newest() -> bytes:
        async with desk.house.units.reading() as unit:
            entries = await unit.thread.of_client(desk.house.samira.id)
        return await desk.house.files.read(next(one.file_id for one in reversed(entries) if one.author == "staff"))

    return desk.do(newest())


def test_what_was_thrown_away_is_gone_and_another_is_made(page: Any) -> None:
    """Nothing was sent, and the button is there again."""
    record(page)
    page.get_by_role("button", name="Gooi de opname weg").click()
    expect(said(page)).to_have_text("De opname is weggegooid.")
    expect(page.get_by_role("button", name=START)).to_be_focused()
    assert page.locator("#opname audio").get_attribute("src") is None
    record(page)
    assert voices(page).count() == 0


def test_after_three_minutes_it_stops_by_itself(page: Any) -> None:
    """With a word beforehand; what was said until then is kept."""
    page.get_by_role("button", name=START).click()
    expect(page.get_by_role("button", name=STOP)).to_be_visible()
    page.wait_for_timeout(500)
    page.clock.run_for(60_100)
    expect(said(page)).to_have_text("1:00 opgenomen.")
    page.clock.run_for(90_000)
    expect(said(page)).to_have_text("Nog 30 seconden.")
    page.clock.run_for(31_000)
    expect(said(page)).to_have_text(re.compile("langer dan 3 minuten kan niet"))
    expect(page.get_by_role("button", name=SEND)).to_be_visible()


@pytest.mark.parametrize("trouble", ["line", "signed out", "refused"])
def test_when_sending_fails_the_recording_is_still_there(page: Any, desk: Served, trouble: str) -> None:
    """One sentence says why; it can be saved, and sent again when that helps."""
    record(page)
    kept = page.locator("#opname audio").get_attribute("src")
    says = {"line": "Het versturen is niet gelukt. Je opname is er nog.", "signed out": "Je bent uitgelogd.",
            "refused": "Er staat een BSN in je tekst"}[trouble]  # fmt: skip
    if trouble == "line":
        page.route("**/spraak", lambda route: route.abort())
    elif trouble == "signed out":
        page.context.clear_cookies()
    else:
        page.locator("#opname").get_by_label("Tekst erbij").fill("Je BSN is 111222333.")
    page.get_by_role("button", name=SEND).click()
    expect(page.locator("#opname-uitkomst")).to_contain_text(says)
    assert page.locator("#opname audio").get_attribute("src") == kept
    with page.expect_download() as got:
        page.get_by_role("link", name="Bewaar de opname").click()
    assert got.value.suggested_filename == "opname.webm"
    if trouble == "signed out":
        return
    page.unroute_all()
    page.get_by_role("button", name=SEND).click()
    expect(voices(page)).to_have_count(1)
    assert read_ogg(sent(desk))


def test_advice_that_was_read_is_not_asked_again_after_a_broken_line(page: Any) -> None:
    """Once is enough; the line came between."""
    record(page)
    page.locator("#opname").get_by_label("Tekst erbij").fill("Je BSN is 111222333.")
    page.get_by_role("button", name=SEND).click()
    expect(page.locator("#opname-uitkomst")).to_contain_text("Er staat een BSN in je tekst")
    page.route("**/spraak", lambda route: route.abort())
    for _ in range(2):
        page.get_by_role("button", name=SEND).click()
        expect(page.locator("#opname-uitkomst > .wrong")).to_have_count(1)
        expect(page.locator("#opname-uitkomst")).to_contain_text("Er staat een BSN in je tekst")
    page.unroute_all()
    page.get_by_role("button", name=SEND).click()
    expect(voices(page)).to_have_count(1)


def test_leaving_the_page_with_a_recording_asks_first(page: Any) -> None:
    """And without one it does not."""
    record(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator(".home").click(no_wait_after=True)
    expect(page.get_by_role("button", name=SEND)).to_be_visible()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Gooi de opname weg").click()
    page.locator(".home").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ochtendlijst")
    assert asked == ["beforeunload"]


def test_a_recording_survives_what_happens_meanwhile(page: Any, desk: Served) -> None:
    """Another case makes other forms of the page; the microphone stays on, and so does the focus."""
    page.get_by_role("button", name=START).click()
    expect(page.get_by_role("button", name=STOP)).to_be_focused()
    before = page.locator("#acties").get_attribute("data-forms")

    async def another_case() -> None:
        async with desk.house.units.writing() as unit:
            case = await unit.cases.open_of_client(desk.house.samira.id)
            await unit.cases.close(case.id, "Klaar.", desk.house.at)
            await unit.changes.add(desk.house.samira.caseworker_id, desk.house.samira.id)

    desk.do(another_case())
    expect(page.locator("#acties")).not_to_have_attribute("data-forms", before)
    expect(page.get_by_role("button", name=STOP)).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_label("Notitie voor collega's").check()
    page.get_by_role("button", name=SEND).click()
    expect(voices(page)).to_have_count(1)


def test_in_every_state_it_is_accessible_and_fits(page: Any) -> None:
    """Under axe, in light and dark, wide, zoomed and narrow."""
    findings: list[Any] = []

    def look() -> None:
        for colours, size in (("light", WIDE), ("dark", NARROW), ("light", ZOOMED)):
            page.emulate_media(color_scheme=colours, reduced_motion="reduce")
            page.set_viewport_size(size)
            findings.extend([*found_by_axe(page), *too_wide(page), *page.evaluate(CUT_OFF), *page.evaluate(TOO_SMALL)])

    look()
    page.get_by_role("button", name=START).click()
    expect(page.get_by_role("button", name=STOP)).to_be_visible()
    look()
    page.get_by_role("button", name=STOP).click()
    expect(page.get_by_role("button", name=SEND)).to_be_visible()
    page.route("**/spraak", lambda route: route.abort())
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("link", name="Bewaar de opname")).to_be_visible()
    look()
    assert findings == []


def test_a_note_for_colleagues_is_not_spoken(page: Any) -> None:
    """The button belongs to a message to the client."""
    page.get_by_label("Notitie voor collega's").check()
    expect(page.get_by_role("button", name=START)).to_be_hidden()


def with_microphone(desk: Served, browser: Any, script: str) -> Any:
    """Samira's page where the browser says this of the microphone."""
    page = at_desk(desk, browser, "Noor")
    page.add_init_script(script)
    page.goto(f"{desk.url}/desk{CLIENT.format(**desk.holes)}")
    page.get_by_label("Bericht aan Samira").check()
    page.wait_for_timeout(300)  # what the browser has is told a little later
    return page


@pytest.mark.parametrize(
    "script",
    [
        "navigator.mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput' }]",
        "delete window.MediaRecorder",
        "MediaRecorder.isTypeSupported = () => false",
    ],
)
def test_where_one_cannot_record_there_is_only_the_file(desk: Served, browser: Any, script: str) -> None:
    """No microphone, or a browser that cannot."""
    page = with_microphone(desk, browser, script)
    expect(page.get_by_role("button", name=START)).to_be_hidden()
    expect(page.get_by_text("Stuur een bestand of een spraakbericht")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("error", "says"),
    [("NotAllowedError", "De microfoon mag niet aan."), ("NotReadableError", "De microfoon doet het niet.")],
)
def test_when_the_microphone_stays_off_a_sentence_says_what_to_do(
    desk: Served, browser: Any, error: str, says: str
) -> None:
    """Refused, or in use by another program; the button can be pressed again."""
    refuse = f"navigator.mediaDevices.getUserMedia = async () => {{ throw new DOMException('', '{error}') }}"
    page = with_microphone(desk, browser, refuse)
    page.get_by_role("button", name=START).click()
    expect(said(page)).to_contain_text(says)
    expect(page.get_by_role("button", name=START)).to_be_focused()
    page.context.close()
