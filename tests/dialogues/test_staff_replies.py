"""A member of staff is told, reads and answers in Telegram; nothing goes to a client that was not meant for them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import time, timedelta

import aiohttp
import pytest

from bot import clock
from bot.handoff import desk, owning
from bot.handoff.watching import watch
from tests.dialogues.colleague import Colleague, asks, client_of, colleague, looks_at
from tests.dialogues.door import Door
from tests.dialogues.person import Person
from tests.playground.playground_phone import Phone

QUESTION = "Mag ik een dag later komen?"
ANSWER = "Ja, kom maar vrijdag."


async def test_a_new_question_is_a_card_with_the_name_and_none_of_the_words(door: Door) -> None:
    """What the client wrote is not in a notice that may light up on a locked phone."""
    karin, samira = await _with_question(door)
    case = await samira.case()
    assert case is not None
    assert karin.card.text == (
        f"📥 Samira Voorbeeld heeft een vraag.\n{case.number} · Vroeg om een mens"
    )
    assert list(karin.card.buttons) == ["Lees hier", "Sluit met notitie", "Open op de werkbank"]
    client = await samira.client()
    assert client is not None
    assert karin.card.links == (f"https://desk.example/desk/klant/{client.id}",)
    assert await looks_at(door, client) == []


async def test_reading_shows_what_was_said_covers_a_bsn_and_is_in_the_log_of_the_client(door: Door) -> None:
    """A look in Telegram is a look."""
    karin, samira = await _with_question(door, "Mijn BSN is 123456782. Mag ik later komen?")
    await karin.phone.presses("Lees hier")
    assert "Mijn BSN is •••••••••. Mag ik later komen?" in karin.phone.hears
    client = await samira.client()
    assert client is not None
    assert await looks_at(door, client) == [(karin.staff.name, "telegram")]
    await samira.says("🔒 Mijn gegevens")
    await samira.presses("Wie keek er mee?")
    assert "je laatste berichten, in Telegram" in samira.hears


async def test_a_reply_to_the_card_is_shown_first_and_goes_with_the_button(door: Door) -> None:
    """The name of the client is on the button; before it is pressed nothing goes."""
    karin, samira = await _with_question(door)
    await karin.answers(karin.card, ANSWER)
    assert karin.phone.hears == f"Dit gaat naar Samira Voorbeeld:\n\n{ANSWER}"
    await samira.waits()
    assert samira.news == []
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    assert karin.phone.hears == "✓ Verstuurd naar Samira Voorbeeld."
    await samira.waits()
    assert samira.hears == f"👤 {karin.staff.name}:\n{ANSWER}"
    case = await samira.case()
    assert case is not None and case.waiting_since is None


async def test_the_button_works_once(door: Door) -> None:
    """An old preview sends nothing again."""
    karin, samira = await _with_question(door)
    await karin.answers(karin.card, ANSWER)
    send = karin.card.buttons["Stuur naar Samira Voorbeeld"]
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    await samira.waits()
    await karin.phone.forges(send)
    assert "Er is niets (nog een keer) verstuurd" in karin.phone.hears
    await samira.waits()
    assert samira.hears.count(ANSWER) <= 1


async def test_not_sending_and_changing_before_sending(door: Door) -> None:
    """An edit changes what waits; after sending an edit changes nothing and says so."""
    karin, samira = await _with_question(door)
    await karin.answers(karin.card, "Ja, kom maar donderdag.")
    await karin.phone.edits(ANSWER)
    assert karin.phone.hears == f"Dit gaat naar Samira Voorbeeld:\n\n{ANSWER}"
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    await karin.phone.edits("Toch niet.")
    assert "gaat die wijziging niet" in karin.phone.hears
    await samira.waits()
    assert samira.hears == f"👤 {karin.staff.name}:\n{ANSWER}"
    await karin.answers(karin.card, "Nog iets.")
    await karin.phone.presses("Niet sturen")
    assert karin.phone.hears.startswith("Niet verstuurd.")
    await samira.waits()
    assert "Nog iets." not in samira.hears


async def test_a_message_that_answers_no_card_goes_to_nobody(door: Door) -> None:
    """Not even with one client and one open question."""
    karin, samira = await _with_question(door)
    await karin.phone.says(ANSWER)
    assert karin.phone.hears.startswith("Dit is naar niemand gestuurd.")
    await karin.phone.says(ANSWER, reply_to=karin.phone.last_own_id)
    assert "geen kaart van een klant" in karin.phone.hears
    await karin.phone.sends_a("sticker")
    assert karin.phone.hears.startswith("Dit is naar niemand gestuurd.")
    assert await _kept_of(door, samira) == []


async def test_only_words_go_from_here(door: Door) -> None:
    """A file that answers a card stays where it is."""
    karin, samira = await _with_question(door)
    card = karin.card
    async with aiohttp.ClientSession() as session:
        form = {"as": "document", "text": "Kijk", "reply_to": str(card.id)}
        await Phone(session, door.url).send_files(karin.phone.chat_id, [("a.txt", b"a")], **form)
    await karin.phone.waits()
    assert "alleen woorden" in karin.phone.hears
    assert await _kept_of(door, samira) == []


async def test_two_clients_are_never_mixed_up(door: Door) -> None:
    """Each card is about its own client, also when the other is newer; a button of one under the other does nothing."""
    karin, samira = await _with_question(door)
    first = karin.card
    piotr = await client_of(door, karin, "Piotr Testman")
    await asks(piotr)
    await karin.phone.waits()
    await karin.answers(first, ANSWER)
    send = karin.card.buttons["Stuur naar Samira Voorbeeld"]
    await karin.answers(_card_of(karin, "Piotr Testman"), "Voor Piotr.")
    await karin.phone.forges(send)  # under the preview for Piotr
    assert "Er is niets (nog een keer) verstuurd" in karin.phone.hears
    await samira.waits()
    await piotr.waits()
    assert (await _kept_of(door, samira), await _kept_of(door, piotr)) == ([], [])


async def test_a_client_who_was_handed_over_meanwhile_gets_nothing(door: Door) -> None:
    """Rights are looked at when the button is pressed; the new caseworker hears of the client."""
    karin, samira = await _with_question(door)
    omar = await colleague(door, "Omar Verzonnen")
    await karin.answers(karin.card, ANSWER)
    client = await samira.client()
    assert client is not None
    async with door.unit() as unit:
        await owning.hand_over(unit, karin.staff, [client], omar.staff, "Verhuisd.", clock.now())
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    assert "Dit is nu niet (meer) jouw klant" in karin.phone.hears
    assert ANSWER in karin.phone.hears
    assert await _kept_of(door, samira) == []
    await karin.phone.presses("Lees hier")
    assert "Dit is nu niet (meer) jouw klant" in karin.phone.hears
    await omar.phone.waits()
    assert omar.card.text.startswith("🤝 Samira Voorbeeld is nu jouw klant.")


async def test_words_that_should_not_leave_are_pointed_at(door: Door) -> None:
    """As the desk does: a BSN, another client, an open place."""
    karin, samira = await _with_question(door)
    await client_of(door, karin, "Piotr Testman")
    await karin.answers(karin.card, "Net als Piotr Testman kom je op [dag].")
    assert "⚠️ Er staat een andere klant in: Piotr Testman." in karin.phone.hears
    assert "⚠️ Er staat nog een open plek in: [dag]." in karin.phone.hears
    assert await _kept_of(door, samira) == []


async def test_more_messages_are_one_card_until_they_are_read(door: Door) -> None:
    """A client who types ten lines does not make ten cards."""
    karin, samira = await _with_question(door)
    await samira.says("En nog iets.")
    await samira.says("En nog wat.")
    await karin.phone.waits()
    assert [heard.text[:1] for heard in karin.phone._shown().values() if heard.buttons] == ["📥"]
    await karin.phone.presses("Lees hier")
    assert "En nog iets." in karin.phone.hears and "En nog wat." in karin.phone.hears
    await samira.says("Ben je er?")
    await karin.phone.waits()
    assert karin.card.text.startswith("💬 Samira Voorbeeld schreef iets.")


async def test_an_emergency_is_a_card_of_its_own_without_words(door: Door) -> None:
    """Also when another card lies unread."""
    karin, samira = await _with_question(door)
    await samira.says("ik wil niet meer leven")
    await karin.phone.waits()
    assert karin.card.text.startswith("🔴 Spoed: Samira Voorbeeld. Lees het nu, of bel.")
    assert "leven" not in karin.card.text


async def test_closing_asks_for_a_note_that_the_client_never_sees(door: Door) -> None:
    """The answer to that question is the note; the client hears that it is done."""
    karin, samira = await _with_question(door)
    await karin.phone.presses("Sluit met notitie")
    assert "notitie voor collega's" in karin.phone.hears
    question = karin.phone.news[-1]
    await karin.answers(question, "Verzet naar vrijdag.")
    assert "is gesloten. Samira Voorbeeld hoort dat." in karin.phone.hears
    assert await samira.case() is None
    await samira.waits()
    assert f"{karin.staff.name} heeft je vraag afgerond" in samira.hears
    assert "Verzet" not in samira.hears
    await karin.phone.presses("Sluit met notitie")
    assert "intussen gesloten of veranderd" in karin.phone.hears


async def test_an_answer_after_closing_begins_a_new_question_and_says_so(door: Door) -> None:
    """As «Schrijf een bericht» at the desk."""
    karin, samira = await _with_question(door)
    card, client, case = karin.card, await samira.client(), await samira.case()
    assert client is not None and case is not None
    async with door.unit() as unit:
        await desk.close(unit, karin.staff, case, client, "Klaar.", clock.now())
    await karin.answers(card, ANSWER)
    assert "Dit bericht begint een nieuwe." in karin.phone.hears
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    await samira.waits()
    assert ANSWER in samira.hears
    again = await samira.case()
    assert again is not None and again.id != case.id


async def test_a_failed_answer_comes_back_to_the_one_who_sent_it(door: Door) -> None:
    """The client blocked the bot in the meantime, and Telegram refuses."""
    karin, samira = await _with_question(door)
    await karin.answers(karin.card, ANSWER)
    door.stand_in.world.chats[samira.chat_id].blocked = True  # the bot has not heard of it
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    assert "✗ Niet aangekomen bij Samira Voorbeeld." in karin.phone.hears
    assert karin.card.text.startswith(
        "⚠️ Een bericht aan Samira Voorbeeld is niet aangekomen. De klant heeft de bot geblokkeerd."
    )
    await karin.answers(karin.card, "En nu?")
    assert "Samira Voorbeeld is niet bereikbaar in Telegram" in karin.phone.hears


async def test_a_message_can_be_taken_back_until_it_leaves(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """As at the desk: the client never sees it."""
    karin, samira = await _with_question(door)
    await karin.answers(karin.card, ANSWER)
    monkeypatch.setattr(desk, "UNDO", timedelta(hours=1))
    await _presses_and_hears(karin, "Stuur naar Samira Voorbeeld", "Gaat over 3600 seconden naar Samira Voorbeeld")
    await _presses_and_hears(karin, "Haal terug", "Teruggehaald. Er is niets verstuurd")
    await karin.phone.waits()
    await samira.waits()
    assert samira.news == []
    case = await samira.case()
    assert case is not None and case.waiting_since is not None


async def test_a_late_case_goes_to_the_substitute_and_then_to_the_team(door: Door) -> None:
    """The team sees a number only; who takes it gets the name."""
    karin, samira = await _with_question(door)
    omar, iris = await colleague(door, "Omar Verzonnen"), await colleague(door, "Iris Verzonnen")
    async with door.unit() as unit:
        await unit.absences.name_substitute(karin.staff.id, omar.staff.id)
    await _looks(door, samira)
    await omar.phone.waits()
    assert omar.card.text.startswith("⏰ Samira Voorbeeld wacht te lang. Jij vervangt nu.")
    await _looks(door, samira)
    await iris.phone.waits()
    case = await samira.case()
    assert case is not None
    assert case.number in iris.card.text and "Samira" not in iris.card.text
    await iris.answers(iris.card, ANSWER)
    assert "naar niemand" in iris.phone.hears
    await iris.phone.presses(f"Ik pak {case.number} op")
    assert iris.card.text.startswith("🙋 Jij pakt de vraag van Samira Voorbeeld op.")
    await omar.phone.waits()
    await omar.phone.presses(f"Ik pak {case.number} op")
    assert "Een collega was eerder" in omar.phone.hears


async def test_the_bot_says_nothing_in_groups(door: Door) -> None:
    """Neither to words nor to a button, also of a member of staff who is linked."""
    karin, samira = await _with_question(door)
    group = {"id": -100_777, "type": "supergroup", "title": "Team"}
    person = door.stand_in.world.chats[karin.phone.chat_id].client.user()
    head = {"message_id": 9, "date": 1_790_000_000, "chat": group, "from": person}
    updates = door.stand_in.world.updates
    updates.add("message", {**head, "text": ANSWER, "reply_to_message": {**head, "text": "kaart"}}, "group")
    updates.add("message", {**head, "text": "M-2222-2222"}, "group")
    card = {**head, "text": "kaart"}
    press = {"id": "1", "from": person, "message": card, "data": "staff:read", "chat_instance": "1"}
    updates.add("callback_query", press, "group")
    before = len(karin.phone._shown())
    await karin.phone.waits()
    assert len(karin.phone._shown()) == before
    async with aiohttp.ClientSession() as session:
        said = [call for call in await Phone(session, door.url).log(group["id"]) if call["method"] == "sendmessage"]
    assert said == []
    assert await _kept_of(door, samira) == []


async def test_the_whole_way_on_postgresql(postgresql_door: Door) -> None:
    """Linked, told, read, answered, closed."""
    karin, samira = await _with_question(postgresql_door)
    await karin.phone.presses("Lees hier")
    assert QUESTION in karin.phone.hears
    await karin.answers(karin.card, ANSWER)
    await karin.phone.presses("Stuur naar Samira Voorbeeld")
    await samira.waits()
    assert samira.hears == f"👤 {karin.staff.name}:\n{ANSWER}"
    await karin.phone.presses("Sluit met notitie")
    await karin.answers(karin.phone.news[-1], "Klaar.")
    assert await samira.case() is None


async def _with_question(door: Door, text: str = QUESTION) -> tuple[Colleague, Person]:
    karin = await colleague(door)
    samira = await client_of(door, karin)
    await asks(samira, text)
    await karin.phone.waits()
    return karin, samira


def _card_of(karin: Colleague, name: str) -> object:
    return next(h for h in karin.phone._shown().values() if h.text.startswith(f"📥 {name}"))


async def _kept_of(door: Door, person: Person) -> list[str]:
    """What a caseworker said to this client."""
    client = await person.client()
    assert client is not None
    async with door.parts.units.reading() as unit:
        return [entry.body for entry in await unit.thread.of_client(client.id) if entry.author == "staff"]


async def _looks(door: Door, late: Person) -> None:
    """As every five minutes, at an hour that is not quiet; this client waits for two weeks."""
    case, policy = await late.case(), replace(door.parts.house.policy, quiet_hours=(time(3), time(3)))
    assert case is not None
    async with door.unit() as unit:
        since = clock.text(clock.now() - timedelta(days=14))
        await unit.transaction.execute("UPDATE cases SET waiting_since = $2 WHERE id = $1", case.id, since)
        await watch(unit, policy, clock.now())


async def _presses_and_hears(karin: Colleague, label: str, words: str) -> None:
    """Without waiting until all is quiet: a message that waits to leave would be waited for."""
    card = next(h for h in reversed(list(karin.phone._shown().values())) if label in h.buttons)
    async with aiohttp.ClientSession() as session:
        body = {"message_id": card.id, "data": card.buttons[label]}
        await Phone(session, karin.phone.door.url).act(karin.phone.chat_id, "press", **body)
    async with asyncio.timeout(20):
        while not any(words in heard.text for heard in karin.phone._shown().values()):
            await asyncio.sleep(0.02)
