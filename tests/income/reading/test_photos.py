"""Photos and scans give the same fields as the PDF they were made from, or say honestly what is wrong."""

from __future__ import annotations

import io
import json
import socket
import sys
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from PIL import Image

from bot.income.papers.covering import bsn_spots, is_mostly_digits
from bot.income.papers.pdf_words import pages_of
from bot.income.papers.sheet import Sheet
from bot.income.papers.slips import read_documents
from bot.income.papers.spots import words_of
from bot.income.papers.words import Word, stack
from bot.income.payslip import Payslip, Reading
from bot.income.photos import models
from bot.income.photos.documents import Seen, read_seen
from bot.income.photos.documents import read_text as text_of_pdf
from bot.income.photos.pictures import pictures_of
from bot.income.reading import PayslipReader
from tests.paper import hostile, photos
from tests.paper.lookalikes import lookalike
from tests.paper.payslips import drawn, payslip
from tests.paper.pdf import write


@cache
def seen(layout: str, seed: int, camera: photos.Camera) -> tuple[Reading, list[Seen]]:
    """A photo of an invented payslip, read once for all tests."""
    return read_seen([photos.photo(payslip(layout, seed)[0], camera, seed)])


def printed(layout: str, seed: int, slip: Payslip) -> dict[str, object]:
    """The fields that are on the paper and were read differently."""
    truth, read = payslip(layout, seed)[1], slip.to_json()
    return {name: (read[name], value) for name, value in truth.items() if value is not None and read[name] != value}


TURNED = photos.Camera(longest=1600, quarter=1)


@pytest.mark.parametrize(
    ("layout", "seed", "camera"),
    [("afas", 5, photos.MESSENGER), ("adp", 6, TURNED), ("raet", 7, replace(photos.DARK, longest=1500))],
    ids=["messenger", "turned", "dark"],
)
def test_every_printed_field_is_read_from_a_photo(layout: str, seed: int, camera: photos.Camera) -> None:
    """Small, on its side, or in the dark: as long as it can be read, it is read exactly."""
    reading, _ = seen(layout, seed, camera)
    (slip,) = reading.payslips
    assert printed(layout, seed, slip) == {}
    assert slip.confidence["net_cents"] == 0.99


def test_a_scan_without_text_is_read_too() -> None:
    """A PDF that is a picture goes the same way."""
    reading, _ = read_seen([photos.scanned_pdf(payslip("small", 4)[0], 4)])
    (slip,) = reading.payslips
    assert printed("small", 4, slip) == {}


CUT_OFF = replace(photos.CUT_OFF, longest=1500)


@pytest.mark.parametrize(
    ("camera", "reason"), [(photos.BLURRED, "blurred"), (CUT_OFF, "cut_off"), (photos.FAR, "small")]
)
def test_a_poor_photo_says_what_is_wrong(camera: photos.Camera, reason: str) -> None:
    """Nothing is read from it, and there is a picture to show."""
    reading, pages = seen("afas", 5, camera)
    assert (reading.kind, reason) == ("unreadable", reading.reason)
    made = pictures_of(reading, pages)
    assert made.hint
    assert [page is not None for page in made.pages] == [reason == "cut_off"]  # the others cannot be trusted


def test_a_pdf_that_is_largely_a_picture_has_no_picture_for_the_desk() -> None:
    """Its text was read, but not what stands in the picture; a logo is small."""
    (page,) = pages_of(photos.scanned_pdf(payslip("small", 4)[0], 4))
    assert page.pictured > 0.9
    reading, pages = text_of_pdf([payslip("afas", 5)[0]])
    for share, shown in ((0.02, True), (0.5, False)):
        changed = [replace(each, page=replace(each.page, pictured=share)) for each in pages]
        assert [one is not None for one in pictures_of(reading, changed).pages] == [shown]


@pytest.mark.parametrize(
    ("text", "covered"),
    [("BSN 999 990 O19", True), ("99g99oo19", True), ("1.234,56 1.200,00", False), ("01-10-2026", False)],
)
def test_badly_read_digits_are_covered_and_amounts_are_not(text: str, covered: bool) -> None:
    """Letters that look like digits count as digits."""
    assert is_mostly_digits(text) is covered


def test_a_photo_of_another_paper_is_named() -> None:
    """Look-alikes are look-alikes on photos as well."""
    reading, _ = read_seen([photos.photo(lookalike("jaaropgave"), photos.MESSENGER, 3)])
    assert (reading.kind, reading.reason) == ("not_payslip", "jaaropgave")


@pytest.mark.parametrize(("shade", "reason"), [(230, "blank"), (12, "dark")])
def test_nothing_on_a_photo(shade: int, reason: str) -> None:
    """An empty page, and a photo in the dark."""
    out = io.BytesIO()
    Image.new("RGB", (900, 1200), (shade, shade, shade)).save(out, "JPEG")
    assert read_seen([out.getvalue()])[0].reason == reason


