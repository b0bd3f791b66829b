"""A model on disk: a checksum, a JSON head and the tables. Never pickle: reading it can run nothing.

The file is mapped into memory, not copied: only what is asked about is ever loaded.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import struct
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answers.finding.adding import Linear, Words
from bot.answers.finding.calibration import Calibration
from bot.answers.finding.matrix import Matrix
from bot.answers.finding.model import Model
from bot.answers.finding.preparing import Preparer, Synonyms
from bot.answers.finding.spelling import Nearby

_SIZE = struct.Struct("<I")
_CHECK = 32  # bytes of the checksum
_EDGE = 8  # tables begin at multiples of so many bytes

Arrays = Mapping[str, NDArray[np.generic]]


def write(model: Model, path: Path) -> None:
    """Write beside it and rename, so that nobody ever reads half a model."""
    arrays = _arrays(model)
    tables, places = b"", {}
    for name, array in arrays.items():
        places[name] = (array.dtype.str, array.shape, len(tables))
        tables += _to_edge(array.tobytes())
    head = {
        "labels": model.labels,
        "calibration": asdict(model.calibration) if model.calibration else None,
        "linear": model.linear is not None,
        "byteorder": sys.byteorder,
        "tables": places,
    }
    text = json.dumps(head, ensure_ascii=False).encode()
    body = _to_edge(_SIZE.pack(len(text)) + text) + tables
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(hashlib.sha256(body).digest() + body)
    fresh.replace(path)


def read(path: Path, synonyms: Synonyms) -> Model | None:
    """The model, or None when the file is missing, damaged or from another kind of machine."""
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # a file of no bytes cannot be mapped
        return None
    body = memoryview(data)[_CHECK:]
    if hashlib.sha256(body).digest() != data[:_CHECK]:
        return None
    if hasattr(mmap, "MADV_DONTNEED"):  # the checksum passed over all of it; what is used comes back by itself
        data.madvise(mmap.MADV_DONTNEED)
    (size,) = _SIZE.unpack_from(body)
    head = json.loads(bytes(body[_SIZE.size : _SIZE.size + size]))
    start = _after_edge(_SIZE.size + size)
    return _model(head, body[start:], synonyms) if head["byteorder"] == sys.byteorder else None


def _arrays(model: Model) -> Arrays:
    vocabulary = model.preparer.vocabulary
    nearby = model.preparer.nearby
    return {
        "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "counts": np.array(list(vocabulary.values()), np.int32),
        "nearby.keys": nearby.keys,
        "nearby.numbers": nearby.numbers,
        **model.words.table.arrays("words"),
        **(model.linear.table.arrays("linear") if model.linear else {}),
    }


def _model(head: dict[str, Any], tables: memoryview, synonyms: Synonyms) -> Model:
    arrays = {name: _array(tables, *place) for name, place in head["tables"].items()}
    words = arrays["vocabulary"].tobytes().decode()
    vocabulary = dict(zip(words.split("\n") if words else (), arrays["counts"].tolist(), strict=True))
    nearby = Nearby(arrays["nearby.keys"], arrays["nearby.numbers"])
    linear = Linear(Matrix.kept(arrays, "linear")) if head["linear"] else None
    said = head["calibration"]
    calibration = None
    if said:
        weights, means, spreads = (tuple(said[key]) for key in ("weights", "means", "spreads"))
        calibration = Calibration(weights, means, spreads, said["direct"])
    preparer = Preparer(vocabulary, synonyms, nearby)
    return Model(tuple(head["labels"]), preparer, linear, Words(Matrix.kept(arrays, "words")), calibration)


def _array(tables: memoryview, kind: str, shape: list[int], start: int) -> NDArray[Any]:
    amount = int(np.prod(shape))
    return np.frombuffer(tables, kind, amount, start).reshape(shape) if amount else np.zeros(shape, kind)


def _to_edge(data: bytes) -> bytes:
    return data.ljust(_after_edge(len(data)), b"\0")


def _after_edge(size: int) -> int:
    return -(-size // _EDGE) * _EDGE
