"""Papers: from the file to the receipt."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from PIL import Image

from tests.dialogues.person import Person
from tests.paper.hostile import garbage
from tests.paper.payslips import drawn, sample_payslip
from tests.paper.pdf import write

OK, WRONG, DROP = "✅ Ja, alles klopt", "✏️ Er klopt iets niet", "Dit is geen loonstrook"


def photo(shade: int = 200) -> bytes:
    """A picture that differs by shade."""
    out = io.BytesIO()
    Image.new("L", (300, 400), shade).save(out, "JPEG")
    return out.getvalue()


def two_payslips() -> bytes:
    """Two months in one file."""
    sheets = [sheet for seed in (3, 8) for sheet in drawn("afas", seed)[0]]
    return write(sheets)


async def test_a_payslip_is_read_confirmed_and_gets_a_receipt_and_a_month(samira: Person) -> None:
    """What was read is shown field by field; the receipt has number, moment, month and pages."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_500)))
    assert "Werkgever: Bakkerij De Verzonnen Korst B.V." in samira.hears
    assert "€ 875,00" in samira.hears.replace("\xa0", " ")
    assert "Netto loon" in samira.news[-1].bold
    assert samira.buttons == [OK, WRONG, DROP]
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears
    assert "Maand: oktober 2026" in samira.hears
    assert "Pagina's: 1" in samira.hears
    assert re.search(r"Ontvangen: .*20\d\d.*\d\d:\d\d", samira.hears)
    (month,) = await samira.ledger()
    assert (month.month, month.state) == (date(2026, 10, 1), "confirmed")
    assert month.number in samira.hears


async def test_the_result_takes_the_place_of_the_busy_line(samira: Person) -> None:
    """One message an answer: no line that still says «even geduld» when it is done."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_501)))
    assert "Even geduld" not in samira.hears
    assert len(samira.news) == 1


async def test_a_field_is_corrected_by_typing_it_over(samira: Person) -> None:
    """A slip of the pen is asked again; the old value stays beside the new one."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_502)))
    await samira.presses(WRONG)
    await samira.presses(next(label for label in samira.buttons if label.startswith("Netto loon")))
    assert "Netto loon" in samira.hears
    await samira.says("weet ik niet precies")
    assert "Dit bedrag begrijp ik niet" in samira.hears
    await samira.says("€ 901,23")
    assert "901,23" in samira.hears
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears
    (paper,) = await samira.papers()
    assert paper.reading["net_cents"] == 90_123
    assert paper.reading["corrections"] == [{"field": "net_cents", "read": 87_502}]


async def test_a_question_beside_a_paper_goes_before_it(samira: Person) -> None:
    """While a person reads the photo, a question for the caseworker is a conversation of its own."""
    await samira.sends(("foto.jpg", photo(177)), kind="photo")
    await samira.presses("Ja, laat een mens kijken")
    await samira.says("👤 Mijn klantmanager")
    await samira.says("Mag ik een dag later komen?")
    case = await samira.case()
    assert case is not None
    assert case.reason == "asked"
    await samira.says("Hoe maak ik bezwaar tegen een brief van de gemeente?")
    assert samira.hears == "Doorgegeven aan Karin Verzonnen."


async def test_a_passer_by_hears_that_a_file_needs_an_invitation(passer_by: Person) -> None:
    """Nothing of it is fetched or kept."""
    await passer_by.sends(("loonstrook.pdf", sample_payslip(net_cents=87_509)))
    assert "persoonlijke uitnodiging" in passer_by.hears


async def test_two_payslips_in_one_file_are_confirmed_one_by_one(samira: Person) -> None:
    """Each gets its own number; the second comes when the first is done, also when that was thrown away."""
    await samira.sends(("twee.pdf", two_payslips()))
    assert "2 loonstroken" in samira.hears and "Loonstrook 1 van 2" in samira.hears
    assert samira.buttons == [OK, WRONG, DROP]
    await samira.presses(DROP)
    assert "Loonstrook 2 van 2" in samira.hears
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears and "Loonstrook" not in samira.hears
    states = sorted(paper.state for paper in await samira.papers())
    assert states == ["confirmed", "withdrawn"]


