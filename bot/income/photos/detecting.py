"""Where lines of print are on a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.income.photos.models import Floats, models

SIDE = 1280
"""Pixels of the longest side at which print is looked for; more costs time and finds little."""

_PRINT, _SURE, _GROW, _SMALLEST, _MOST = 0.3, 0.5, 1.6, 3.0, 1000

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Box:
    """A line of print: its corners from top left, clockwise, as the line is read; in pixels."""

    corners: Floats

    @property
    def width(self) -> float:
        """Along the line."""
        return float(np.linalg.norm(self.corners[1] - self.corners[0]))

    @property
    def height(self) -> float:
        """Across the line."""
        return float(np.linalg.norm(self.corners[3] - self.corners[0]))

    @property
    def slope(self) -> float:
        """The direction of the line in radians; 0 is to the right, positive goes down."""
        along = self.corners[1] - self.corners[0]
        return float(np.arctan2(along[1], along[0]))


def boxes_on(picture: Pixels) -> list[Box]:
    """The lines of print on a picture in colours; reading direction is the long side of each."""
    height, width = picture.shape[:2]
    ratio = min(1.0, SIDE / max(height, width))
    small = [max(32, round(side * ratio / 32) * 32) for side in (width, height)]
    resized = cv2.resize(picture, small, interpolation=cv2.INTER_AREA)
    chances = models().detect(_as_input(np.asarray(resized, np.uint8)))
    scale = np.array([width / small[0], height / small[1]], np.float32)
    return [Box((corners * scale).astype(np.float32)) for corners in _found(chances)]


def _as_input(picture: Pixels) -> Floats:
    pixels = (picture.astype(np.float32) / 255.0 - 0.5) / 0.5
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)[np.newaxis], np.float32)


def _found(chances: Floats) -> Iterator[Floats]:
    mask = cv2.dilate((chances > _PRINT).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for each in contours[:_MOST]:
        contour = np.asarray(each, np.int32)
        (x, y), (one, other), angle = _around(contour)
        if min(one, other) < _SMALLEST or _chance_in(chances, contour) < _SURE:
            continue
        grown = one * other * _GROW / (2 * (one + other)) * 2  # the model marks the middle of the letters
        corners = cv2.boxPoints(((x, y), (one + grown, other + grown), angle))
        yield _ordered(np.asarray(corners, np.float32))


def _around(contour: NDArray[np.int32]) -> tuple[tuple[float, float], tuple[float, float], float]:
    """The rectangle along the line of print: (middle, sides, degrees). The smallest one leans to tall letters."""
    (x, y), (one, other), degrees = cv2.minAreaRect(contour)
    if max(one, other) < 3 * min(one, other):
        return (x, y), (one, other), degrees
    moments = cv2.moments(contour)
    angle = np.arctan2(2 * moments["mu11"], moments["mu20"] - moments["mu02"]) / 2
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    points = contour[:, 0] @ turn.T
    low, high = points.min(0), points.max(0)
    middle, sides = (low + high) / 2 @ turn, high - low
    return (float(middle[0]), float(middle[1])), (float(sides[0]), float(sides[1])), float(np.degrees(angle))


def _chance_in(chances: Floats, contour: NDArray[np.int32]) -> float:
    x, y, width, height = cv2.boundingRect(contour)
    mask = np.zeros((height, width), np.uint8)
    cv2.fillPoly(mask, [contour - [x, y]], 1)
    return float(cv2.mean(chances[y : y + height, x : x + width], mask)[0])


def _ordered(corners: Floats) -> Floats:
    """From top left, clockwise, with the long side along the line; a single upright letter is read to the right."""
    by_angle = corners[np.argsort(np.arctan2(*(corners - corners.mean(0)).T[::-1]))]  # clockwise on a screen
    first = int(np.argmin(by_angle.sum(1)))
    ordered = np.roll(by_angle, -first, axis=0)
    along, across = np.linalg.norm(ordered[1] - ordered[0]), np.linalg.norm(ordered[3] - ordered[0])
    return np.roll(ordered, -1, axis=0) if across > 2.5 * along else ordered
