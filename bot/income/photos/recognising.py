"""What a line of print says, letter by letter, with where each letter is and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from bot.income.photos.detecting import Box, Pixels
from bot.income.photos.models import Floats, models

_HEIGHT, _BATCH, _WIDEST = 48, 6, 3200
_SPELLING = str.maketrans("，．：；（）％－＋／＝€′´`“”【】", ",.:;()%-+/=€'''\"\"[]")


@dataclass(frozen=True, slots=True)
class Letter:
    """One character; `at` is its middle along the line (0..1), `sure` 0..1."""

    text: str
    at: float
    sure: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was read."""

    box: Box
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """The line as printed."""
        return "".join(letter.text for letter in self.letters)

    @property
    def sure(self) -> float:
        """How sure the line is as a whole: the mean of its letters."""
        return float(np.mean([letter.sure for letter in self.letters])) if self.letters else 0.0


def lines_of(picture: Pixels, boxes: Sequence[Box]) -> list[Line]:
    """What the boxes say, in the order of the boxes; an empty line has no letters."""
    strips = [strip(picture, box) for box in boxes]
    order = sorted(range(len(boxes)), key=lambda index: strips[index].shape[1])
    letters: dict[int, tuple[Letter, ...]] = {}
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        letters.update(zip(batch, _read([strips[index] for index in batch]), strict=True))
    return [Line(box, letters[index]) for index, box in enumerate(boxes)]


def strip(picture: Pixels, box: Box) -> Pixels:
    """The line made straight, as high as the recogniser wants it."""
    width = int(min(_WIDEST, max(16, round(_HEIGHT * box.width / max(box.height, 1.0)))))
    target = np.array([[0, 0], [width, 0], [width, _HEIGHT], [0, _HEIGHT]], np.float32)
    bend = cv2.getPerspectiveTransform(box.corners, target)
    flags, border = cv2.INTER_CUBIC, cv2.BORDER_REPLICATE
    return np.asarray(cv2.warpPerspective(picture, bend, (width, _HEIGHT), flags=flags, borderMode=border), np.uint8)


def _read(strips: Sequence[Pixels]) -> list[tuple[Letter, ...]]:
    widest = max(each.shape[1] for each in strips)
    batch = np.zeros((len(strips), 3, _HEIGHT, widest), np.float32)
    for index, each in enumerate(strips):
        batch[index, :, :, : each.shape[1]] = (each.astype(np.float32) / 255.0 - 0.5).transpose(2, 0, 1) / 0.5
    chances = models().recognise(batch)
    return [_letters(chance, widest / each.shape[1]) for chance, each in zip(chances, strips, strict=True)]


def _letters(chances: Floats, stretch: float) -> tuple[Letter, ...]:
    """Repeats and blanks are dropped; a character lasts as long as it stays the most likely."""
    best, sure = chances.argmax(1), chances.max(1)
    steps, characters = len(best), models().characters
    starts = [step for step in range(steps) if best[step] and (step == 0 or best[step] != best[step - 1])]
    found = []
    for step in starts:
        end = next((later for later in range(step + 1, steps) if best[later] != best[step]), steps)
        text = characters[best[step]].translate(_SPELLING) if best[step] < len(characters) else "?"
        middle = (step + end) / 2 / steps * stretch
        found.append(Letter(text, min(middle, 1.0), float(sure[step:end].max())))
    return tuple(found)
