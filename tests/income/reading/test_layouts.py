"""Every layout is read exactly, or not at all."""

import pytest

from bot.income.papers.slips import read_documents
from bot.income.payslip import Payslip
from tests.paper.layouts import LAYOUTS
from tests.paper.payslips import drawn, payslip, sample_payslip
from tests.paper.pdf import Sheet, write


@pytest.mark.parametrize("seed", range(11, 17))
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_printed_field_is_read_and_nothing_else(layout: str, seed: int) -> None:
    """A field counts only when it is printed; what is not printed is null."""
    data, truth = payslip(layout, seed)
    reading = read_documents([data]).to_json()
    assert reading["kind"] == "payslip"
    assert [{key: slip[key] for key in truth} for slip in reading["payslips"]] == [truth]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_amounts_that_add_up_are_proven(layout: str) -> None:
    """Proven amounts have the highest confidence."""
    data, _ = payslip(layout, 21)
    (slip,) = read_documents([data]).payslips
    assert slip.confidence["paid_cents"] == slip.confidence["net_cents"] == 0.99


def test_two_payslips_in_one_file_stay_two() -> None:
    """Each has its own page and its own amounts."""
    first, one = drawn("afas", 1)
    second, two = drawn("afas", 2)
    slips = read_documents([write(first + second)]).payslips
    assert [slip.pages for slip in slips] == [(1,), (2,)]
    assert [slip.net_cents for slip in slips] == [one["net_cents"], two["net_cents"]]


def test_several_files_are_the_pages_of_one_payslip() -> None:
    """The files are pages in the order in which they were sent."""
    pages, truth = drawn("adp", 3)
    cover = drawn("adp", 3)[0][0]
    cover.parts = cover.parts[:3]
    reading = read_documents([write([cover]), write(pages)])
    assert [(slip.pages, slip.net_cents) for slip in reading.payslips] == [((1, 2), truth["net_cents"])]


def test_invisible_text_is_not_read() -> None:
    """What nobody can see does not count, and is a warning."""
    pages, truth = drawn("small", 4)
    pages[0].text(60, 400, "Nettoloon: EUR 9.999,99", mode=3)
    reading = read_documents([write(pages)])
    assert reading.payslips[0].net_cents == truth["net_cents"]
    assert "hidden_text" in reading.warnings


def test_two_different_amounts_are_not_guessed() -> None:
    """When the paper contradicts itself and no sum decides, the field is null and a warning says so."""
    pages, truth = drawn("boxed_totals", 5)
    pages[0].text(40, 420, "Uit te betalen: 4,56")
    pages[0].text(40, 440, "Uit te betalen: 7,89")
    pages[0].parts = [part for part in pages[0].parts if "(Netto loon)" not in part]
    reading = read_documents([write(pages)])
    assert [(slip.gross_cents, slip.paid_cents) for slip in reading.payslips] == [
        (truth["gross_cents"], None)
    ]
    assert "ambiguous:paid_cents" in reading.warnings


def test_the_sample_for_other_tests_says_what_it_was_asked() -> None:
    """The helper draws the employer and the net wage that it was given."""
    (slip,) = read_documents([sample_payslip("Kwekerij Nergens B.V.", net_cents=65_432)]).payslips
    assert (slip.employer, slip.net_cents, slip.paid_cents) == ("Kwekerij Nergens B.V.", 65_432, 65_432)


def test_amounts_in_two_columns_are_no_bsn() -> None:
    """35.58 and 142.32 together pass the check of a BSN, but they are two numbers."""
    assert not read_documents([payslip("english", 43)[0]]).payslips[0].contains_bsn


def test_a_bsn_in_boxes_is_seen() -> None:
    """Some forms give every digit its own box."""
    pages, _ = drawn("small", 6)
    pages[0].text(60, 400, "BSN")
    for index, digit in enumerate("999990019"):
        pages[0].text(120 + 20 * index, 400, digit)
    assert read_documents([write(pages)]).payslips[0].contains_bsn


def _in_lines(*lines: tuple[str, str]) -> Payslip:
    """A payslip of these labels and amounts, one below the other."""
    sheet = Sheet()
    for index, (label, cents) in enumerate((("Loonstrook november 2026", ""), *lines)):
        sheet.text(40, 50 + 14 * index, label)
        sheet.text(300, 50 + 14 * index, cents, right=True)
    (slip,) = read_documents([write([sheet])]).payslips
    return slip


