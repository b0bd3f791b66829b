"""The phone in the browser: what a client does there reaches the bot, and the other way round."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def picture() -> dict[str, Any]:
    """A small photo, as a file chooser takes it."""
    made = io.BytesIO()
    Image.new("RGB", (300, 200), "#d8c9b0").save(made, "PNG")
    return {"name": "loonstrook.png", "mimeType": "image/png", "buffer": made.getvalue()}


def test_a_new_client_begins_with_start(window: Any, town: Any) -> None:
    """Who never wrote sees what the bot can do and a Start button, and only then the field."""
    client = town.newcomer(started=False)
    page = window.open(client)
    expect(page.locator("#field")).to_be_hidden()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".from-client .words")).to_have_text("/start")
    expect(page.locator("#field")).to_be_focused()
    assert [one["text"] for one in town.updates_of(client)] == ["/start"]


@pytest.mark.parametrize(
    "given", ["abc_DEF-9", "https://t.me/wpi_proef_bot?start=abc_DEF-9", "/start abc_DEF-9"]
)
def test_an_invitation_is_a_code_or_a_whole_link(window: Any, town: Any, given: str) -> None:
    """A code, a t.me link and a /start command all start the bot with that code."""
    client = town.newcomer(started=False)
    page = window.open(client)
    page.locator("#intro-invitation input").fill(given)
    page.locator("#intro-invitation").get_by_role("button", name="Openen").click()
    expect(page.locator(".from-client .words")).to_have_text("/start abc_DEF-9")


def test_a_wrong_invitation_is_explained_and_not_sent(window: Any, town: Any) -> None:
    """What cannot be a code stays in the field, with a sentence about what to do."""
    page = window.open(town.newcomer(started=False))
    page.locator("#intro-invitation input").fill("dit is geen code")
    page.locator("#intro-invitation input").press("Enter")
    expect(page.locator("#intro-invitation [role=alert]")).to_contain_text("Plak de hele link")
    expect(page.locator(".msg")).to_have_count(0)


def test_enter_sends_and_the_ticks_follow_the_message(window: Any, town: Any) -> None:
    """One tick when Telegram has it, two when the bot took it."""
    client = town.newcomer()
    town.updates_of(client)
    page = window.open(client)
    page.locator("#field").fill("Hoeveel mag ik bijverdienen?")
    page.locator("#field").press("Enter")
    last = page.locator(".from-client").last
    expect(last.locator(".words")).to_have_text("Hoeveel mag ik bijverdienen?")
    expect(last.locator(".tick")).to_have_text("verstuurd")
    expect(page.locator("#field")).to_have_value("")
    assert [one["text"] for one in town.updates_of(client)] == ["Hoeveel mag ik bijverdienen?"]
    expect(last.locator(".tick")).to_have_text("aangekomen")


def test_a_picture_from_the_file_chooser_goes_with_words(window: Any, town: Any) -> None:
    """A photo is looked at first, gets a caption, arrives at the bot and can be seen large."""
    client = town.newcomer()
    page = window.open(client)
    page.locator("#attach").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name="Foto", exact=True).click()
    chooser.value.set_files([picture()])
    page.get_by_role("textbox", name="Schrijf er iets bij").fill("Van juni")
    page.get_by_role("dialog").get_by_role("button", name="Versturen").click()
    photo = page.locator(".photo img")
    expect(photo).to_be_visible()
    page.wait_for_function("document.querySelector('.photo img').naturalWidth === 300")
    sent = town.updates_of(client)[-1]
    assert sent["photo"] and sent["caption"] == "Van juni"
    page.locator(".photo").click()
    expect(page.locator("dialog.lightbox img")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def test_a_picture_can_go_as_a_file_and_two_are_an_album(window: Any, town: Any) -> None:
    """The choice "as a file" keeps every pixel; two photos share one bubble."""
    client = town.newcomer()
    page = window.open(client)
    page.locator("#picker").set_input_files([picture()])
    page.get_by_role("checkbox", name="Stuur als bestand").check()
    page.get_by_role("dialog").get_by_role("button", name="Versturen").click()
    expect(page.locator("a.card")).to_contain_text("loonstrook.png")
    page.locator("#picker").set_input_files([picture(), {**picture(), "name": "twee.png"}])
    page.get_by_role("checkbox", name="Stuur als bestand").uncheck()
    page.get_by_role("dialog").get_by_role("button", name="Versturen").click()
    expect(page.locator(".album .photo")).to_have_count(2)
    expect(page.locator(".album")).to_have_count(1)


def test_an_inline_button_reaches_the_bot_and_its_answer_is_shown(window: Any, town: Any) -> None:
    """Pressing shows that it waits; the bot's answer ends the waiting and is read."""
    client = town.newcomer()
    page = window.open(client)
    keys = {"inline_keyboard": [[{"text": "Ja, dat klopt", "callback_data": "slip:yes"}]]}
    town.bot("sendMessage", chat_id=client, text="Klopt dit?", reply_markup=keys)
    key = page.get_by_role("button", name="Ja, dat klopt")
    key.click()
    expect(key).to_have_attribute("aria-busy", "true")
    presses = [one for one in town.updates_of(client) if one.get("data") == "slip:yes"]
    assert len(presses) == 1
    town.bot("answerCallbackQuery", callback_query_id=presses[0]["id"], text="Bewaard")
    expect(page.locator("#toast")).to_have_text("Bewaard")
    expect(key).not_to_have_attribute("aria-busy", "true")


