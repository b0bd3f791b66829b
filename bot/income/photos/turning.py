"""Which side of a photo is up, told by the lines of print themselves."""

from __future__ import annotations

import cv2
import numpy as np

from bot.income.photos.detecting import Box, Pixels
from bot.income.photos.recognising import Line, lines_of

_TRIED, _LENGTH = 8, 6.0  # lines that are read both ways; about ten letters say enough
_CERTAIN = 0.97
_CODES = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)


def turns_of(picture: Pixels, boxes: list[Box]) -> int:
    """How many quarters, clockwise, the picture must be turned to be read from left to right."""
    if not boxes:
        return 0
    standing = sum(box.width for box in boxes if abs(np.sin(box.slope)) > np.sin(np.pi / 4))
    quarter = standing > sum(box.width for box in boxes) / 2
    telling = sorted(boxes, key=lambda box: abs(box.width / max(box.height, 1) - _LENGTH))[:_TRIED]
    # A standing line is read as if the picture were turned clockwise: upwards becomes to the right.
    first = [_along(box, -np.pi / 2 if quarter else 0.0) for box in telling]
    return (1 if quarter else 0) + (2 if _upside_down(picture, first) else 0)


def turned_by(picture: Pixels, quarters: int) -> Pixels:
    """The picture turned clockwise by one, two or three quarters."""
    return np.ascontiguousarray(cv2.rotate(picture, _CODES[quarters - 1]))


def _upside_down(picture: Pixels, boxes: list[Box]) -> bool:
    read = lines_of(picture, boxes)
    if sum(line.sure > _CERTAIN and len(line.letters) > 3 for line in read) > len(read) / 2:
        return False  # upside down hardly any line is read with certainty
    other = lines_of(picture, [Box(np.roll(box.corners, 2, axis=0)) for box in boxes])
    return _score(other) > _score(read)


def _score(lines: list[Line]) -> float:
    return sum(line.sure * len(line.letters) for line in lines)


def _along(box: Box, direction: float) -> Box:
    """The same box, its corners so that the line runs in this direction."""
    turns = round((direction - box.slope) / (np.pi / 2)) % 4
    return Box(np.roll(box.corners, -turns, axis=0)) if turns else box
