"""The two models that find and read lines of print. They come inside a package; nothing is ever downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_DETECTION, _RECOGNITION = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Models:
    """Ready to run, each on one thread. `characters[0]` is the blank of the recogniser."""

    detection: Any
    recognition: Any
    characters: tuple[str, ...]

    def detect(self, pixels: Floats) -> Floats:
        """How likely each pixel is print: (1, 3, h, w) in, (h, w) of 0..1 out."""
        return np.asarray(_run(self.detection, pixels)[0, 0], np.float32)

    def recognise(self, lines: Floats) -> Floats:
        """The chance of every character at every step: (n, 3, 48, w) in, (n, steps, characters) out."""
        return np.asarray(_run(self.recognition, lines), np.float32)


@cache
def models() -> Models:
    """The models, loaded at the first use; FileNotFoundError when the package has none."""
    folder = _folder()
    recognition = _session(folder / _RECOGNITION)
    listed = recognition.get_modelmeta().custom_metadata_map["character"].splitlines()
    return Models(_session(folder / _DETECTION), recognition, ("", *listed, " "))


def _folder() -> Path:
    """Where the package keeps its models. The package itself is not imported: its code knows how to download."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("rapidocr is not installed")
    return Path(spec.origin).parent / "models"


def _session(path: Path) -> Any:
    import onnxruntime  # noqa: PLC0415 - heavy; a bot that gets no photos never loads it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _run(session: Any, pixels: Floats) -> Any:
    return session.run(None, {session.get_inputs()[0].name: pixels})[0]
