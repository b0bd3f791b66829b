"""The running program in a browser with a microphone: a caseworker speaks, and the client hears it on the phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import chromium
from tests.desk_app.recordings import read_ogg
from tests.e2e.running import Running, running

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect
pytestmark = pytest.mark.browser

SAMIRA = 7001
NAME = "Samira Voorbeeld"
# How long it sounds, and how loud it is at its loudest, as the browser itself decodes it.
HEARD = """async (address) => {
  const content = await (await fetch(address)).arrayBuffer();
  const sound = await new AudioContext().decodeAudioData(content);
  const loudest = sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return [sound.duration, loudest];
}"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as started:
        yield started


@pytest.fixture
def browser() -> Iterator[Any]:
    with chromium("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream") as started:
        context = started.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        yield context
        context.close()


def test_what_a_caseworker_said_is_heard_on_the_phone(program: Running, browser: Any) -> None:
    """Two seconds, listened to before they go, delivered, and the same sound at both ends."""
    phone = browser.new_page()
    phone.goto(f"{program.url}/#client={SAMIRA}")
    phone.get_by_role("button", name="Start", exact=True).click()
    phone.get_by_role("button", name="Ja, dat is goed").click()
    expect(phone.locator(".from-bot").last).to_contain_text("Stel gerust je vraag")
    desk = _opens_the_client(phone)
    _speaks(desk)
    said = desk.locator("#gesprek > li").last
    expect(said).to_contain_text("Afgeleverd bij Telegram", timeout=30_000)
    bubble = phone.locator(".from-bot").last
    expect(bubble).to_contain_text("🎤 Spraakbericht voor jou")
    expect(bubble.locator(".voice-time")).to_have_text(re.compile(r"0:0[23]"))
    _plays(bubble)
    address = phone.evaluate("performance.getEntriesByType('resource').map((one) => one.name).findLast("
                             "(one) => one.includes('/play/files/'))")  # fmt: skip
    arrived = browser.request.get(address).body()
    first, _, *pages = read_ogg(arrived)
    assert first.packets[0].startswith(b"OpusHead")
    assert (pages[-1].kind, pages[-1].granule > 90_000) == (4, True)
    duration, loudest = phone.evaluate(HEARD, address)
    assert (1.8 < duration < 4, loudest > 0.02) == (True, True), (duration, loudest)
    at_desk = f"{program.url}{said.locator('audio').get_attribute('src')}"
    assert browser.request.get(at_desk).body() == arrived
    assert desk.evaluate(HEARD, at_desk) == [duration, loudest]
    assert "Traceback" not in program.said()


def _opens_the_client(phone: Any) -> Any:
    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="werkbank").click()
    desk = opened.value
    desk.get_by_role("button").filter(has_not_text="Afmelden").first.click()
    desk.get_by_role("link", name=NAME).first.click()
    return desk


def _speaks(desk: Any) -> None:
    desk.get_by_label(f"Bericht aan {NAME}").check()
    desk.get_by_role("button", name="Spreek een bericht in").click()
    expect(desk.get_by_role("timer")).to_contain_text("0:02")
    desk.get_by_role("button", name="Stop de opname").click()
    desk.locator("#opname audio").evaluate("(player) => player.play()")
    desk.wait_for_function("() => document.querySelector('#opname audio').currentTime > 0.5")
    desk.get_by_role("button", name=f"Stuur spraakbericht naar {NAME}").click()
    expect(desk.get_by_role("button", name="Haal terug")).to_be_visible()


def _plays(bubble: Any) -> None:
    bubble.get_by_role("button").first.click()
    expect(bubble.locator(".voice-place")).not_to_have_value("0")
