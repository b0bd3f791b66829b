"""The visible words of a PDF. Scripts, forms and attachments are never opened; invisible text is left out."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from bot.income.papers.sniffing import MAX_PAGES
from bot.income.papers.words import Glyph, Row, Spot, rows_of

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
    """The rows of one page; `hidden`: it also has text that nobody sees; `pictures`: it has images,
    which take the share `pictured` (0..1) of the page.

    The spots of words are in a picture of the page that is `width` wide (0: in pixels of the photo itself).
    """

    rows: list[Row]
    hidden: bool = False
    pictures: bool = False
    width: float = 0.0
    pictured: float = 0.0


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
    found = list(_characters(text, _to_picture(page)))
    turn = Counter(turned for turned, visible, _ in found if visible).most_common(1)
    upright = [glyph for turned, visible, glyph in found if visible and turn and turned == turn[0][0]]
    hidden = any(not visible and not glyph.text.isspace() for _, visible, glyph in found)
    pictures = list(_pictures(page))
    return Page(rows_of(upright), hidden, bool(pictures), page.get_width(), min(sum(pictures), 1.0))


_ToPicture = Callable[[raw.FS_RECTF], Spot]
_FINE = 100  # steps to a point: pdfium gives whole pixels


def _to_picture(page: pdfium.PdfPage) -> _ToPicture:
    """From the coordinates of a page to those of its picture, at one pixel a point."""
    width, height = (round(side * _FINE) for side in page.get_size())
    x, y = ctypes.c_int(), ctypes.c_int()

    def place(px: float, py: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, px, py, x, y)
        return x.value / _FINE, y.value / _FINE

    (ox, oy), (xx, xy), (yx, yy) = place(0, 0), place(100, 0), place(0, 100)
    turn = ((xx - ox) / 100, (xy - oy) / 100, (yx - ox) / 100, (yy - oy) / 100)

    def spot(box: raw.FS_RECTF) -> Spot:
        corners = [
            (ox + a * turn[0] + b * turn[2], oy + a * turn[1] + b * turn[3])
            for a, b in ((box.left, box.bottom), (box.right, box.top))
        ]
        (left, top), (right, bottom) = corners
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    return spot


def _pictures(page: pdfium.PdfPage) -> Iterator[float]:
    """The share of the page that each image takes; an image inside a form may be of any size, so it counts whole."""
    width, height = page.get_size()
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = piece.get_bounds()
        yield 1.0 if piece.level else max(0.0, (right - left) * (top - bottom) / (width * height))


def _characters(text: pdfium.PdfTextPage, to_picture: _ToPicture) -> Iterator[tuple[int, bool, Glyph]]:
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
        glyph = _glyph(character, box, x.value, y.value, turn)
        yield turn, _is_visible(text, index, visible), replace(glyph, spot=to_picture(box))


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