def named(seed: int, name: str) -> bytes:
    """An invented payslip with the name of its employee."""
    sheets = drawn("afas", seed)[0]
    sheets[0].text(60, 815, f"Naam medewerker: {name}", 9)
    return write(sheets)


async def test_a_second_payslip_of_a_month_is_asked_about_and_not_refused(samira: Person) -> None:
    """With the number of the first; it may be of another job."""
    await samira.sends(("1.pdf", sample_payslip(net_cents=87_510)))
    assert "❓" not in samira.hears
    await samira.presses(OK)
    (known,) = await samira.ledger()
    await samira.sends(("2.pdf", sample_payslip(net_cents=87_511, employer="Fantasie Facilitair N.V.")))
    assert "Van oktober 2026 heb ik al een loonstrook" in samira.hears and known.number in samira.hears
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears


async def test_a_payslip_with_another_name_is_asked_about_and_not_refused(samira: Person) -> None:
    """Compared with the payslips that were confirmed; another spelling of the same name is no question."""
    await samira.sends(("1.pdf", named(3, "S. Verzonnen")))
    assert "andere naam" not in samira.hears
    await samira.presses(OK)
    await samira.sends(("2.pdf", named(8, "Verzonnen, Samira")))
    assert "andere naam" not in samira.hears
    await samira.sends(("3.pdf", named(9, "P. Denkbeeldig")))
    assert "andere naam" in samira.hears
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears


async def test_the_same_file_is_recognised(samira: Person) -> None:
    """Sending twice does no harm, and the client hears the number of the first."""
    paper = sample_payslip(net_cents=87_504)
    await samira.sends(("loonstrook.pdf", paper))
    await samira.presses(OK)
    await samira.sends(("nog een keer.pdf", paper))
    assert "Dit bestand heb ik al van je" in samira.hears
    assert len(await samira.papers()) == 1


async def test_a_payslip_that_was_thrown_away_can_be_sent_again(samira: Person) -> None:
    """Thrown away is thrown away: the same file is then new, not «already received»."""
    paper = sample_payslip(net_cents=87_505)
    await samira.sends(("loonstrook.pdf", paper))
    await samira.presses(DROP)
    assert "weggegooid" in samira.hears
    (thrown_away,) = await samira.papers()
    await samira.forges(f"paper:ok:{thrown_away.id}")
    assert "Deze knop werkt niet meer" in samira.hears
    await samira.sends(("loonstrook.pdf", paper))
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears


async def test_a_file_that_is_too_large_is_refused_with_a_way_out(samira: Person) -> None:
    """The limit is in the sentence."""
    await samira.sends(("groot.pdf", b"%PDF-1.4\n" + bytes(10_000_001)))
    assert "hoogstens 10 MB" in samira.hears
    assert await samira.papers() == []


@pytest.mark.parametrize("content", [garbage(), b"", b"zomaar tekst"])
async def test_a_file_that_cannot_be_opened_gets_a_sentence(samira: Person, content: bytes) -> None:
    """Whatever comes in, the client hears what does work."""
    await samira.sends(("bestand.pdf", content))
    assert re.search("foto|PDF", samira.hears)


async def test_what_cannot_well_be_so_is_said_and_then_read_by_a_person(samira: Person) -> None:
    """A net wage above the gross wage is asked about; who confirms it gets a receipt, and a person looks."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_510)))
    await samira.presses(WRONG)
    await samira.presses(next(label for label in samira.buttons if label.startswith("Netto loon")))
    await samira.says("1.000.000")
    assert "hoger dan het brutoloon" in samira.hears
    await samira.presses(OK)
    assert "Ontvangstbewijs" in samira.hears and "bekijkt dit zelf" in samira.hears
    assert [month.state for month in await samira.ledger()] == ["received"]
    assert (await samira.papers())[0].state == "for_human"


async def test_a_question_is_no_employer(samira: Person) -> None:
    """Somebody who asks something while a field is corrected has not typed its value."""
    await samira.sends(("loonstrook.pdf", sample_payslip(net_cents=87_511)))
    await samira.presses(WRONG)
    await samira.presses(next(label for label in samira.buttons if label.startswith("Werkgever")))
    await samira.says("wat moet ik hier invullen?")
    assert (await samira.papers())[0].reading["employer"] == "Bakkerij De Verzonnen Korst B.V."
