"""Questions: an answer, a choice, or a person."""

from __future__ import annotations

import re

import pytest

from bot.answers.library import Library
from tests.dialogues.door import Door
from tests.dialogues.person import Person, joined

BEZWAAR = "Hoe maak ik bezwaar tegen een brief van de gemeente?"
UNKNOWN = "kan ik een hond adopteren in portugal"


async def test_an_answer_has_its_source_its_date_and_next_steps(samira: Person) -> None:
    """Somebody can see where the words come from and how old they are, and what can be done next."""
    await samira.says(BEZWAAR)
    assert "zes weken" in samira.hears
    assert re.search(r"Bron\w*: .+", samira.hears)
    assert re.search(r"\d{1,2} \w+ 20\d\d", samira.hears)
    assert samira.buttons[:2] == ["Ja", "Nee, ik heb hulp nodig"]
    assert len(samira.buttons) > 2
    await samira.presses(samira.buttons[2])
    assert samira.news, "a next step leads somewhere"


async def test_a_clear_answer_is_counted_and_opens_nothing(samira: Person) -> None:
    """«Was dit duidelijk?» yes: a kind word, no case."""
    await samira.says(BEZWAAR)
    await samira.presses("Ja")
    assert samira.hears
    assert await samira.case() is None


async def test_an_unclear_answer_brings_the_question_to_the_caseworker(samira: Person) -> None:
    """No means a person, with the question as it was asked."""
    await samira.says(BEZWAAR)
    await samira.presses("Nee, ik heb hulp nodig")
    case = await samira.case()
    assert case is not None
    assert case.reason == "unclear"
    assert case.subject.startswith(BEZWAAR)


async def test_what_the_bot_does_not_know_goes_to_the_caseworker_with_name_and_day(samira: Person) -> None:
    """The client hears who answers and on which working day at the latest."""
    await samira.says(UNKNOWN)
    case = await samira.case()
    assert case is not None
    assert (case.reason, case.subject) == ("unanswered", UNKNOWN)
    assert "Karin Verzonnen" in samira.hears
    assert case.number in samira.hears
    assert re.search(r"uiterlijk (maandag|dinsdag|woensdag|donderdag|vrijdag)", samira.hears)


async def test_who_is_asking_is_asked_once(samira: Person) -> None:
    """«Which benefit?» settles what is meant, and the answer is good for the next question too."""
    await samira.says("ik moet geld terugbetalen volgens de brief")
    assert "Over welke uitkering gaat het?" in samira.hears
    assert "Bijstand (gemeente)" in samira.buttons
    await samira.presses("Toeslag (Dienst Toeslagen)")
    assert "toeslag" in samira.hears.lower()
    assert "Was dit duidelijk?" in samira.hears
    await samira.says("ik moet geld terugbetalen volgens de brief")
    assert "Over welke uitkering gaat het?" not in samira.hears
    assert "toeslag" in samira.hears.lower()


async def test_nobody_in_particular_gets_the_way_to_a_person(passer_by: Person) -> None:
    """Who is not joined is not left with «I do not know»."""
    await passer_by.says(UNKNOWN)
    assert "👤 Mijn klantmanager" in passer_by.buttons
    await passer_by.presses("👤 Mijn klantmanager")
    assert re.search(r"Bel met de gemeente: [\d ]{5,}\.", passer_by.hears)


async def test_menu_buttons_work_in_english_and_in_dutch(door: Door) -> None:
    """The label comes back as text; both languages mean the same."""
    emma = await joined(door, "Emma Proefpersoon", "en")
    english = emma.menu
    assert english != ["❓ Stel een vraag", "📄 Loonstrook sturen", "👤 Mijn klantmanager", "🔒 Mijn gegevens"]
    await emma.says(english[3])
    first = emma.hears
    assert "Emma Proefpersoon" in first
    await emma.says("🔒 Mijn gegevens")
    assert emma.hears == first


@pytest.mark.parametrize("typed", ["*vet* _schuin_ [x](http://x.nl)", "<b>vet</b> & <script>"])
async def test_what_a_client_types_is_never_formatting(samira: Person, door: Door, typed: str) -> None:
    """The desk gets the very signs, and the bot is not confused by them."""
    await samira.says("👤 Mijn klantmanager")
    await samira.says(typed)
    case = await samira.case()
    assert case is not None
    assert case.subject == typed


@pytest.mark.parametrize("kind", ["sticker", "video", "location", "contact", "poll"])
async def test_a_kind_of_message_that_the_bot_cannot_use_gets_a_friendly_sentence(samira: Person, kind: str) -> None:
    """Never silence, and what does work."""
    await samira.sends_a(kind)
    assert "typ je vraag" in samira.hears


async def test_a_voice_message_of_somebody_unknown_gets_a_friendly_sentence(passer_by: Person) -> None:
    """There is no person to listen, and nothing is kept."""
    await passer_by.sends(("stem.ogg", b"OggS" + bytes(200)), kind="voice")
    assert "typ je vraag" in passer_by.hears


async def test_a_long_text_is_handled_and_kept_whole(samira: Person, door: Door) -> None:
    """A phone cuts at 4096 signs; nothing of it is lost."""
    await samira.says("👤 Mijn klantmanager")
    text = " ".join(f"woord{number}" for number in range(900))
    await samira.says(text)
    client = await samira.client()
    assert client is not None
    async with door.parts.units.reading() as unit:
        entries = await unit.thread.of_client(client.id)
    kept = " ".join(entry.body for entry in entries if entry.author == "client")
    assert kept.replace(" ", "") == text.replace(" ", "")


async def test_an_unknown_command_shows_the_menu(samira: Person) -> None:
    """A slip of the finger is no dead end."""
    await samira.says("/bestaatniet")
    assert "kies hieronder" in samira.hears
    await samira.says("/privacy")
    assert "BSN" in samira.hears


async def test_two_questions_in_one_message_are_both_seen(samira: Person) -> None:
    """The first is answered, and the second is one tap away and named."""
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente? En wanneer krijg ik mijn bijstand?")
    assert "zes weken" in samira.hears
    (second,) = re.findall(r"Je vroeg ook iets anders\. Druk daarvoor op «(.+)»", samira.hears)
    await samira.presses(second)
    assert re.search(r"Bron\w*: .+", samira.hears)
    assert "Je vroeg ook iets anders" not in samira.hears


async def test_a_text_that_is_past_its_day_is_not_given(samira: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client hears that honestly, and the caseworker gets the question."""
    monkeypatch.setattr(Library, "show", lambda *_: None)
    await samira.says(BEZWAAR)
    assert "zes weken" not in samira.hears
    case = await samira.case()
    assert case is not None
    assert case.reason == "expired"
    assert case.number in "".join(heard.text for heard in samira.news)
