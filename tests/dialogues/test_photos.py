"""Photos: read, asked once more, several as pages of one payslip, or given to a person."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from PIL import Image

from tests.dialogues.person import Person
from tests.paper import photos
from tests.paper.payslips import drawn, sample_payslip
from tests.paper.pdf import write

OK, MORE, ALL = "✅ Ja, alles klopt", "➕ Nog een bladzijde", "✅ Ja, dit is alles"
TO_PERSON = "Laat een mens deze foto lezen"
IPHONE = Path(__file__).parents[1] / "paper" / "files" / "iphone.heic"  # an invented payslip of October 2026


@cache
def photo_of(cents: int = 87_500, camera: photos.Camera = photos.MESSENGER, seed: int = 1) -> bytes:
    """A photo of a payslip of October 2026 with this net wage."""
    return photos.photo(sample_payslip(net_cents=cents), camera, seed)


def blank(shade: int = 200) -> bytes:
    """A photo of nothing; each shade is another file."""
    out = io.BytesIO()
    Image.new("L", (300, 400), shade).save(out, "JPEG")
    return out.getvalue()


async def stored(person: Person, file_id: str) -> bytes:
    """A file as the desk would show it."""
    return await person.door.parts.files.read(file_id)


async def test_a_photo_is_read_and_confirmed_as_a_pdf_is(samira: Person) -> None:
    """The progress line becomes the list; one tap confirms; the receipt and the month follow."""
    await samira.sends(("foto.jpg", photo_of()), kind="photo")
    assert len(samira.news) == 1
    assert "Werkgever: Bakkerij De Verzonnen Korst B.V." in samira.hears
    assert "€ 875,00" in samira.hears.replace("\xa0", " ")
    assert "nagerekend" in samira.hears
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears
    assert "Maand: oktober 2026" in samira.hears
    (month,) = await samira.ledger()
    assert (month.month, month.state) == (date(2026, 10, 1), "confirmed")


async def test_a_photo_of_an_iphone_sent_as_a_file_is_read(samira: Person) -> None:
    """HEIC, as the telephone keeps it; what the desk shows is a JPEG without its marks."""
    await samira.sends(("IMG_0001.HEIC", IPHONE.read_bytes()))
    assert "876,50" in samira.hears and "nagerekend" in samira.hears
    await samira.presses(OK)
    (paper,) = await samira.papers()
    kept = await stored(samira, paper.reading["pictures"][0])
    assert b"Verzonnen Telefoon" in IPHONE.read_bytes()
    assert kept.startswith(b"\xff\xd8\xff") and b"Verzonnen Telefoon" not in kept


async def test_what_the_desk_shows_has_no_marks_of_the_telephone_and_no_bsn(samira: Person) -> None:
    """The picture is made anew: no place or make of the phone in it, and black over the number."""
    await samira.sends(("foto.jpg", photo_of(87_600)))
    (paper,) = await samira.papers()
    assert "9999" not in str(paper.reading)
    (picture,) = paper.reading["pictures"]
    assert picture != paper.file_id
    kept = await stored(samira, picture)
    assert b"Verzonnen Telefoon" in await stored(samira, paper.file_id)
    assert b"Verzonnen Telefoon" not in kept
    assert not Image.open(io.BytesIO(kept)).getexif()
    async with samira.door.parts.units.reading() as unit:
        assert await unit.files.kinds([picture, paper.file_id]) == {picture: "covered", paper.file_id: "photo"}


async def test_a_poor_photo_is_asked_again_once_and_then_a_person_reads_it(samira: Person) -> None:
    """What is wrong, what helps, and a picture of it; the second poor one goes to the caseworker."""
    await samira.sends(("1.jpg", photo_of(87_700, photos.BLURRED)), kind="photo")
    assert "niet scherp" in samira.hears
    assert samira.buttons == [TO_PERSON]
    assert await samira.case() is None
    await samira.sends(("2.jpg", photo_of(87_700, photos.BLURRED, 2)), kind="photo")
    assert "Ontvangstbewijs" in samira.hears
    assert "Over welke maand" in samira.hears
    (paper,) = await samira.papers()
    assert paper.state == "for_human"
    assert set(paper.reading["pictures"]) == {""}  # nothing that the desk shows by itself
    case = await samira.case()
    assert case is not None
    assert case.reason == "paper"
    chosen = samira.buttons[1]
    await samira.presses(chosen)
    assert f"Maand: {chosen}" in samira.hears
    (month,) = await samira.ledger()
    assert month.state == "received"
    await samira.forges(f"paper:month:{paper.id}:2026-08")  # another one later: a person puts that right
    assert "Klopt er iets niet?" in samira.hears
    assert [one.month for one in await samira.ledger()] == [month.month]


async def test_a_better_photo_takes_the_place_of_the_poor_one(samira: Person) -> None:
    """The new photo is read, and it is the only page."""
    cut_off = replace(photos.CUT_OFF, longest=1500)
    await samira.sends(("1.jpg", photo_of(87_800, cut_off)), kind="photo")
    assert "buiten de foto" in samira.hears
    assert "rode vak" in samira.hears
    await samira.sends(("2.jpg", photo_of(87_800)), kind="photo")
    await samira.presses(OK)
    assert "Pagina's: 1" in samira.hears
    assert [paper.state for paper in await samira.papers()] == ["confirmed"]


@cache
def two_pages() -> tuple[bytes, bytes]:
    """A payslip on two sheets: the wages, and the holiday allowance."""
    pages, _ = drawn("small", 4)
    second = drawn("small", 4)[0][0]
    second.parts = []
    lines = ("Pagina 2 van 2", "Toelichting bij je loonstrook", "Vragen over je loon?", "Bel je baas.")
    for index, line in enumerate(lines):
        second.text(60, 80 + 30 * index, line, 12)
    for index in range(8):
        second.text(60, 260 + 30 * index, f"Regel {index + 1} van de toelichting op deze bladzijde", 11)
    pdf = write([*pages, second])
    return photos.photo(pdf, photos.MESSENGER, 5, 0), photos.photo(pdf, photos.MESSENGER, 6, 1)


async def test_an_album_is_one_payslip_with_its_pages_in_order(samira: Person) -> None:
    """One message tells how far it is; «Is dit alles?» closes it; the pages are read together."""
    first, second = two_pages()
    await samira.sends(("1.jpg", first), ("2.jpg", second), kind="photo")
    assert len(samira.news) == 1
    assert "2 bladzijden" in samira.hears
    assert samira.buttons == [ALL, MORE]
    (paper,) = await samira.papers()
    assert paper.state == "collecting"
    pages = paper.reading["delivery"]["pages"]
    assert [page["order"] for page in pages] == sorted(page["order"] for page in pages)
    await samira.presses(ALL)
    await samira.presses(OK)
    assert "Pagina's: 2" in samira.hears
    assert samira.hears.count("Ontvangstbewijs") == 1
    (paper,) = await samira.papers()
    assert len(paper.reading["pictures"]) == len(paper.reading["files"]) == 2


async def test_photos_sent_after_each_other_are_pages_too(samira: Person) -> None:
    """The second joins the first, whose reading was shown already; a third by its button, however late."""
    first, second = two_pages()
    await samira.sends(("1.jpg", first), kind="photo")
    assert OK in samira.buttons
    await samira.sends(("2.jpg", second), kind="photo")
    assert "2 bladzijden" in samira.hears
    await samira.presses(MORE)
    assert "volgende bladzijde" in samira.hears
    await samira.sends(("1.jpg", first), kind="photo")  # a slip of the thumb: the same photo again
    assert re.search("had ik al|heb ik al", samira.hears)
    assert len(await samira.papers()) == 1


async def test_a_blank_page_is_recognised_kindly_and_can_go_to_a_person(samira: Person) -> None:
    """Advice, never refusal; while a person looks, the bot keeps answering."""
    await samira.sends(("foto.jpg", blank(201)), kind="photo")
    assert "lege bladzijde" in samira.hears
    await samira.presses("Ja, laat een mens kijken")
    assert "Ontvangstbewijs" in samira.hears
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert "Was dit duidelijk?" in samira.hears


async def test_a_doubtful_amount_is_shown_as_a_cut_out(samira: Person) -> None:
    """An amount that no sum proves: its spot on the paper, what was read there, and a button to correct it."""
    pages, _ = drawn("small", 4)
    pages[0].parts = [part for part in pages[0].parts if "(Loonheffing" not in part and "(Pensioen" not in part]
    picture = photos.photo(write(pages), photos.MESSENGER, 7)
    await samira.sends(("foto.jpg", picture), kind="photo")
    assert "twijfel ik" in samira.hears
    assert OK in samira.buttons
    fix = next(label for label in samira.buttons if re.search("loon.* verbeteren|Uitbetaald verbeteren", label))
    await samira.presses(fix)
    assert "Typ het over" in samira.hears


async def test_what_comes_after_a_photo_was_thrown_away_is_something_new(samira: Person) -> None:
    """It does not wait for a page that is gone."""
    await samira.sends(("1.jpg", photo_of(88_400)), kind="photo")
    await samira.presses("Dit is geen loonstrook")
    await samira.sends(("2.jpg", photo_of(88_500)), kind="photo")
    assert "885,00" in samira.hears and OK in samira.buttons
    assert [paper.state for paper in await samira.papers()].count("to_confirm") == 1
