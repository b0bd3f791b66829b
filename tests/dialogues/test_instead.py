"""Everything people send instead of a payslip: named kindly, and «this is it» brings it to a person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.dialogues.person import Person
from tests.paper import instead, photos
from tests.paper.fresh import fresh
from tests.paper.hostile import encrypted, many_pages
from tests.paper.lookalikes import lookalike

THIS_IS_IT, NO = "Ja, laat een mens kijken", "Nee, gooi weg"

INSTEAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "jaaropgave.pdf": (partial(lookalike, "jaaropgave"), "jaaropgave"),
    "afschrift.pdf": (partial(lookalike, "bank_statement"), "bankafschrift"),
    "uitkering.pdf": (partial(lookalike, "benefit_specification"), "specificatie van een uitkering"),
    "contract.pdf": (partial(lookalike, "contract"), "contract"),
    "uren.pdf": (partial(lookalike, "hours_sheet"), "urenbriefje"),
    "brief.pdf": (partial(lookalike, "letter"), "brief"),
    "rekening.pdf": (partial(lookalike, "invoice"), "rekening"),
    "recept.pdf": (partial(lookalike, "other"), "Ik herken hier geen loonstrook in"),
    "loonstrook.docx": (instead.word_file, "Word"),
    "loonstrook.xlsx": (instead.spreadsheet, "rekenblad"),
    "loonstrook.zip": (instead.zip_file, "ingepakte map"),
    "plaatje.gif": (instead.animation, "plaatje"),
    "slot.pdf": (encrypted, "Stuur mij dat wachtwoord niet"),
    "boek.pdf": (partial(many_pages, 9), "te veel bladzijden"),
}


@pytest.mark.parametrize("name", INSTEAD)
async def test_another_file_is_named_and_goes_to_a_person_when_the_client_says_so(samira: Person, name: str) -> None:
    """Advice, never refusal; what is thrown away can be sent again and then goes on."""
    make, says = INSTEAD[name]
    await samira.sends((name, make()))
    assert says in samira.hears and "toch naar kijkt" in samira.hears
    await samira.presses(NO)
    await samira.sends((name, make()))
    await samira.presses(THIS_IS_IT)
    assert "Ontvangstbewijs" in samira.hears and "Over welke maand" in samira.hears
    (paper,) = [paper for paper in await samira.papers() if paper.state != "withdrawn"]
    case = await samira.case()
    assert paper.state == "for_human" and case is not None and case.reason == "paper"
    async with samira.door.parts.units.reading() as unit:
        assert await unit.files.owner(paper.file_id) is not None  # kept, so that the caseworker can open it


SCREENS: dict[str, tuple[Callable[[], bytes], str]] = {
    "selfie": (instead.selfie, "zie ik geen tekst"),
    "a chat": (lambda: instead.screenshot(instead.chat_screen()), "schermafdruk van een gesprek"),
    "the app of a bank": (lambda: instead.screenshot(instead.bank_screen()), "bankafschrift"),
    "a photo of a year statement": (
        lambda: photos.photo(lookalike("jaaropgave"), photos.MESSENGER, 3), "jaaropgave",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SCREENS)
async def test_another_picture_is_named_and_goes_to_a_person_when_the_client_says_so(samira: Person, what: str) -> None:
    """A selfie, a screen, a photo of another paper."""
    make, says = SCREENS[what]
    await samira.sends(("foto.jpg", make()), kind="photo")
    assert says in samira.hears
    await samira.presses(THIS_IS_IT)
    assert "Ontvangstbewijs" in samira.hears
    assert [paper.state for paper in await samira.papers()] == ["for_human"]


async def test_the_screen_of_a_payroll_app_with_the_amounts_is_a_payslip(samira: Person) -> None:
    """Read and confirmed as any other."""
    await samira.sends(("scherm.jpg", instead.screenshot(fresh("app_screen", 701)[0][0])), kind="photo")
    assert "Fantasie Facilitair N.V." in samira.hears and "1.016,60" in samira.hears
    await samira.presses("✅ Ja, alles klopt")
    assert "Maand: juli 2026" in samira.hears


async def test_a_file_in_an_album_that_cannot_be_opened_does_not_hold_up_the_others(samira: Person) -> None:
    """It gets its own sentence, and the photo beside it is answered: asked about first when it was read first."""
    album = [("1.jpg", instead.selfie()), ("2.jpg", b"\xff\xd8\xff nothing")]
    await samira.sends(*album)
    assert "beschadigd" in samira.hears
    if "✅ Ja, dit is alles" in samira.buttons:
        await samira.presses("✅ Ja, dit is alles")
    assert "zie ik geen tekst" in samira.hears
