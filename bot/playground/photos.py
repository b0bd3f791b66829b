"""Photos as Telegram hands them on: made upright, re-encoded as JPEG, in up to three sizes."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageOps

from bot.playground.files import Files, described
from bot.playground.refusals import bad_request

_SIDES = (90, 1280, 2560)  # thumbnail, what messengers show, the most that Telegram keeps
_QUALITY = 87
_MOST_BYTES = 10 * 1024 * 1024
_MOST_SIDES = 10_000  # width and height together
_MOST_RATIO = 20


def sizes(content: bytes) -> list[tuple[bytes, int, int]]:
    """JPEG bytes, width and height per size, small to large. Slow: call it in a thread."""
    if len(content) > _MOST_BYTES:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {_MOST_BYTES} bytes"
        )
    picture = _opened(content)
    made = []
    largest = max(picture.size)
    for place, side in enumerate(_SIDES):
        if place and largest <= _SIDES[place - 1]:
            break  # a larger size would be the same picture
        made.append(_jpeg(picture, side))
    return made


def keep(files: Files, made: list[tuple[bytes, int, int]]) -> list[dict[str, Any]]:
    """Store the sizes; the `photo` list of a message."""
    kept = []
    for content, width, height in made:
        stored = files.put(content, "photos", "photo.jpg", "image/jpeg")
        kept.append({**described(stored), "width": width, "height": height})
    return kept


def _opened(content: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
            if width + height > _MOST_SIDES or max(width, height) > _MOST_RATIO * min(width, height):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise bad_request("IMAGE_PROCESS_FAILED") from problem


def _jpeg(picture: Image.Image, side: int) -> tuple[bytes, int, int]:
    small = picture.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue(), small.width, small.height
