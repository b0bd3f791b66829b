"""A photo made ready to be read: opened safely, upright by its own note, not too large, light made even."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from bot.income.papers.pdf_words import PaperError
from bot.income.photos.detecting import Pixels

pi_heif.register_heif_opener(thumbnails=False)

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
MAX_PIXELS = 50_000_000
LONGEST = 3300
"""Pixels of the longest side that is kept for reading: an A4 at 280 dots an inch."""

_SHORTEST = 32
_BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, RuntimeError)


def opened(data: bytes) -> Pixels:
    """The picture in blue, green and red; raises PaperError. What else is in the file is left behind."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PaperError("refused", "too_many_pixels")
            if min(image.size) < _SHORTEST:
                raise PaperError("refused", "too_few_pixels")
            image.draft("RGB", (LONGEST, LONGEST))
            return limited(_flat(ImageOps.exif_transpose(image)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PaperError("refused", "too_many_pixels") from error
    except _BROKEN as error:
        raise PaperError("refused", "damaged") from error


def limited(image: Image.Image) -> Pixels:
    """Not larger than is useful."""
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def _flat(image: Image.Image) -> Image.Image:
    """Without transparency: on white, as paper."""
    if image.mode in ("RGBA", "LA", "P", "PA"):
        sheet = Image.new("RGBA", image.size, "white")
        sheet.alpha_composite(image.convert("RGBA"))
        image = sheet
    return image.convert("RGB")


def evened(picture: Pixels) -> Pixels:
    """The picture divided by its background: shadows and yellow light go, print stays."""
    height, width = picture.shape[:2]
    scale = 400 / max(height, width)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 21)
    light = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(picture, np.maximum(light, 1), scale=245), np.uint8)
