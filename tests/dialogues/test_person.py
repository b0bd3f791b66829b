"""The caseworker takes over, answers and gives the chat back."""

from __future__ import annotations

from bot import clock
from bot.handoff import desk, editing
from bot.messages import Picture
from tests.dialogues.door import Door
from tests.dialogues.person import Person

BEZWAAR = "Hoe maak ik bezwaar tegen een brief van de gemeente?"


async def test_the_menu_asks_for_the_question_and_opens_a_case(samira: Person) -> None:
    """What is typed after the button is the question."""
    await samira.says("👤 Mijn klantmanager")
    assert "Wat wil je aan Karin Verzonnen vragen?" in samira.hears
    await samira.says("Mag ik een dag later komen?")
    case = await samira.case()
    assert case is not None
    assert (case.reason, case.subject) == ("asked", "Mag ik een dag later komen?")


async def test_while_a_case_is_open_the_bot_says_once_that_it_passes_on_and_then_is_silent(samira: Person) -> None:
    """Two voices in one conversation confuse."""
    await _asked(samira)
    await samira.says("En nog iets.")
    assert samira.hears == "Doorgegeven aan Karin Verzonnen."
    await samira.says(BEZWAAR)
    assert samira.news == []


async def test_the_bot_answers_one_question_when_it_is_asked_to(samira: Person) -> None:
    """«Stel een vraag» lets the bot speak once; after that all goes to the person again."""
    await _asked(samira)
    await samira.says("❓ Stel een vraag")
    assert "Deze ene vraag" in samira.hears
    await samira.says(BEZWAAR)
    assert "Was dit duidelijk?" in samira.hears
    await samira.says("Dit is weer voor mijn klantmanager.")
    assert "Was dit duidelijk?" not in samira.hears


async def test_an_answer_from_the_desk_reaches_the_phone_and_closing_says_so(samira: Person, door: Door) -> None:
    """Whose words these are is above them; after closing the bot answers again."""
    await _asked(samira)
    await _replies(samira, door, "Dat is goed hoor. *Tot* <b>vrijdag</b>!")
    await samira.waits()
    assert samira.hears == "👤 Karin Verzonnen:\nDat is goed hoor. *Tot* <b>vrijdag</b>!"
    await _closes(samira, door)
    await samira.waits()
    assert "Karin Verzonnen heeft je vraag afgerond" in samira.hears
    await samira.says(BEZWAAR)
    assert "Was dit duidelijk?" in samira.hears


async def test_what_comes_up_later_waits_for_an_answer_again(samira: Person, door: Door) -> None:
    """A question that the bot cannot answer for the client joins the open case, and the desk sees that it waits."""
    await _asked(samira)
    await _replies(samira, door, "Dat is goed hoor.")
    answered = await samira.case()
    assert answered is not None
    assert answered.waiting_since is None
    await samira.says("❓ Stel een vraag")
    await samira.says("kan ik een hond adopteren in portugal")
    case = await samira.case()
    assert case is not None
    assert case.id == answered.id
    assert case.waiting_since is not None


async def test_an_edited_message_is_kept_in_both_versions(samira: Person, door: Door) -> None:
    """A caseworker sees what was said first."""
    await _asked(samira, "Ik werk 12 uur")
    await samira.edits("Ik werk 21 uur")
    assert samira.news == []
    client = await samira.client()
    assert client is not None
    async with door.parts.units.reading() as unit:
        entries = await unit.thread.of_client(client.id)
    (entry,) = [entry for entry in entries if entry.body == "Ik werk 21 uur"]
    assert entry.earlier == ("Ik werk 12 uur",)


async def test_pressing_the_button_again_says_that_the_question_is_there(samira: Person) -> None:
    """Nobody has to send it a second time."""
    await _asked(samira)
    case = await samira.case()
    assert case is not None
    await samira.says("👤 Mijn klantmanager")
    assert case.number in samira.hears
    assert "niets opnieuw" in samira.hears


async def test_after_blocking_and_coming_back_the_bot_answers(samira: Person) -> None:
    """The caseworker sees that the phone cannot be reached; unblocking ends that."""
    await samira.blocks()
    client = await samira.client()
    assert client is not None
    assert client.blocked_at is not None
    await samira.blocks(blocked=False)
    await samira.says("hoi")
    client = await samira.client()
    assert client is not None
    assert client.blocked_at is None
    assert samira.hears