def test_a_payslip_without_a_known_net_wage_is_still_a_payslip() -> None:
    """Unknown labels give null, not another kind of paper."""
    slip = _in_lines(("Bruto", "1.000,00"), ("Loonheffing", "10,00"), ("Wat overblijft", "980,00"))
    found = (slip.gross_cents, slip.wage_tax_cents, slip.net_cents, slip.paid_cents)
    assert found == (100_000, 1_000, None, None)


def test_what_is_left_of_the_gross_wage_is_the_net_wage_whatever_it_is_called() -> None:
    """It is read, but the client is asked: no label said it."""
    slip = _in_lines(
        ("Bruto", "1.000,00"), ("Voor later", "20,00"), ("Loonheffing", "10,00"), ("Wat overblijft", "970,00"),
        ("Fietsgeld", "5,00"), ("Voor jou", "975,00"),
    )  # fmt: skip
    assert (slip.net_cents, slip.paid_cents) == (97_000, 97_500)
    assert max(slip.confidence["net_cents"], slip.confidence["paid_cents"]) < 0.8


def test_an_addition_before_the_last_amount_makes_it_no_net_wage() -> None:
    """What was paid is not what the wage was, when only the first is printed."""
    slip = _in_lines(
        ("Bruto", "1.000,00"), ("Loonheffing", "-10,00"), ("Fietsgeld", "5,00"), ("Wat overblijft", "995,00")
    )
    assert slip.net_cents is None


def test_a_word_in_an_unknown_label_is_a_guess_and_amounts_of_something_else_are_none() -> None:
    """«Bruto uurloon» is no gross wage; «bruto zusterloontje» may be, and is asked."""
    slip = _in_lines(("Bruto uurloon", "15,00"), ("Bruto zustergeldje", "500,00"), ("Netto loon", "480,00"))
    assert slip.gross_cents == 50_000
    assert slip.confidence["gross_cents"] < 0.8


def test_a_net_amount_that_is_paid_is_not_the_net_wage() -> None:
    """«Netto over te maken» named two fields, and one number proved itself."""
    slip = _in_lines(
        ("Bruto loon", "328,60"), ("Fietsplan", "14,79-"), ("Loonheffing", "36,15-"), ("Netto vakloon", "277,66"),
        ("Wegengeld", "17,70"), ("Netto over te maken", "295,36"),
    )  # fmt: skip
    assert (slip.net_cents, slip.paid_cents) == (27_766, 29_536)


def test_one_number_with_two_labels_proves_nothing() -> None:
    """Net wage and paid amount are only proven by two printed numbers."""
    slip = _in_lines(("Bruto loon", "328,60"), ("Loonheffing", "36,15"), ("Nettoloon Uitbetaald", "277,66"))
    assert max(slip.confidence.get(name, 0) for name in ("net_cents", "paid_cents")) < 0.99


_WAGES = (("Bruto", "100,00"), ("Loonheffing", "10,00"), ("Netto", "90,00"))


@pytest.mark.parametrize("named", ["Formele werkgever: Verzonnen Zaak B.V.", "Werkgever Verzonnen Zaak B.V."])
def test_a_label_in_one_text_with_the_name_is_no_part_of_the_name(named: str) -> None:
    """And who hires the worker is not who pays, whatever legal form it has."""
    slip = _in_lines(("Opdrachtgever: Andere Zaak B.V.", ""), (named, ""), *_WAGES)
    assert slip.employer == "Verzonnen Zaak B.V."


def test_the_title_names_the_month_by_number() -> None:
    """«Salarisoverzicht 02/2026» has no label for the period."""
    sheet = Sheet()
    for index, (label, cents) in enumerate((("Salarisoverzicht 02/2026", ""), ("Bruto", "100,00"), ("Netto", "90,00"),
                                            ("Uitbetaald", "90,00"))):  # fmt: skip
        sheet.text(40, 50 + 14 * index, label)
        sheet.text(300, 50 + 14 * index, cents, right=True)
    (slip,) = read_documents([write([sheet])]).payslips
    assert slip.period is not None
    assert (slip.period.start.isoformat(), slip.period.end.isoformat()) == ("2026-02-01", "2026-02-28")