def test_a_reply_keyboard_sends_its_words_and_goes_away(window: Any, town: Any) -> None:
    """A key above the field is a message; remove_keyboard takes the keys away."""
    client = town.newcomer()
    page = window.open(client)
    rows = {"keyboard": [[{"text": "Juni"}, {"text": "Juli"}]]}
    town.bot("sendMessage", chat_id=client, text="Welke maand?", reply_markup=rows)
    page.get_by_role("button", name="Juli").click()
    expect(page.locator(".from-client .words").last).to_have_text("Juli")
    town.bot("sendMessage", chat_id=client, text="Dank je.", reply_markup={"remove_keyboard": True})
    expect(page.locator("#reply-keyboard")).to_be_hidden()


def test_right_to_left_text_reads_from_the_right(window: Any, town: Any) -> None:
    """Arabic gets its own direction, also between Dutch messages."""
    client = town.newcomer()
    page = window.open(client)
    town.bot("sendMessage", chat_id=client, text="مرحبا، كيف يمكنني مساعدتك؟")
    town.bot("sendMessage", chat_id=client, text="Gewoon Nederlands")
    words = page.locator(".from-bot .words")
    expect(words).to_have_count(2)
    directions = words.evaluate_all("nodes => nodes.map(node => getComputedStyle(node).direction)")
    assert directions == ["rtl", "ltr"]


def test_message_text_never_becomes_markup(window: Any, town: Any) -> None:
    """Tags in a message are shown as they were typed; only safe addresses become links."""
    client = town.newcomer()
    page = window.open(client)
    nasty = "<img src=x onerror=alert(1)> <b>vet</b>"
    entity = {"type": "text_link", "offset": 0, "length": 4, "url": "https://www.amsterdam.nl/"}
    town.bot("sendMessage", chat_id=client, text=nasty)
    town.bot("sendMessage", chat_id=client, text="Hier staat het", entities=[entity])
    expect(page.locator(".from-bot .words").first).to_have_text(nasty)
    expect(page.locator(".words img, .words b")).to_have_count(0)
    link = page.locator(".from-bot .words a")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_text("Hier")


def test_the_bot_changes_and_takes_away_its_messages(window: Any, town: Any) -> None:
    """An edit replaces the words in place, a deletion takes the bubble away."""
    client = town.newcomer()
    page = window.open(client)
    number = town.bot("sendMessage", chat_id=client, text="Ik lees je loonstrook.")["message_id"]
    expect(page.locator(".from-bot .words")).to_have_text("Ik lees je loonstrook.")
    town.bot("editMessageText", chat_id=client, message_id=number, text="Klaar met lezen.")
    expect(page.locator(".from-bot .words")).to_have_text("Klaar met lezen.")
    town.bot("deleteMessage", chat_id=client, message_id=number)
    expect(page.locator(".from-bot")).to_have_count(0)


def test_a_draft_stays_with_its_client(window: Any, town: Any) -> None:
    """Changing to another client takes no words along, and coming back finds them."""
    first, second = town.newcomer(), town.newcomer()
    page = window.open(first)
    page.locator("#field").fill("Half af")
    page.locator(f"[data-client='{second}']").click()
    expect(page.locator("#field")).to_have_value("")
    page.locator(f"[data-client='{first}']").click()
    expect(page.locator("#field")).to_have_value("Half af")


def test_without_internet_a_message_waits_with_a_clock(window: Any, town: Any) -> None:
    """The switch takes the phone off line: the message shows a clock and leaves when the line is back."""
    client = town.newcomer()
    town.updates_of(client)
    page = window.open(client)
    page.get_by_role("switch", name="Een minuut geen internet").click()
    expect(page.locator("#banner")).to_contain_text("geen internet")
    page.locator("#field").fill("Ben ik er nog?")
    page.locator("#field").press("Enter")
    expect(page.locator(".tick").last).to_have_text("wordt verstuurd")
    assert town.updates_of(client) == []
    page.get_by_role("switch", name="Een minuut geen internet").click()
    expect(page.locator(".tick").last).to_have_text("verstuurd")
    assert [one["text"] for one in town.updates_of(client)] == ["Ben ik er nog?"]


def test_who_blocks_the_bot_cannot_write_until_that_ends(window: Any, town: Any) -> None:
    """A block replaces the field by the way out of it."""
    page = window.open(town.newcomer())
    page.get_by_role("switch", name="Klant blokkeert de bot").click()
    expect(page.locator("#field")).to_be_hidden()
    page.get_by_role("button", name="Blokkeren stoppen").click()
    expect(page.locator("#field")).to_be_visible()


def test_what_could_not_be_sent_says_so_and_can_be_sent_again(window: Any, town: Any) -> None:
    """When the server is not reached the words stay in a bubble with a button to try again."""
    page = window.open(town.newcomer())
    page.route("**/send", lambda route: route.abort())
    page.locator("#field").fill("Komt dit aan?")
    page.locator("#field").press("Enter")
    expect(page.locator(".failed")).to_contain_text("antwoordt niet")
    page.unroute("**/send")
    window.complaints.clear()  # the browser itself reports the broken request
    page.get_by_role("button", name="Opnieuw versturen").click()
    expect(page.locator(".pending")).to_have_count(0)
    expect(page.locator(".from-client .words").last).to_have_text("Komt dit aan?")
