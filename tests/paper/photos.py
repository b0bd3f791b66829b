"""A camera for invented papers: perspective, shadow, fold, blur, noise, darkness, and what a messenger does to it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
from PIL import Image

_DESK = ((92, 110, 128), (60, 84, 120), (150, 150, 148), (40, 42, 48), (170, 190, 205))


@dataclass(frozen=True)
class Camera:
    """How a photo is taken. Lengths are shares of the paper; `longest` is in pixels."""

    longest: int = 2600
    margin: float = 0.06
    tilt: float = 0.03
    turn: float = 2.0
    shadow: float = 0.25
    light: float = 1.0
    blur: float = 0.0
    noise: float = 2.0
    fold: float = 0.0
    quality: int = 88
    cut: float = 0.0
    quarter: int = 0


GOOD = Camera()
MESSENGER = Camera(longest=1280, margin=0.02, tilt=0.02, shadow=0.3, noise=3.0, fold=0.25, quality=80)
FAIR = Camera(1600, margin=0.1, tilt=0.05, turn=4, shadow=0.5, light=0.6, blur=0.9, noise=6.0, fold=0.5, quality=70)
POOR = Camera(1280, margin=0.14, tilt=0.06, turn=5, shadow=0.6, light=0.5, blur=1.3, noise=8.0, fold=0.5, quality=60)
DARK = Camera(light=0.13, noise=6.0)
BLURRED = Camera(longest=1600, blur=5.0)
CUT_OFF = Camera(cut=0.22)
FAR = Camera(longest=1000, margin=0.9)


def page_picture(pdf: bytes, index: int = 0, dpi: int = 200) -> Any:
    """A page of a PDF as pixels (blue, green, red)."""
    document = pdfium.PdfDocument(pdf)
    image = document[index].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def scan(pdf: bytes, seed: int, index: int = 0) -> bytes:
    """A page from a flatbed scanner: grey, slightly askew, as JPEG."""
    rng = random.Random(seed)
    page = cv2.cvtColor(page_picture(pdf, index), cv2.COLOR_BGR2GRAY)
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-0.8, 0.8), 1)
    page = cv2.warpAffine(page, turn, (width, height), borderValue=255)
    grain = np.random.default_rng(seed).normal(0, 3, page.shape)
    return jpeg(np.clip(page + grain, 0, 250).astype(np.uint8), 80)


def scanned_pdf(pdf: bytes, seed: int) -> bytes:
    """A PDF that is one scan, without a text layer."""
    out = io.BytesIO()
    Image.open(io.BytesIO(scan(pdf, seed))).save(out, "PDF", resolution=200)
    return out.getvalue()


def photo(pdf: bytes, camera: Camera, seed: int, index: int = 0) -> bytes:
    """A photo of a page as JPEG; the same seed gives the same photo."""
    high = camera.longest / (1 + 2 * camera.margin)  # pixels of the paper on the photo
    dots = int(min(250, max(100, 1.4 * high / 11.7)))
    return jpeg(taken(page_picture(pdf, index, dots), camera, seed), camera.quality)


def taken(page: Any, camera: Camera, seed: int) -> Any:
    """The pixels of a photo of a page."""
    rng = random.Random(seed)
    height, width = page.shape[:2]
    page = _folded(page, camera.fold, rng) if camera.fold else page
    frame_width, frame_height = int(width * (1 + 2 * camera.margin)), int(height * (1 + 2 * camera.margin))
    picture = _on_desk(page, camera, rng, frame_width, frame_height)
    picture = _lit(picture.astype(np.float32), camera, rng)
    scale = camera.longest / max(frame_width, frame_height)
    size = (int(frame_width * scale), int(frame_height * scale))
    picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    if camera.blur:
        picture = cv2.GaussianBlur(picture, (0, 0), camera.blur)
    picture += np.random.default_rng(seed).normal(0, camera.noise, picture.shape).astype(np.float32)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if camera.cut:
        picture = picture[:, int(size[0] * (camera.margin + camera.cut)) :]
    return np.ascontiguousarray(np.rot90(picture, camera.quarter))


def _on_desk(page: Any, camera: Camera, rng: random.Random, frame_width: int, frame_height: int) -> Any:
    height, width = page.shape[:2]
    lean = camera.tilt * width

    def near(x: float, y: float) -> list[float]:
        return [x + rng.uniform(-lean, lean), y + rng.uniform(-lean, lean)]

    left, top = (frame_width - width) / 2, (frame_height - height) / 2
    corners = [near(left, top), near(left + width, top), near(left + width, top + height), near(left, top + height)]
    angle = np.radians(rng.uniform(-camera.turn, camera.turn))
    around = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array([frame_width / 2, frame_height / 2])
    target = ((np.array(corners) - middle) @ around.T + middle).astype(np.float32)
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    desk = np.full((frame_height, frame_width, 3), rng.choice(_DESK), np.uint8)
    grain = np.random.default_rng(rng.randrange(10**6)).normal(0, 7, (frame_height // 8, frame_width, 1))
    desk = np.clip(desk + cv2.resize(grain, (frame_width, frame_height))[:, :, None], 0, 255).astype(np.uint8)
    bend = cv2.getPerspectiveTransform(source, target)
    cv2.warpPerspective(page, bend, (frame_width, frame_height), desk, cv2.INTER_AREA, cv2.BORDER_TRANSPARENT)
    return desk


def _folded(page: Any, depth: float, rng: random.Random) -> Any:
    """Folded in three, as letters are: print shifts a little and light changes at the folds."""
    height, width = page.shape[:2]
    rows = np.arange(height, dtype=np.float32)
    wave = np.zeros(height, np.float32)
    light = np.ones(height, np.float32)
    for at in (height / 3 + rng.uniform(-40, 40), 2 * height / 3 + rng.uniform(-40, 40)):
        wave += depth * 16 * np.exp(-(((rows - at) / 60) ** 2))
        light -= depth * 0.35 * np.exp(-(((rows - at) / 14) ** 2)) * np.sign(rng.uniform(-0.4, 1))
    columns = np.tile(np.arange(width, dtype=np.float32), (height, 1))
    slope = np.linspace(-1, 1, width, dtype=np.float32) * rng.uniform(-1, 1)
    shifted = rows[:, None] + wave[:, None] * slope[None, :]
    moved = cv2.remap(page, columns, shifted, cv2.INTER_LINEAR, borderValue=(255,) * 3)
    return np.clip(moved * light[:, None, None], 0, 255).astype(np.uint8)


def _lit(picture: Any, camera: Camera, rng: random.Random) -> Any:
    """Uneven, yellowish light and the shadow of a hand with a telephone."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height:8, 0:width:8].astype(np.float32)
    x, y = x / width, y / height
    angle = rng.uniform(0, 6.3)
    light = 1 - 0.25 * camera.shadow * (1 + np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5))
    edge = (x - rng.uniform(0.3, 0.9)) * np.cos(angle) + (y - rng.uniform(0.3, 0.9)) * np.sin(angle)
    light *= 1 - camera.shadow * 0.6 / (1 + np.exp(-edge * 25))
    light = cv2.resize(light, (width, height))[:, :, None] * np.array([0.90, 0.96, 0.99], np.float32)
    return picture * light * camera.light


def jpeg(picture: Any, quality: int) -> bytes:
    """As JPEG, with the marks that a telephone adds: where and by what it was taken."""
    image = Image.fromarray(picture if picture.ndim == 2 else np.ascontiguousarray(picture[:, :, ::-1]))
    marks = Image.Exif()
    marks[0x010F] = "Verzonnen Telefoon"
    marks.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, exif=marks)
    return out.getvalue()
