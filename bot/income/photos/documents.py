"""From the bytes of photos and scans to what they say. Runs only in the process that reads files of strangers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pypdfium2 as pdfium

from bot.income.papers import lookalikes
from bot.income.papers.pdf_words import Page, PaperError, pages_of
from bot.income.papers.sheet import Sheet
from bot.income.papers.slips import read_pages
from bot.income.papers.sniffing import MAX_PAGES, sniff
from bot.income.papers.words import stack
from bot.income.payslip import Payslip, Reading
from bot.income.photos.detecting import Pixels
from bot.income.photos.page import PhotoPage, read_photo
from bot.income.photos.preparing import limited, opened
from bot.income.photos.quality import Problem, problem_of

DOTS = 200
"""Dots an inch at which a page of a PDF is made a picture."""


@dataclass(frozen=True)
class Seen:
    """One page: its words, and the photo they came from (None: page `index` of a PDF with text, `data`)."""

    page: Page
    data: bytes = field(default=b"", repr=False)
    index: int = 0
    photo: PhotoPage | None = None
    problem: Problem | None = None


def read_seen(documents: Sequence[bytes]) -> tuple[Reading, list[Seen]]:
    """What the files say, in order as the pages of one payslip, and every page. Any file gives a Reading."""
    try:
        seen = [each for data in documents for each in _pages(data)]
    except PaperError as refusal:
        return Reading.from_json({"kind": refusal.kind, "reason": refusal.reason}), []
    if len(seen) > MAX_PAGES:
        return Reading("refused", "too_many_pages"), []
    reading = read_pages([each.page for each in seen], together=len(documents) > 1)
    return _weighed(reading, seen), seen


def read_text(documents: Sequence[bytes]) -> tuple[Reading, list[Seen]]:
    """As `read_seen`, for PDFs that have text: nothing is recognised."""
    seen = [Seen(page, data, index) for data in documents for index, page in enumerate(pages_of(data))]
    return read_pages([each.page for each in seen], together=len(documents) > 1), seen


def _pages(data: bytes) -> Iterator[Seen]:
    kind = sniff(data)
    if kind == "pdf":
        yield from _pdf(data)
    elif kind is None:
        raise PaperError("refused", "type_not_supported")
    else:
        yield _photo(opened(data))


def _pdf(data: bytes) -> Iterator[Seen]:
    for index, page in enumerate(pages_of(data)):
        sheet = Sheet(stack([page.rows]))
        real = lookalikes.has_words(sheet) and (not page.pictures or lookalikes.payroll_words(sheet) >= 3)
        yield Seen(page, data, index) if real else _photo(rendered(data, index), page.hidden)


def rendered(data: bytes, index: int) -> Pixels:
    """A page of a PDF as a picture; forms and scripts are never opened."""
    try:
        document = pdfium.PdfDocument(data)
        try:
            return limited(document[index].render(scale=DOTS / 72, may_draw_forms=False).to_pil().convert("RGB"))
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        raise PaperError("refused", "damaged") from error


def _photo(picture: Pixels, hidden: bool = False) -> Seen:
    photo = read_photo(np.ascontiguousarray(picture))
    return Seen(Page(photo.rows, hidden, pictures=True), photo=photo, problem=problem_of(photo))


def _weighed(reading: Reading, seen: Sequence[Seen]) -> Reading:
    """A photo that is not good enough does not count, unless the sums prove what was read on it."""
    bad = [(number, each.problem) for number, each in enumerate(seen, 1) if each.problem]
    if not bad:
        return reading
    if reading.kind == "payslip" and all(map(_complete, reading.payslips)):
        codes = [f"page_{number}:{problem.code}" for number, problem in bad]
        return replace(reading, warnings=(*reading.warnings, *codes))
    if reading.kind == "not_payslip" and reading.reason != "other" and bad[0][1].code == "cut_off":
        return reading
    number, problem = bad[0]
    empty = len(bad) == len(seen) and all(each.code in ("blank", "no_print") for _, each in bad)
    return Reading("not_payslip" if empty else "unreadable", problem.code, (), (f"page:{number}",))


def _complete(slip: Payslip) -> bool:
    proven = all(slip.confidence.get(name, 0) >= 0.99 for name in ("net_cents", "paid_cents"))
    return proven and slip.period is not None and slip.gross_cents is not None
