"""The pictures that leave the worker: pages to keep for the desk, cut-outs of doubtful fields, and a hint.

All are made anew from pixels, so nothing of the original file is in them, and every place where a citizen
service number may stand is black. A page that could not be read well has no picture: nobody can say what to cover.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from bot.income.papers.covering import bsn_spots, is_mostly_digits
from bot.income.papers.sheet import Sheet
from bot.income.papers.spots import words_of
from bot.income.papers.words import PAGE_HEIGHT, Spot, around, stack
from bot.income.payslip import Payslip, Reading
from bot.income.photos.documents import Seen, rendered

DOUBTFUL = 0.8
"""Below this a field is shown to the client as a cut-out."""

KEPT_SIDE = 2000
"""Pixels of the longest side of a page that is kept for the desk."""

MOST_PICTURED = 0.15
"""The share of a page of a PDF that pictures may take: a logo, no scan."""

BADLY_READ = 0.8
"""A line of digits that was read worse than this (0..1) is covered whatever it seems to say."""

_MOST_CUT_OUTS, _HINT_SIDE, _QUALITY = 4, 900, 82
_SHOWN = ("employer", "period", "paid_on", "gross_cents", "wage_tax_cents", "net_cents", "paid_cents", "hours")


@dataclass(frozen=True)
class Pictures:
    """JPEGs; a page whose covering cannot be trusted is None. `cut_outs`: (payslip number from 0, field, picture).

    `hint` shows what is wrong with a photo.
    """

    pages: list[bytes | None] = field(default_factory=list)
    cut_outs: list[tuple[int, str, bytes]] = field(default_factory=list)
    hint: bytes | None = None

    def to_json(self) -> dict[str, Any]:
        """For the way out of the worker."""
        return {
            "pages": [_text(picture) if picture else None for picture in self.pages],
            "cut_outs": [[number, name, _text(picture)] for number, name, picture in self.cut_outs],
            "hint": _text(self.hint) if self.hint else None,
        }


def _text(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


def pictures_of(reading: Reading, seen: Sequence[Seen]) -> Pictures:
    """The pictures of what was read, in the order of the pages."""
    if not seen:
        return Pictures()
    covered = [_covered(each) for each in seen]
    kept = [
        _jpeg(image, KEPT_SIDE) if can_be_covered(each) else None for each, image in zip(seen, covered, strict=True)
    ]
    return Pictures(kept, _cut_outs(reading, seen, covered), _hint(seen, covered))


def cut_outs(each: Seen, spots: Sequence[Spot]) -> list[bytes]:
    """Each of these spots of a page in a frame, with what must be covered black."""
    if not spots:
        return []
    image = _covered(each)
    scale = _scale(each, image)
    places = [(left * scale, top * scale, right * scale, bottom * scale) for left, top, right, bottom in spots]
    return [_jpeg(_cut(image, place), 1000) for place in places]


def can_be_covered(each: Seen) -> bool:
    """Whether the page was read so well that what is not black on it is no citizen service number.

    A photo that only misses an edge was read well. Of a PDF with text, what stands in a large picture was not read.
    """
    if each.photo is None:
        return each.page.pictured < MOST_PICTURED
    return each.problem is None or each.problem.code == "cut_off"


def _covered(each: Seen) -> Image.Image:
    pixels = each.photo.picture if each.photo else rendered(each.data, each.index)
    image = Image.fromarray(np.ascontiguousarray(pixels[:, :, ::-1]))
    draw, scale = ImageDraw.Draw(image), _scale(each, image)
    for spot in bsn_spots(each.page.rows, doubtful=each.problem is not None):
        left, top, right, bottom = (side * scale for side in spot)
        more = (bottom - top) * 0.35
        draw.rectangle((left - more, top, right + more, bottom), fill="black")
    for line in each.photo.lines if each.photo else ():
        if line.sure < BADLY_READ and is_mostly_digits(line.text):
            draw.polygon([(float(x), float(y)) for x, y in line.box.corners], fill="black")
    return image


def _scale(each: Seen, image: Image.Image) -> float:
    return image.width / each.page.width if each.page.width else 1.0


def _cut_outs(reading: Reading, seen: Sequence[Seen], covered: Sequence[Image.Image]) -> list[tuple[int, str, bytes]]:
    """Of two payslips on one page there are none: the same words stand on both."""
    found, pages = [], [page for slip in reading.payslips for page in slip.pages]
    for number, slip in enumerate(reading.payslips):
        if any(pages.count(page) > 1 for page in slip.pages):
            continue
        sheet = Sheet(stack([seen[page - 1].page.rows for page in slip.pages]))
        for name in _doubtful(slip):
            spot, stacked = spot_of(sheet, slip, name)
            if spot is not None:
                page = slip.pages[stacked] - 1
                scale = _scale(seen[page], covered[page])
                picture = _cut(covered[page], tuple(side * scale for side in spot))  # type: ignore[arg-type]
                found.append((number, name, _jpeg(picture, 1000)))
    return found[: _MOST_CUT_OUTS * max(len(reading.payslips), 1)]


def _doubtful(slip: Payslip) -> list[str]:
    unsure = [name for name in _SHOWN if getattr(slip, name) is not None and slip.confidence.get(name, 0) < DOUBTFUL]
    return sorted(unsure, key=lambda name: slip.confidence.get(name, 0))[:_MOST_CUT_OUTS]


def spot_of(sheet: Sheet, slip: Payslip, name: str) -> tuple[Spot | None, int]:
    """Where a field stands, and on which of the stacked pages."""
    words = words_of(sheet, slip, name)
    spot = around([word.spot for word in words if word.spot])
    return spot, int(words[0].y // PAGE_HEIGHT) if words else 0


def _cut(image: Image.Image, spot: Spot) -> Image.Image:
    """The spot in a frame, with its row and the rows around it, so that the label is on the picture too."""
    left, top, right, bottom = spot
    high = bottom - top
    marked = image.copy()
    frame = (left - high * 0.3, top - high * 0.1, right + high * 0.3, bottom + high * 0.1)
    ImageDraw.Draw(marked).rectangle(frame, outline=(214, 40, 40), width=max(2, round(high / 12)))
    wide = max(image.width * 0.6, right - left + 6 * high)
    middle = (left + right) / 2
    start = min(max(0.0, middle - wide * 0.7), max(0.0, image.width - wide))
    above, below = max(0.0, top - 2.2 * high), min(image.height, bottom + 2.2 * high)
    return marked.crop((round(start), round(above), round(min(image.width, start + wide)), round(below)))


def _hint(seen: Sequence[Seen], covered: Sequence[Image.Image]) -> bytes | None:
    """The first page that is not good enough, small, with the spot in a red frame."""
    index = next((index for index, each in enumerate(seen) if each.problem), None)
    if index is None:
        return None
    image, problem = covered[index].copy(), seen[index].problem
    if problem and problem.spot:
        width = max(4, round(max(image.size) / 120))
        left, top, right, bottom = problem.spot
        inside = (max(left, 0), max(top, 0), min(right, image.width - 1), min(bottom, image.height - 1))
        ImageDraw.Draw(image).rectangle(inside, outline=(214, 40, 40), width=width)
    return _jpeg(image, _HINT_SIDE)


def _jpeg(image: Image.Image, side: int) -> bytes:
    image = image.copy()
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
