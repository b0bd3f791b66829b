"""Sound, and files that are dragged or pasted instead of chosen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# A file in a drag or a paste, as the browser gives it to a page.
CARRY = """(kind) => {
  const carried = new DataTransfer();
  carried.items.add(new File(["%PDF-1.4"], "brief.pdf", { type: "application/pdf" }));
  const phone = document.getElementById("phone");
  const way = { bubbles: true, cancelable: true };
  const made = kind === "paste" ? new ClipboardEvent("paste", { clipboardData: carried, ...way })
    : new DragEvent(kind, { dataTransfer: carried, ...way });
  phone.dispatchEvent(made);
}"""


def test_a_voice_message_is_recorded_and_arrives(window: Any, town: Any) -> None:
    """The recording takes the place of the field, also when the bot writes meanwhile, and is sent."""
    client = town.newcomer()
    town.updates_of(client)
    page = window.open(client)
    page.get_by_role("button", name="Spraakbericht opnemen").click()
    send = page.get_by_role("button", name="Opname versturen")
    expect(send).to_be_focused()
    town.bot("sendMessage", chat_id=client, text="Ben je er nog?")
    expect(page.locator(".from-bot")).to_be_visible()
    expect(page.locator("#field")).to_be_hidden()
    expect(page.locator(".recording-time")).to_have_text("0:01")
    send.click()
    expect(page.get_by_role("button", name="Afspelen")).to_be_visible()
    assert town.updates_of(client)[-1]["voice"]["duration"] >= 1
    expect(page.locator("#field")).to_be_focused()


def test_a_recording_can_be_thrown_away(window: Any, town: Any) -> None:
    """Escape ends the recording and nothing is sent."""
    page = window.open(town.newcomer())
    page.get_by_role("button", name="Spraakbericht opnemen").click()
    expect(page.get_by_role("button", name="Opname versturen")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#field")).to_be_visible()
    expect(page.locator(".msg")).to_have_count(1)


def test_a_dragged_file_shows_where_to_let_go_and_is_looked_at_first(window: Any, town: Any) -> None:
    """Over the phone the drop zone appears; after letting go the file waits for "Versturen"."""
    client = town.newcomer()
    page = window.open(client)
    page.evaluate(CARRY, "dragenter")
    expect(page.get_by_text("Laat los om te sturen")).to_be_visible()
    page.evaluate(CARRY, "drop")
    expect(page.get_by_text("Laat los om te sturen")).to_be_hidden()
    expect(page.get_by_role("dialog")).to_contain_text("brief.pdf")
    page.get_by_role("dialog").get_by_role("button", name="Versturen").click()
    expect(page.locator("a.card")).to_have_attribute("rel", "noopener")
    assert town.updates_of(client)[-1]["document"]["file_name"] == "brief.pdf"


def test_a_pasted_file_can_still_be_left_out(window: Any, town: Any) -> None:
    """Pasting opens the same look; "Toch niet" sends nothing."""
    page = window.open(town.newcomer())
    page.evaluate(CARRY, "paste")
    page.get_by_role("dialog").get_by_role("button", name="Toch niet").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".msg")).to_have_count(1)
