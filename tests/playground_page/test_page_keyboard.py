"""The page without a mouse, on a narrow window, and its colours."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# The text of every visible element against the nearest opaque ground behind it (WCAG 2.2, 1.4.3).
TOO_FAINT = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    const spoken = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!spoken || node.closest(".sr, script, noscript") || !node.checkVisibility()) continue;
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const name = node.className || node.tagName;
    if (ratio < 4.5) faint.push(`${name}: ${node.textContent.slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  return faint;
}"""


def test_everything_goes_by_keyboard(window: Any, town: Any) -> None:
    """Start, write, change the last message, leave the change, and send something else: no mouse."""
    page = window.open(town.newcomer(started=False))
    page.locator("#start").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field")).to_be_focused()
    page.keyboard.type("Eerste")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("regel twee")
    page.keyboard.press("Enter")
    last = page.locator(".from-client .words").last
    expect(last).to_have_text("Eerste\nregel twee")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#context")).to_contain_text("Bericht aanpassen")
    page.keyboard.press("Escape")
    expect(page.locator("#field")).to_have_value("")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#field")).to_have_value("Eerste\nregel twee")
    page.keyboard.type(" beter")
    page.keyboard.press("Enter")
    expect(last).to_have_text("Eerste\nregel twee beter")
    expect(page.locator(".meta").last).to_contain_text("aangepast")
    page.keyboard.press("Tab")
    expect(page.locator("#attach")).to_be_focused()


def test_menus_open_move_and_close_by_keyboard(window: Any, town: Any) -> None:
    """Arrows walk through a menu, Escape closes it and gives the focus back."""
    page = window.open(town.newcomer())
    page.locator("#attach").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Foto", exact=True)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="Locatie")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card").last).to_contain_text("Locatie")
    page.locator("#attach").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(page.locator("#attach")).to_be_focused()


def test_the_menu_of_a_message_is_reached_and_deletes(window: Any, town: Any) -> None:
    """From the list Enter goes to the last message, its menu takes the message away."""
    page = window.open(town.newcomer())
    expect(page.get_by_role("button", name="Meer bij dit bericht").last).to_be_attached()
    page.locator("#log").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Meer bij dit bericht").last).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Verwijderen").press("Enter")
    expect(page.locator(".msg")).to_have_count(0)


def test_a_slash_offers_the_commands(window: Any, town: Any) -> None:
    """Typing "/" shows the commands that begin so; one is chosen with the arrows."""
    town.bot("setMyCommands", commands=[{"command": "hulp", "description": "Wat kan ik hier?"},
                                        {"command": "taal", "description": "Andere taal"}])  # fmt: skip
    page = window.open(town.newcomer())
    page.locator("#field").press_sequentially("/h")
    expect(page.locator("#command-list button")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".from-client .words").last).to_have_text("/hulp")
    expect(page.locator("#field")).to_be_focused()
    expect(page.locator("#field")).to_have_value("")


def test_a_pressed_button_that_goes_away_leaves_the_focus_in_the_chat(window: Any, town: Any) -> None:
    """Who presses by keyboard is not thrown to the top of the page when the bot takes the button away."""
    client = town.newcomer()
    page = window.open(client)
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]}
    number = town.bot("sendMessage", chat_id=client, text="Klopt dit?", reply_markup=keys)["message_id"]
    page.get_by_role("button", name="Ja", exact=True).press("Enter")
    town.bot("editMessageText", chat_id=client, message_id=number, text="Bewaard.")
    expect(page.locator(".from-bot .words")).to_have_text("Bewaard.")
    expect(page.locator(".from-bot .bubble-menu")).to_be_focused()


def test_a_message_says_who_and_when_to_a_screen_reader(window: Any, town: Any) -> None:
    """The list is a log that is read politely; each message begins with its sender and time."""
    client = town.newcomer()
    page = window.open(client)
    town.bot("sendMessage", chat_id=client, text="Hallo")
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    bot_name = page.locator("#bot-name").inner_text()
    spoken = page.locator(".from-bot .bubble > .sr").text_content()
    assert spoken.startswith(f"{bot_name}, ") and spoken[-7:-2].replace(":", "").isdigit()
    assert page.locator(".from-client .bubble > .sr").first.text_content().startswith("Jij, ")
    unnamed = "button:not([aria-label])"
    assert [text for text in page.locator(unnamed).all_text_contents() if not text.strip()] == []


def test_news_is_counted_while_reading_back(window: Any, town: Any) -> None:
    """Reading back is not disturbed; a button shows how much is new and goes to the end."""
    client = town.newcomer()
    for number in range(30):
        town.bot("sendMessage", chat_id=client, text=f"Bericht {number}")
    page = window.open(client)
    expect(page.get_by_text("Bericht 29", exact=True)).to_be_in_viewport()
    page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
    button = page.locator("#to-bottom")
    expect(button).to_be_visible()
    town.bot("sendMessage", chat_id=client, text="Het nieuwste")
    expect(button).to_have_attribute("aria-label", "Naar het laatste bericht, 1 nieuw bericht")
    expect(page.get_by_text("Bericht 0", exact=True)).to_be_in_viewport()
    button.click()
    expect(page.get_by_text("Het nieuwste")).to_be_in_viewport()


def test_on_a_phone_only_the_phone_is_seen_and_the_rest_is_behind_buttons(window: Any, town: Any) -> None:
    """At 390 px nothing sticks out sideways; the drawers open, close with Escape and give the focus back."""
    client = town.newcomer()
    town.bot("sendMessage", chat_id=client, text="Arbeidsongeschiktheidsverzekering" * 9)
    page = window.open(client, viewport={"width": 390, "height": 780}, is_mobile=True, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#log").evaluate("log => log.scrollWidth <= log.clientWidth")
    expect(page.locator("#client-list")).to_be_hidden()
    for opener, inside in (("#open-clients", "#client-list"), ("#open-trouble", "#trouble-body")):
        page.locator(opener).click()
        expect(page.locator(inside)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(inside)).to_be_hidden()
        expect(page.locator(opener)).to_be_focused()
    page.locator("#field").fill("Vanaf mijn telefoon")
    page.locator("#send").click()
    expect(page.locator(".from-client .words").last).to_have_text("Vanaf mijn telefoon")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(window: Any, town: Any, scheme: str) -> None:
    """All text has a contrast of at least 4.5 to 1, in both colour schemes."""
    client = town.newcomer()
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]}
    town.bot("sendMessage", chat_id=client, text="Lees https://www.amsterdam.nl of /hulp", reply_markup=keys)
    town.phone(client, "send", **{"as": "location"})
    page = window.open(client, color_scheme=scheme)
    town.phone(client, "offline", seconds=30)
    expect(page.locator("#banner")).to_be_visible()
    assert page.evaluate(TOO_FAINT) == []


def test_the_colour_choice_is_kept(window: Any, town: Any) -> None:
    """Who chooses dark has dark again after loading anew."""
    page = window.open(town.newcomer(), color_scheme="light")
    page.get_by_role("radio", name="Donker").check(force=True)
    page.reload()
    expect(page.get_by_role("radio", name="Donker")).to_be_checked()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
