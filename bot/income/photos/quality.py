"""Whether a photo can be trusted, and if not, what would make a better one."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from bot.income.papers.words import Spot
from bot.income.photos.detecting import Pixels
from bot.income.photos.page import PhotoPage
from bot.income.photos.preparing import evened
from bot.income.photos.recognising import Line

SURE = 0.95
"""Below this mean of all letters, fields go missing or wrong (measured, docs/decisions/0010)."""

_FEWEST_LINES = 6
_DARK = 95.0  # brightness (0..255) of the paper
_SMALL = 15.0  # pixels of the height of a line of print
_EDGE = 0.012  # of the picture: print this close to the frame goes on outside it
_SMUDGE = 0.85  # brightness, against paper, of print that ran out of focus


@dataclass(frozen=True, slots=True)
class Problem:
    """`code`: dark, blurred, small, cut_off, blank or no_print. `spot` is where, when it is one place."""

    code: str
    spot: Spot | None = None


def problem_of(page: PhotoPage) -> Problem | None:
    """What is wrong with the picture; None when its reading counts."""
    read = [line for line in page.lines if line.text.strip()]
    if len(read) < _FEWEST_LINES:
        return _empty(page)
    if page.sure < SURE:
        return _hard_to_read(page, read)
    return cut_off(page, read)


def cut_off(page: PhotoPage, read: list[Line]) -> Problem | None:
    """Print that touches the frame: the camera did not see all of it."""
    height, width = page.picture.shape[:2]
    sides = {"left": 0.0, "right": 0.0, "top": 0.0, "bottom": 0.0}
    for line in read:
        x, y = line.box.corners[:, 0] / width, line.box.corners[:, 1] / height
        for side, near in (("left", x.min()), ("right", 1 - x.max()), ("top", y.min()), ("bottom", 1 - y.max())):
            sides[side] += (near < _EDGE) * len(line.text)
    side, letters = max(sides.items(), key=lambda each: each[1])
    if letters < 2:
        return None
    spots = {
        "left": (0, 0, width * 0.12, height),
        "right": (width * 0.88, 0, width, height),
        "top": (0, 0, width, height * 0.1),
        "bottom": (0, height * 0.9, width, height),
    }
    left, top, right, bottom = spots[side]
    return Problem("cut_off", (float(left), float(top), float(right), float(bottom)))


def _hard_to_read(page: PhotoPage, read: list[Line]) -> Problem:
    if _paper_light(page.picture) < _DARK:
        return Problem("dark")
    if float(np.median([line.box.height for line in read])) < _SMALL:
        return Problem("small", _around(read))
    worst = sorted(read, key=lambda line: line.sure)[: max(3, len(read) // 4)]
    return Problem("blurred", _around(worst))


def _empty(page: PhotoPage) -> Problem:
    """Hardly any print: nothing there, a photo of something else, or too dark or blurred to see it."""
    if _paper_light(page.picture) < _DARK:
        return Problem("dark")
    if not _is_paper(page.picture):
        return Problem("small" if page.lines else "no_print")
    small = cv2.GaussianBlur(cv2.cvtColor(evened(_reduced(page.picture)), cv2.COLOR_BGR2GRAY), (0, 0), 2)
    inner = small[small.shape[0] // 8 : -small.shape[0] // 8, small.shape[1] // 5 : -small.shape[1] // 5]
    smudged = float(np.percentile(inner, 0.5)) < _SMUDGE * 245
    return Problem("blurred" if smudged else "blank")


def _paper_light(picture: Pixels) -> float:
    """How bright the brightest part is: paper, when there is paper."""
    return float(np.percentile(cv2.cvtColor(_reduced(picture), cv2.COLOR_BGR2GRAY), 97))


def _is_paper(picture: Pixels) -> bool:
    """Whether most of the middle is one even, pale surface."""
    colours = cv2.cvtColor(_reduced(picture), cv2.COLOR_BGR2HSV)
    height, width = colours.shape[:2]
    middle = colours[height // 5 : -height // 5, width // 5 : -width // 5]
    return float(((middle[:, :, 1] < 70) & (middle[:, :, 2] > 110)).mean()) > 0.6


def _reduced(picture: Pixels) -> Pixels:
    scale = 500 / max(picture.shape[:2])
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _around(lines: list[Line]) -> Spot:
    corners = np.concatenate([line.box.corners for line in lines])
    (left, top), (right, bottom) = corners.min(0), corners.max(0)
    return float(left), float(top), float(right), float(bottom)
