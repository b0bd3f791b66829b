"""What a caseworker asks for with a button: a better photo of one page, the letter."""

from __future__ import annotations

from bot import clock
from bot.handoff import asking, desk, wording
from bot.language import translator
from tests.dialogues.door import Door
from tests.dialogues.person import Person, joined
from tests.dialogues.test_photos import ALL, MORE, OK, blank, photo_of

BUTTON = "Stuur bladzijde 2 opnieuw"


async def _asks_page(person: Person, door: Door, paper_id: str, page: int) -> None:
    """As the desk does it; ten seconds ago, so that it leaves at once."""
    client, staff, _ = await person.client(), await door.caseworker(), translator("nl")
    assert client is not None
    why = wording.photo_why(_, "dark")
    text = wording.better_photo(_, page, wording.paper_of_month(_, "oktober 2026"), why)
    async with door.unit() as unit:
        buttons = asking.page_button(_, paper_id, page)
        await desk.start(unit, staff, client, text, clock.now() - desk.UNDO, buttons=buttons)
    await person.waits()


async def test_a_better_photo_takes_the_place_of_its_page(samira: Person, door: Door) -> None:
    """The other page stays, the order stays, and the client confirms once more."""
    await samira.sends(("een.jpg", photo_of(91_100)), kind="photo")
    await samira.sends(("twee.jpg", photo_of(91_200, seed=2)), kind="photo")
    await samira.presses(ALL)
    await samira.presses(OK)
    (paper,) = await samira.papers()
    assert paper.state == "confirmed"
    first, second = paper.reading["delivery"]["pages"]
    await _asks_page(samira, door, paper.id, 2)
    assert "Wil je bladzijde 2 van je loonstrook van oktober 2026 nog een keer sturen?" in samira.hears
    assert "te donker" in samira.hears
    await samira.presses(BUTTON)
    assert "nieuwe foto van bladzijde 2" in samira.hears
    (paper,) = await samira.papers()
    assert paper.state == "confirmed"  # until the photo is there nothing changes
    await samira.sends(("drie.jpg", photo_of(91_200, seed=3)), kind="photo")
    (paper,) = await samira.papers()
    pages = paper.reading["delivery"]["pages"]
    assert pages[0]["sha256"] == first["sha256"]
    assert pages[1]["sha256"] != second["sha256"]
    assert len(pages) == 2
    assert MORE in samira.buttons
    await samira.presses(ALL)
    await samira.presses(OK)
    (paper,) = await samira.papers()
    assert paper.state == "confirmed"


async def test_an_old_button_for_a_page_asks_for_nothing(samira: Person, door: Door) -> None:
    """A page that is not there, and a paper of somebody else."""
    await samira.sends(("een.jpg", photo_of(91_300)), kind="photo")
    (paper,) = await samira.papers()
    for forged in (f"ask:page:{paper.id}:9", "ask:page:weg:1", "ask:page", "ask:iets"):
        await samira.forges(forged)
        assert "niet meer nodig" in samira.hears
    other = await joined(door, "Peter Proef")
    await other.forges(f"ask:page:{paper.id}:1")
    assert "niet meer nodig" in other.hears


async def test_the_button_of_the_letter_takes_the_next_photo_as_a_letter(samira: Person) -> None:
    """Without words under it; the caseworker sees it."""
    await samira.forges("ask:letter")
    assert "elke bladzijde van de brief" in samira.hears
    await samira.sends(("brief.jpg", blank(120)), kind="photo")
    (paper,) = await samira.papers()
    assert paper.reading["letter"] is True
    assert await samira.case() is not None
