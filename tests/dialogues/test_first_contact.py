"""Somebody comes to the bot for the first time."""

from __future__ import annotations

from datetime import timedelta

from bot.language import LANGUAGES
from tests.dialogues.door import Door
from tests.dialogues.person import Person, joined, stranger

BEZWAAR = "Hoe maak ik bezwaar tegen een brief van de gemeente?"


async def test_first_the_language_is_chosen_and_then_the_bot_says_what_it_does(passer_by: Person) -> None:
    """Every language is offered under its own name; the choice brings the welcome and the fixed menu."""
    await passer_by.starts()
    assert passer_by.buttons == list(LANGUAGES.values())
    await passer_by.presses("Nederlands")
    assert "Ik ben de hulp-bot van de gemeente Amsterdam" in passer_by.hears
    assert "algemene vragen" in passer_by.hears
    assert passer_by.menu == ["❓ Stel een vraag", "📄 Loonstrook sturen", "👤 Mijn klantmanager", "🔒 Mijn gegevens"]


async def test_a_question_as_first_message_is_answered_at_once(passer_by: Person) -> None:
    """Nobody has to choose a language before hearing what to do."""
    await passer_by.says(BEZWAAR)
    assert "Was dit duidelijk?" in passer_by.hears
    assert "Kies je taal" not in passer_by.hears


async def test_who_is_not_joined_hears_how_to_join_instead_of_sending_a_payslip(passer_by: Person) -> None:
    """Nothing is kept of somebody whom we do not know."""
    await passer_by.starts()
    await passer_by.presses("Nederlands")
    for label in ("📄 Loonstrook sturen", "👤 Mijn klantmanager", "🔒 Mijn gegevens"):
        await passer_by.says(label)
        assert "gekoppeld" in passer_by.hears, label
    assert await passer_by.client() is None


async def test_an_invitation_joins_and_consent_is_asked_before_anything_is_kept(door: Door) -> None:
    """The link names the client; a yes is kept with its moment."""
    _, code = await door.invited("Emma Proefpersoon")
    emma = await stranger(door)
    await emma.starts(code)
    assert "Welkom Emma Proefpersoon" in emma.hears
    assert "Karin Verzonnen" in emma.hears
    client = await emma.client()
    assert client is not None
    assert client.consented_at is None
    await emma.presses("Ja, dat is goed")
    client = await emma.client()
    assert client is not None
    assert client.consented_at is not None


async def test_who_says_no_to_keeping_still_gets_general_answers(door: Door) -> None:
    """A no is no punishment: questions are answered, and the yes stays one tap away."""
    _, code = await door.invited("Yusuf Testfamilie")
    yusuf = await stranger(door)
    await yusuf.starts(code)
    await yusuf.presses("Nee, liever niet")
    assert "algemene vragen" in yusuf.hears
    assert yusuf.buttons == ["Ja, dat is goed"]
    await yusuf.says(BEZWAAR)
    assert "Was dit duidelijk?" in yusuf.hears
    await yusuf.says("📄 Loonstrook sturen")
    assert "Hiervoor moet ik iets van je bewaren" in yusuf.hears
    client = await yusuf.client()
    assert client is not None
    async with door.parts.units.reading() as unit:
        assert await unit.thread.of_client(client.id) == []


async def test_an_invitation_works_once(door: Door) -> None:
    """Whoever finds the link later gets nowhere with it."""
    _, code = await door.invited("Piotr Testman")
    await (await stranger(door)).starts(code)
    second = await stranger(door)
    await second.starts(code)
    assert "Deze uitnodiging werkt niet" in second.hears
    assert await second.client() is None


async def test_an_invitation_that_is_too_old_does_not_join(door: Door) -> None:
    """After its last day the link is refused, in words that blame nobody."""
    _, code = await door.invited("Deniz Zomaar", valid_for=timedelta(seconds=-1))
    deniz = await stranger(door)
    await deniz.starts(code)
    assert "Deze uitnodiging werkt niet" in deniz.hears
    assert await deniz.client() is None


async def test_after_five_wrong_codes_even_a_right_one_waits_an_hour(door: Door) -> None:
    """Guessing is limited for each chat."""
    guesser = await stranger(door)
    for number in range(5):
        await guesser.starts(f"guess-{number}")
        assert "werkt niet" in guesser.hears
    _, code = await door.invited("Oksana Verzonnen")
    await guesser.starts(code)
    assert "te veel verkeerde uitnodigingen" in guesser.hears
    assert await guesser.client() is None


async def test_a_new_invitation_moves_the_client_to_the_new_phone(door: Door) -> None:
    """The old account is a stranger from then on."""
    old = await joined(door, "Samira Voorbeeld")
    client = await old.client()
    assert client is not None
    code = await door.invite_again(client)
    new = await stranger(door)
    await new.starts(code)
    moved = await new.client()
    assert moved is not None
    assert moved.id == client.id
    assert await old.client() is None
    await old.says("🔒 Mijn gegevens")
    assert "niet gekoppeld" in old.hears


async def test_the_language_can_be_changed_any_time(samira: Person) -> None:
    """/taal offers the languages again; menu and sentences follow the choice."""
    await samira.says("/taal")
    await samira.presses("English")
    client = await samira.client()
    assert client is not None
    assert client.language == "en"
    english = samira.menu
    assert len(english) == 4
    await samira.says(english[1])
    assert "PDF" in samira.hears
    await samira.says("📄 Loonstrook sturen")
    assert "PDF" in samira.hears
