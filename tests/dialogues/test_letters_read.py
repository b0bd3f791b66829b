"""A photo, scan or PDF of a letter: read, proposed, confirmed piece by piece, and then the helper as always."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pytest

from bot.deadlines.objection import objection_term
from bot.language import translator
from tests.dialogues.person import Person
from tests.dialogues.test_letters import NO_DAY, SKIP, TAX, UWV, today
from tests.dialogues.test_papers import photo as grey
from tests.paper import photos
from tests.paper.letters import letter, texts
from tests.paper.lookalikes import lookalike
from tests.paper.pdf import Sheet, write

DUTCH = translator("nl")
YES, OTHER_DAY, MY_PAYSLIP = "Ja, dat klopt", "Nee, een andere dag", "Nee, dit is mijn loonstrook"
ALL, MORE = "✅ Ja, dit is alles", "➕ Nog een bladzijde"


def number_of(sender: str, kind: str) -> int:
    """Which invented text this is."""
    return next(at for at, one in enumerate(texts()) if (one.sender, one.kind) == (sender, kind))


@cache
def pdf_of(sender: str, kind: str, seed: int, layout: str = "stacked", days_ago: int = 3, left: int = 20) -> bytes:
    """A letter of a few days ago, with a last day some days ahead."""
    sent = today() - timedelta(days=days_ago)
    return letter(number_of(sender, kind), seed, layout, sent=sent, until=today() + timedelta(days=left))[0]


@cache
def photo_of(sender: str, kind: str, seed: int, camera: photos.Camera = photos.MESSENGER) -> bytes:
    """The same as a photo."""
    return photos.photo(pdf_of(sender, kind, seed), camera, seed)


async def test_a_photo_without_words_is_proposed_and_confirmed_piece_by_piece(samira: Person) -> None:
    """Whose, about what, of which day; then the day by itself, the amount, and the answer with the last day."""
    sent = today() - timedelta(days=3)
    await samira.sends(("foto.jpg", photo_of("gemeente", "terugvordering", 11)), kind="photo")
    asked = f"Is dit een brief van Gemeente Amsterdam (WPI) over «Bijstand terugbetalen», van {DUTCH.day(sent)}?"
    assert asked in samira.hears
    assert f"• Datum van de brief: {DUTCH.day(sent)}" in samira.hears
    assert "• Bedrag: €" in samira.hears and "• Kenmerk:" in samira.hears
    assert {YES, "Nee, iets anders", "Nee, van iemand anders", MY_PAYSLIP, MORE} <= set(samira.buttons)
    (paper,) = await samira.papers()
    assert paper.state == "to_confirm"
    await samira.presses(YES)
    assert "Ontvangstbewijs" in samira.hears and "Karin Verzonnen kan je brief nu ook zien" in samira.hears
    assert f"Ik lees dat je brief van {DUTCH.day(sent)} is. Klopt die datum?" in samira.hears
    assert "laatste dag" not in samira.hears  # nothing is worked out before the client said yes
    await samira.presses(f"✅ {DUTCH.short_day(sent)}")
    assert "Om welk bedrag gaat het?" in samira.hears
    await samira.presses(next(label for label in samira.buttons if label.startswith("€")))
    (heard,) = samira.news
    assert DUTCH.day(objection_term(sent).last_day) in heard.bold
    assert "Noem het kenmerk van je brief" in heard.text
    assert [label for label in heard.buttons if "🔔" in label]


async def test_what_is_kept_has_no_text_of_the_letter_and_no_bsn(samira: Person) -> None:
    """Facts only; the caseworker sees the page as a picture."""
    await samira.sends(("brief.pdf", pdf_of("uwv", "ww_toekenning", 5, "inline")), text="wat betekent dit?")
    (paper,) = await samira.papers()
    assert paper.state == "for_human" and paper.reading["letter"] is True
    assert set(paper.reading) == {"letter", "album", "files", "pictures", "letter_read"}
    kept = str(paper.reading)
    assert "9999" not in kept and "WW-uitkering aangevraagd" not in kept and "Verzonnen" not in kept
    assert [picture for picture in paper.reading["pictures"] if picture]
    case = await samira.case()
    assert case is not None
    assert (case.reason, case.subject) == ("paper", f"Brief {paper.number}")


async def test_another_day_and_another_amount_than_were_read(samira: Person) -> None:
    """The client corrects each; what was read is not used."""
    await samira.sends(("brief.pdf", pdf_of("gemeente", "boete", 7, "tabbed")))
    await samira.presses(YES)
    await samira.presses(OTHER_DAY)
    assert "Ma" in samira.buttons or "ma" in samira.buttons  # the calendar
    chosen = today() - timedelta(days=9)
    await samira.says(DUTCH.short_day(chosen))
    await samira.says("212,50")
    assert DUTCH.day(objection_term(chosen).last_day) in samira.hears and "€ 212,50" in samira.hears


async def test_another_kind_and_another_sender_than_were_read(samira: Person) -> None:
    """What was read of the day is still offered."""
    await samira.sends(("brief.pdf", pdf_of("gemeente", "kostendelers", 8)))
    await samira.presses("Nee, iets anders")
    await samira.presses("Bijstand is veranderd")
    assert f"✅ {DUTCH.short_day(today() - timedelta(days=3))}" in samira.buttons
    await samira.sends(("brief.pdf", pdf_of("gemeente", "kostendelers", 9)))
    await samira.presses("Nee, van iemand anders")
    assert {TAX, UWV} <= set(samira.buttons)
    await samira.presses(UWV)
    await samira.presses("WW is goedgekeurd")
    assert f"✅ {DUTCH.short_day(today() - timedelta(days=3))}" in samira.buttons


async def test_a_doubtful_day_is_shown_with_its_place_on_the_paper(samira: Person) -> None:
    """As a cut-out, when the client is asked for it."""
    sheet = Sheet()
    day = today() - timedelta(days=4)
    rows = ["Gemeente Amsterdam", "Werk, Participatie en Inkomen", "", f"{DUTCH.short_day(day)}", "",
            "Betreft: terugvordering van bijstand", "Geachte mevrouw Voorbeeld,",
            "U heeft te veel bijstand gekregen. U moet dit bedrag terugbetalen: € 120,00.",
            "Ons kenmerk: B/2026/4471", "Bezwaar maken kan binnen zes weken.", "Met vriendelijke groet,"]  # fmt: skip
    for at, row in enumerate(rows):
        sheet.text(60, 80 + 18 * at, row, 11)
    await samira.sends(("brief.pdf", write([sheet])))
    await samira.presses(YES)
    assert "Ik twijfel over deze datum. Op het plaatje zie je de plek in je brief." in samira.hears
    (paper,) = await samira.papers()
    spot = paper.reading["letter_read"]["spots"]["day"]
    assert (await samira.door.parts.files.read(spot)).startswith(b"\xff\xd8")
    await samira.presses(f"✅ {DUTCH.short_day(day)}")
    assert "Om welk bedrag gaat het?" in samira.hears


async def test_a_letter_that_looks_urgent_says_so_at_once_and_warns_the_caseworker(samira: Person) -> None:
    """Eviction: what to do first stands in the proposal; the case is urgent when the client says yes."""
    await samira.sends(("brief.pdf", pdf_of("incasso", "ontruiming", 12)))
    assert "⚠️ Deze brief heeft haast." in samira.hears
    await samira.presses(YES)
    case = await samira.case()
    assert case is not None and case.urgency == "urgent"
    await samira.presses(NO_DAY)
    await samira.presses(SKIP)
    assert "Ik waarschuw Karin Verzonnen nu ook" in samira.hears


async def test_photos_of_one_album_are_pages_of_one_letter(samira: Person) -> None:
    """The words under one of them say that it is a letter; it is proposed once, from all pages."""
    second = Sheet()
    for at in range(12):
        second.text(60, 80 + 20 * at, "Op deze bladzijde staat hoe u bezwaar kunt maken en waar u ons vindt.", 11)
    pages = [photo_of("toeslagen", "terugvordering", 13), photos.photo(write([second]), photos.MESSENGER, 14)]
    await samira.sends(("1.jpg", pages[0]), ("2.jpg", pages[1]), kind="photo", text="brief")
    assert "Is dit alles?" in samira.hears
    await samira.presses(ALL)
    assert "Pagina's: 2" in samira.hears
    assert samira.hears.count("Is dit een brief van Dienst Toeslagen over «Toeslag terugbetalen»") == 1
    assert MY_PAYSLIP in samira.buttons
    (paper,) = await samira.papers()
    assert paper.state == "for_human" and len(paper.reading["files"]) == 2


async def test_a_second_page_may_come_later(samira: Person) -> None:
    """«Nog een bladzijde» under the proposal; then all are read together."""
    await samira.sends(("1.jpg", photo_of("cjib", "verkeersboete", 15)), kind="photo")
    await samira.presses(MORE)
    await samira.sends(("2.jpg", photo_of("cjib", "aanmaning", 16)), kind="photo")
    await samira.presses(ALL)
    assert "Is dit een brief van CJIB" in samira.hears
    (paper,) = await samira.papers()
    assert len(paper.reading["files"]) == 2 and paper.state == "to_confirm"


async def test_no_this_is_my_payslip_goes_the_way_of_a_payslip(samira: Person) -> None:
    """A person reads it, and the month is asked."""
    await samira.sends(("brief.pdf", pdf_of("gemeente", "verrekening", 17)))
    await samira.presses(MY_PAYSLIP)
    assert "Ontvangstbewijs" in samira.hears and "Over welke maand" in samira.hears
    (paper,) = await samira.papers()
    assert paper.state == "for_human"
    assert "letter" not in paper.reading and "letter_read" not in paper.reading


async def test_a_payslip_after_all_of_what_was_called_a_letter(samira: Person) -> None:
    """With the word under it the caseworker has it already; the month is asked."""
    await samira.sends(("brief.pdf", pdf_of("uwv", "maatregel", 18)), text="brief")
    await samira.presses(MY_PAYSLIP)
    assert "Over welke maand" in samira.hears


@pytest.mark.parametrize("name", ["other", "bank_statement", "hours_sheet"])
async def test_other_papers_are_no_letters(samira: Person, name: str) -> None:
    """They are named as before."""
    await samira.sends((f"{name}.pdf", lookalike(name)))
    assert "Is dit een brief" not in samira.hears
    assert "📄 Dit is een brief" in samira.buttons


async def test_a_paper_that_is_called_a_letter_is_asked_about(samira: Person) -> None:
    """Nothing could be proposed: the helper asks, and the caseworker sees it."""
    await samira.sends(("iets.pdf", lookalike("hours_sheet") + b"\n"))
    await samira.presses("📄 Dit is een brief")
    assert "Ik kan niet goed lezen wat er in je brief staat" in samira.hears
    assert TAX in samira.buttons
    (paper,) = await samira.papers()
    assert paper.state == "for_human" and paper.reading["letter"] is True


async def test_a_poor_photo_of_a_letter_is_asked_again_once_and_then_the_helper_asks(samira: Person) -> None:
    """The same advice as for a payslip; never a question about a month."""
    await samira.sends(("1.jpg", grey(41)), kind="photo", text="brief")
    assert "De foto is te donker" in samira.hears
    await samira.sends(("2.jpg", grey(42)), kind="photo")
    assert "Ontvangstbewijs" in samira.hears and TAX in samira.buttons
    assert "Over welke maand" not in samira.hears
    (paper,) = await samira.papers()
    assert paper.state == "for_human" and paper.reading["letter"] is True


async def test_a_letter_of_nobody_we_know_is_asked_about(samira: Person) -> None:
    """No sender is guessed."""
    sheet = Sheet()
    rows = ["Tuinvereniging De Bedachte Bloem", "Onderwerp: snoeien", "Geachte heer,", "Wij vragen u te snoeien.",
            "Dit staat in het reglement dat u van ons kreeg.", "Met vriendelijke groet, het bestuur"]  # fmt: skip
    for at, row in enumerate(rows):
        sheet.text(60, 80 + 18 * at, row, 11)
    await samira.sends(("brief.pdf", write([sheet])), text="brief")
    assert "Ik kan niet goed lezen" in samira.hears and TAX in samira.buttons
