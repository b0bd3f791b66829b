"""The visible words of a PDF. Scripts, forms and attachments are never opened; invisible text is left out."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from bot.income.papers.sniffing import MAX_PAGES
from bot.income.papers.words import Glyph, Row, rows_of

MAX_GLYPHS = 30_000
"""Characters on one page; a full payslip has about 3,000."""

_MIN_SIDE, _MAX_SIDE = 50.0, 3000.0
_HYPHENS = (0x02, 0xAD, 0xFFFE)
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


class PaperError(Exception):
    """This PDF is not read. `kind` and `reason` are those of a Reading."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page; `hidden`: it also has text that nobody sees; `pictures`: it has images."""

    rows: list[Row]
    hidden: bool = False
    pictures: bool = False


def pages_of(data: bytes) -> list[Page]:
    """All pages of a PDF; raises PaperError."""
    document = _open(data)
    try:
        if len(document) > MAX_PAGES:
            raise PaperError("refused", "too_many_pages")
        if document.get_formtype() in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
            raise PaperError("refused", "type_not_supported")
        return [_page(document[index]) for index in range(len(document))]
    except pdfium.PdfiumError as error:
        raise PaperError("refused", "damaged") from error
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        if len(document) == 0:
            raise PaperError("refused", "empty")
        return document
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise PaperError("encrypted", "encrypted") from error
        raise PaperError("refused", "damaged") from error


def _page(page: pdfium.PdfPage) -> Page:
    if not all(_MIN_SIDE <= side <= _MAX_SIDE for side in page.get_size()):
        raise PaperError("refused", "page_size")
    text = page.get_textpage()
    if raw.FPDFText_CountChars(text) > MAX_GLYPHS:
        raise PaperError("refused", "too_heavy")
    found = list(_characters(text))
    turn = Counter(turned for turned, visible, _ in found if visible).most_common(1)
    upright = [glyph for turned, visible, glyph in found if visible and turn and turned == turn[0][0]]
    hidden = any(not visible and not glyph.text.isspace() for _, visible, glyph in found)
    return Page(rows_of(upright), hidden, _has_pictures(page))


def _has_pictures(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))


def _characters(text: pdfium.PdfTextPage) -> Iterator[tuple[int, bool, Glyph]]:
    """Every character: its quarter turn (0..3), whether a reader sees it, and where it stands."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    visible: dict[int, bool] = {}
    for index in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, index)
        character = "-" if code in _HYPHENS else chr(code)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        turn = round(raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
        yield turn, _is_visible(text, index, visible), _glyph(character, box, x.value, y.value, turn)


def _is_visible(text: pdfium.PdfTextPage, index: int, known: dict[int, bool]) -> bool:
    piece = raw.FPDFText_GetTextObject(text, index)
    address = ctypes.addressof(piece.contents) if piece else 0
    if address not in known:
        known[address] = not piece or raw.FPDFTextObj_GetTextRenderMode(piece) not in _INVISIBLE
    return known[address]


def _glyph(character: str, box: raw.FS_RECTF, x: float, y: float, turn: int) -> Glyph:
    """The character as if the page were upright: x to the right, y downwards."""
    sides = {
        0: (box.left, box.right, -y),
        1: (box.bottom, box.top, x),
        2: (-box.right, -box.left, y),
        3: (-box.top, -box.bottom, -x),
    }
    x0, x1, baseline = sides[turn]
    height = abs(box.top - box.bottom) if turn % 2 == 0 else abs(box.right - box.left)
    return Glyph(character, x0, x1, baseline, max(height * 0.85, 1.0))