def black_share(picture: bytes, spot: tuple[float, float, float, float], scale: float) -> float:
    """How much of a spot is black."""
    left, top, right, bottom = (round(side * scale) for side in spot)
    return float((np.asarray(Image.open(io.BytesIO(picture)).convert("L"))[top:bottom, left:right] < 40).mean())


def test_a_bsn_is_covered_on_the_picture_that_is_kept() -> None:
    """Of a photo and of a PDF with text; nothing that the phone noted is in the picture."""
    for reading, pages in (seen("afas", 5, photos.MESSENGER), text_of_pdf([payslip("afas", 5)[0]])):
        (kept,) = pictures_of(reading, pages).pages
        assert kept
        (page,) = pages
        spots = [word.spot for row in page.page.rows for word in row if word.text.startswith("9999")]
        width = page.photo.picture.shape[1] if page.photo else page.page.width
        (spot,) = [spot for spot in spots if spot]
        assert black_share(kept, spot, Image.open(io.BytesIO(kept)).width / width) > 0.9
        assert b"Verzonnen" not in kept


ROW = 12.0


def line(y: int, *texts: str) -> tuple[Word, ...]:
    """Words of one row, each with a spot."""
    places = [(40.0 + 120 * number, 100.0 + 120 * number) for number in range(len(texts))]
    return tuple(
        Word(text, left, right, ROW * y, 9, y, spot=(left, ROW * y - 9, right, ROW * y))
        for text, (left, right) in zip(texts, places, strict=True)
    )


@pytest.mark.parametrize(
    "rows",
    [
        [("BSN", "999990019")],
        [("Burgerservicenummer", "9999.90.019")],
        [("BSN:", "99999OO19")],
        [("Naam", "BSN"), ("A. Verzonnen", "999990019")],
        [("x", "999990019")],
        [("BSN", "99999001")],
    ],
)
def test_whatever_may_be_a_bsn_is_covered(rows: list[tuple[str, ...]]) -> None:
    """With and without a label, above or beside, also when a digit was read as a letter or not at all."""
    assert bsn_spots([line(number, *texts) for number, texts in enumerate(rows)])


@pytest.mark.parametrize("text", ["1.234.567,89", "12-10-2026", "000123", "NL91ABNA0417164300", "999990019L01"])
def test_other_numbers_stay_visible(text: str) -> None:
    """A person must be able to check the amounts."""
    assert bsn_spots([line(0, "Totaal", text)]) == []


def test_a_field_knows_its_spot_on_the_paper() -> None:
    """The words of a value, near its label."""
    pdf, truth = payslip("afas", 5)
    sheet, (slip,) = Sheet(stack([page.rows for page in pages_of(pdf)])), read_documents([pdf]).payslips
    names = ("employer", "paid_on", "hours")
    found = {name: " ".join(word.text for word in words_of(sheet, slip, name)) for name in names}
    assert found["employer"] == truth["employer"]
    assert found["hours"].replace(",", ".").startswith(f"{truth['hours']:g}"[:4])
    assert found["paid_on"]


def test_an_amount_that_no_sum_proves_is_asked_with_a_cut_out() -> None:
    """On a photo it is never taken for certain."""
    pages, _ = drawn("small", 4)
    pages[0].parts = [part for part in pages[0].parts if "(Loonheffing" not in part]
    reading, read = read_seen([photos.photo(write(pages), photos.MESSENGER, 7)])
    sure = reading.payslips[0].confidence
    unproven = [name for name in ("gross_cents", "net_cents", "paid_cents") if sure[name] < 0.99]
    assert unproven
    assert all(sure[name] < 0.8 for name in unproven)
    assert {name for _, name, _ in pictures_of(reading, read).cut_outs} & set(unproven)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (hostile.picture("JPEG")[:300], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "damaged"),
    ],
)
def test_a_damaged_photo_is_refused(data: bytes, reason: str) -> None:
    """One sentence, no exception."""
    assert read_seen([data])[0] == Reading("refused", reason)


def test_a_picture_that_is_too_large_is_not_opened() -> None:
    """Its size is in the first bytes."""
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    assert read_seen([out.getvalue()])[0] == Reading("refused", "too_many_pixels")


async def test_the_worker_for_photos_starts_when_a_photo_comes_and_stays_small_enough() -> None:
    """A bot without photos never loads the models; a page takes less than a gigabyte."""
    async with PayslipReader() as reader:
        await reader.read([payslip("afas", 5)[0]])
        assert reader._photos.all[0]._process is None
        told = await reader.see([photos.photo(payslip("afas", 5)[0], photos.MESSENGER, 5)])
        assert told.reading.kind == "payslip"
        assert len(told.pages) == 1
        assert "9999" not in json.dumps(told.reading.to_json())


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models load without a network, and the package that could download is not even imported."""

    def refused(*args: object, **more: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket.socket, "connect", refused)
    models.models.cache_clear()
    assert len(models.models().characters) > 1000
    assert "rapidocr" not in sys.modules
