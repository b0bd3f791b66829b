"""Labels that are in no list, words that a camera blurred, and columns that nothing names."""

import pytest

from bot.income.papers.composed import meaning_of_parts, names_day_of_paying
from bot.income.papers.repair import repaired
from bot.income.papers.slips import read_documents
from bot.income.papers.text import plain, squeezed
from bot.income.papers.words import Word
from tests.paper.pdf import Sheet, write
from tests.paper.wild import wild


@pytest.mark.parametrize("seed", range(40))
def test_payslips_drawn_by_chance_are_read_or_missed_but_never_wrong(seed: int) -> None:
    """Other labels, orders and columns than any rule was made for."""
    pages, truth = wild(seed)
    (slip,) = read_documents([write(pages)]).to_json()["payslips"]
    assert {name: slip[name] for name in truth if slip[name] not in (None, truth[name])} == {}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("som bruto periodesalaris", "gross_cents"),
        ("netto salaris deze maand", "net_cents"),
        ("totaal netto over te maken", None),
        ("uitbetaling op rekening", "paid_cents"),
        ("korting loonheffing", "tax_credit_applied"),
        ("opgebouwd deze periode vakantiegeld", "holiday_accrued_cents"),
        ("vakantiegeld totaal opgebouwd", "holiday_balance_cents"),
        ("bruto uurloon", None),
        ("netto reiskosten", None),
        ("bruto bijtelling auto", None),
        ("loon voor loonheffing", None),
    ],
)
def test_a_label_is_understood_by_its_parts_or_not_at_all(label: str, field: str | None) -> None:
    """One unknown word, and it is no label."""
    found = meaning_of_parts([squeezed(word) for word in label.split()])
    assert (found.field if found else None) == field


def test_a_day_of_payment_is_named_by_words_about_paying() -> None:
    """Not by a period of payment, and not by a birthday."""
    assert names_day_of_paying(plain("Verwachte betaaldatum"))
    assert not names_day_of_paying(plain("Betaalperiode"))
    assert not names_day_of_paying(plain("Geboortedatum"))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Nettoioon", "nettoloon"),
        ("Cumulatet", "cumulatief"),
        ("vakantiegeid:", "vakantiegeld:"),
        ("1.560.93", "1.560,93"),
        ("1,068,52", "1.068,52"),
        ("1.068,52", "1.068,52"),
        ("LB/PW", "LB/PVV"),
        ("Fornuis", "Fornuis"),
        ("12-10-2026", "12-10-2026"),
    ],
)
def test_a_word_is_put_right_when_only_one_can_be_meant(read: str, printed: str) -> None:
    """No digit is ever changed, and no name."""
    ((word,),) = repaired([(Word(read, 0, 50, 10, 9, sure=0.8),)])
    assert word.text == printed


def two_columns(*heads: str) -> bytes:
    """A payslip with the totals of the year beside this period."""
    sheet = Sheet()
    sheet.text(40, 40, "Loonstrook oktober 2026", 12)
    for x, head in zip((400, 540), heads, strict=False):
        sheet.text(x, 80, head, right=True)
    lines = (("Bruto loon", 1000), ("Loonheffing", 100), ("Netto loon", 900), ("Uitbetaald", 900))
    for index, (label, cents) in enumerate(lines):
        sheet.text(40, 100 + 14 * index, label)
        sheet.text(400, 100 + 14 * index, f"{cents},00", right=True)
        sheet.text(540, 100 + 14 * index, f"{cents * 4},00", right=True)
    return write([sheet])


def test_a_column_of_the_year_without_a_head_is_never_proven() -> None:
    """It adds up just as well; so nothing here is certain, and the smaller one is offered."""
    (slip,) = read_documents([two_columns()]).payslips
    assert slip.net_cents in (None, 90_000)
    assert slip.confidence.get("net_cents", 0) < 0.99
    assert slip.confidence.get("gross_cents", 0) < 0.99


def test_with_a_head_it_is_proven() -> None:
    """The head tells which column is of the year."""
    (slip,) = read_documents([two_columns("Bedrag", "Cumulatief")]).payslips
    assert (slip.net_cents, slip.confidence["net_cents"]) == (90_000, 0.99)


@pytest.mark.parametrize("between", ["1/m", "Um", "vm", "1m", "t/m"])
def test_whatever_small_word_stands_between_two_days_says_until(between: str) -> None:
    """A blurred «t/m» is read in many ways; two whole dates around it leave one meaning."""
    texts = ("(20-04-2026", between, "17-05-2026)")
    row = tuple(Word(text, 60 * at, 60 * at + 50, 10, 9, sure=0.8) for at, text in enumerate(texts))
    assert [word.text for word in repaired([row])[0]] == ["(20-04-2026", "t/m", "17-05-2026)"]


@pytest.mark.parametrize(
    ("read", "put_right"),
    [
        ("eamings", "earnings"),  # r and n that melted into an m
        ("volksverzekerin", "volksverzekeringen"),  # the end of a long line
        ("01-01-2026Vm", "01-01-2026 t/m"),
        (".€11,48", "€11,48"),
        ("14.79.", "14.79"),
        ("27.08.2026", "27.08.2026"),
        ("Fomuis", "Fomuis"),  # no word of payslips: names are never changed
    ],
)
def test_marks_and_letters_that_look_alike_are_put_right(read: str, put_right: str) -> None:
    """What the camera makes of small print, without changing a digit."""
    ((word,),) = repaired([(Word(read, 0, 50, 10, 9, sure=0.8),)])
    assert word.text == put_right
