"""Several payslips at once, and pages that belong to none: each payslip is confirmed by itself and no page is lost."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

from PIL import Image

from tests.dialogues.person import Person
from tests.paper import photos
from tests.paper.payslips import sample_payslip
from tests.paper.pdf import write
from tests.paper.several import besides, cover_letter, holidays_left, payslip_sheet

OK, ALL = "✅ Ja, alles klopt", "✅ Ja, dit is alles"
DROP, PERSON = "Dit is geen loonstrook", "Ik weet het niet, laat een mens kijken"
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


@cache
def photo_of(month: date, cents: int) -> bytes:
    """A photo of a payslip of this month."""
    return photos.photo(sample_payslip(month=month, net_cents=cents, layout="small"), photos.MESSENGER, month.month)


async def test_two_payslips_in_one_album_are_two_papers(samira: Person) -> None:
    """Each has its own month and its own photo, in the order of the album, and is confirmed by itself."""
    album = [("1.jpg", photo_of(SEPTEMBER, 81_100)), ("2.jpg", photo_of(OCTOBER, 92_200))]
    await samira.sends(*album, kind="photo")
    await samira.presses(ALL)
    assert "2 loonstroken op je foto's" in samira.hears
    assert "Loonstrook 1 van 2" in samira.hears and "811,00" in samira.hears
    assert "922,00" not in samira.hears
    await samira.presses(OK)
    assert "Maand: september 2026" in samira.hears and "Pagina's: 1" in samira.hears
    assert "Loonstrook 2 van 2" in samira.hears and "922,00" in samira.hears
    await samira.presses(OK)
    assert "Maand: oktober 2026" in samira.hears
    papers = sorted(await samira.papers(), key=lambda paper: str(paper.month))
    assert [(paper.month, paper.state) for paper in papers] == [(SEPTEMBER, "confirmed"), (OCTOBER, "confirmed")]
    files = [paper.reading["files"] for paper in papers]
    assert [len(each) for each in files] == [1, 1] and files[0] != files[1]
    assert all(len(paper.reading["pictures"]) == 1 for paper in papers)
    await samira.sends(("3.jpg", photo_of(date(2026, 8, 1), 70_500)), kind="photo")
    assert "705,00" in samira.hears and "bladzijden" not in samira.hears  # no page of what is settled
    assert len(await samira.papers()) == 3


async def test_two_payslips_on_one_sheet_are_two_papers(samira: Person) -> None:
    """Above each other on one page: two weeks, two receipts, and the same page with both."""
    sheet = payslip_sheet("agency", 3, payslip_sheet("agency", 8), down=420)
    await samira.sends(("strook.pdf", write([sheet])))
    assert "2 loonstroken" in samira.hears and "Loonstrook 1 van 2" in samira.hears
    await samira.presses(OK)
    await samira.presses(OK)
    papers = await samira.papers()
    assert {paper.state for paper in papers} == {"confirmed"}
    assert len({str(paper.reading["period"]) for paper in papers}) == 2
    assert len({tuple(paper.reading["pictures"]) for paper in papers}) == 1


async def test_two_payslips_on_one_page_that_cannot_be_told_apart_go_to_a_person(samira: Person) -> None:
    """Printed through each other: another photo is asked for once, and said why; nothing is guessed."""
    await samira.sends(("strook.pdf", write([besides("agency", 3, 8)])))
    assert "meer loonstroken op één bladzijde" in samira.hears
    await samira.presses("Laat een mens deze foto lezen")
    (paper,) = await samira.papers()
    assert paper.state == "for_human" and "net_cents" not in paper.reading


async def test_every_page_of_a_pdf_has_a_picture_for_the_caseworker(samira: Person) -> None:
    """Also the letter before the payslip and the list of holidays behind it, of which nothing is read."""
    month = [payslip_sheet("afas", seed) for seed in (3, 4)]
    await samira.sends(("alles.pdf", write([cover_letter(), month[0], holidays_left(), month[1], holidays_left()])))
    assert "Loonstrook 1 van 2" in samira.hears
    await samira.presses(OK)
    assert "Pagina's: 3" in samira.hears
    await samira.presses(OK)
    assert "Pagina's: 2" in samira.hears
    pictures = [paper.reading["pictures"] for paper in await samira.papers()]
    assert sorted(len(each) for each in pictures) == [2, 3] and all(map(all, pictures))
    assert len({one for each in pictures for one in each}) == 5
    async with samira.door.parts.units.reading() as unit:
        kinds = await unit.files.kinds([one for each in pictures for one in each])
    assert set(kinds.values()) == {"covered"}
    letter = next(each for each in pictures if len(each) == 3)[0]
    kept = await samira.door.parts.files.read(letter)
    assert Image.open(io.BytesIO(kept)).size[1] > 1000


async def test_when_the_first_goes_to_a_person_the_second_still_comes(samira: Person) -> None:
    """Nobody has to send it again."""
    sheets = [payslip_sheet("afas", seed) for seed in (5, 6)]
    await samira.sends(("twee.pdf", write(sheets)))
    await samira.presses("✏️ Er klopt iets niet")
    await samira.presses(PERSON)
    assert "Ontvangstbewijs" in samira.hears and "Loonstrook 2 van 2" in samira.hears
    await samira.presses(DROP)
    assert sorted(paper.state for paper in await samira.papers()) == ["for_human", "withdrawn"]