async def test_stop_with_an_open_case_says_how_the_caseworker_can_still_reach_you(samira: Person) -> None:
    """/stop ends the messages and not the benefit; /start begins again."""
    await _asked(samira)
    await samira.says("/stop")
    assert "Karin Verzonnen ziet dat" in samira.hears
    client = await samira.client()
    assert client is not None
    assert client.state == "stopped"
    await samira.starts()
    assert "Fijn dat je er weer bent" in samira.hears
    client = await samira.client()
    assert client is not None
    assert client.state == "active"


async def test_stop_of_somebody_unknown_forgets_the_language(passer_by: Person) -> None:
    """Nothing stays of a passer-by who stops."""
    await passer_by.starts()
    await passer_by.presses("Nederlands")
    await passer_by.says("/stop")
    await passer_by.starts()
    assert "Nederlands" in passer_by.buttons


async def _asked(person: Person, text: str = "Mag ik een dag later komen?") -> None:
    await person.says("👤 Mijn klantmanager")
    await person.says(text)
    assert await person.case() is not None


async def _replies(person: Person, door: Door, text: str) -> None:
    staff, client, case = await door.caseworker(), await person.client(), await person.case()
    assert client is not None
    assert case is not None
    async with door.unit() as unit:
        await desk.reply(unit, staff, case, client, text, clock.now())


async def _closes(person: Person, door: Door) -> None:
    staff, client, case = await door.caseworker(), await person.client(), await person.case()
    assert client is not None
    assert case is not None
    async with door.unit() as unit:
        assert await desk.close(unit, staff, case, client, "Verzet naar vrijdag.", clock.now())


async def test_a_caseworker_changes_a_reply_and_the_phone_shows_the_new_words(samira: Person, door: Door) -> None:
    """The same message, not one more."""
    await _asked(samira)
    await _replies(samira, door, "Kom maandag om tien uur.")
    await samira.waits()
    first = samira.news[-1]
    client, staff = await samira.client(), await door.caseworker()
    assert client is not None
    async with door.unit() as unit:
        entry = (await unit.thread.of_client(client.id))[-1]
        await editing.change(unit, staff, client, entry.id, "Kom dinsdag om tien uur.", clock.now())
    await samira.waits()
    assert (samira.news[-1].id, samira.news[-1].edited) == (first.id, True)
    assert "Kom dinsdag om tien uur." in samira.news[-1].text


async def test_a_voice_message_goes_to_a_person_who_can_listen(samira: Person, door: Door) -> None:
    """The bot says that it cannot; the sound is kept where the desk shows it. The caseworker's voice comes back."""
    voice = b"OggS" + bytes(300)
    await samira.sends(("stem.ogg", voice), kind="voice")
    assert "Ik kan niet naar een spraakbericht luisteren. Karin Verzonnen doet dat." in samira.hears
    assert "Je krijgt hier antwoord" in samira.hears
    client, case, staff = await samira.client(), await samira.case(), await door.caseworker()
    assert client is not None
    assert case is not None
    assert case.subject == "🎤 Spraakbericht"
    async with door.parts.units.reading() as unit:
        said = next(entry for entry in await unit.thread.of_client(client.id) if entry.file_id)
        kinds = await unit.files.kinds([said.file_id or ""])
    assert (said.author, said.body, list(kinds.values())) == ("client", "🎤", ["voice"])
    assert await door.parts.files.read(said.file_id or "") == voice
    async with door.unit() as unit:
        await unit.files.add("e" * 32, client.id, desk.FROM_DESK, len(voice), "", clock.now())
        await door.parts.files.keep("e" * 32, voice)
        enclosed = Picture("e" * 32, "voice", "bestand.ogg")
        await desk.reply(unit, staff, case, client, "Luister maar.", clock.now(), enclosed=enclosed)
    await samira.waits()
    assert "Luister maar." in samira.hears
    entries = door.stand_in.world.chats[samira.chat_id].entries.values()
    assert [entry.message for entry in entries if entry.message.get("voice") and "Luister" in str(entry.message)]
