"""What is not a readable payslip gets its kind and a reason."""

import pytest

from bot.income.papers.slips import read_documents
from bot.income.papers.sniffing import MAX_BYTES, at_the_door, sniff
from bot.income.payslip import Reading
from tests.paper import hostile
from tests.paper.lookalikes import REASONS, lookalike
from tests.paper.payslips import sample_payslip


@pytest.mark.parametrize("reason", REASONS)
def test_a_lookalike_is_named_and_not_read(reason: str) -> None:
    """A jaaropgave or bank statement never becomes a payslip."""
    assert read_documents([lookalike(reason)]) == Reading("not_payslip", reason)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_may_come_in(kind: str) -> None:
    """Photos are recognised by content."""
    assert at_the_door([hostile.picture(kind)]) is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-" + bytes(MAX_BYTES), "too_large"),
        (b"MZ\x90\x00", "type_not_supported"),
        (b"<html>%PDF-1.7", "type_not_supported"),
        (hostile.picture("GIF"), "picture"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "word"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "spreadsheet"),
        (b"PK\x03\x04" + bytes(26) + b"loonstrook.pdf", "zip"),
    ],
)
def test_a_file_of_another_kind_is_refused_at_the_door(data: bytes, reason: str) -> None:
    """The mark must be at byte 0; a name or a later mark does not help."""
    assert at_the_door([data]) == Reading("refused", reason)


def test_no_files_and_too_many_files_are_refused() -> None:
    """A payslip has one to eight pages."""
    assert at_the_door([]) == Reading("refused", "empty")
    assert at_the_door([sample_payslip()] * 9) == Reading("refused", "too_many_pages")


def test_heic_is_a_photo() -> None:
    """Telephones send HEIC."""
    assert sniff(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00") == "heic"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (hostile.encrypted(), Reading("encrypted", "encrypted")),
        (hostile.image_only(), Reading("unreadable", "scan")),
        (hostile.many_pages(1), Reading("unreadable", "no_text_layer")),
        (hostile.many_pages(9), Reading("refused", "too_many_pages")),
        (hostile.garbage(), Reading("refused", "damaged")),
        (hostile.too_many_letters(), Reading("refused", "too_heavy")),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, expected: Reading) -> None:
    """Each reason is a code; the sentence for the client is made elsewhere."""
    assert read_documents([data]) == expected
