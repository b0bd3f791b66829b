"""A model on disk: a checksum, a JSON head and the tables. Never pickle: reading it can run nothing."""

from __future__ import annotations

import hashlib
import json
import struct
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.answers.finding.calibration import Calibration
from bot.answers.finding.features import Scale
from bot.answers.finding.matrix import Matrix
from bot.answers.finding.model import Model
from bot.answers.finding.preparing import Preparer, Synonyms

_SIZE = struct.Struct("<I")


def write(model: Model, path: Path) -> None:
    """Write beside it and rename, so that nobody ever reads half a model."""
    head = {
        "labels": model.labels,
        "vocabulary": dict(model.preparer.vocabulary),
        "scale": model.scale.rarity,
        "rarity": model.rarity,
        "calibration": asdict(model.calibration) if model.calibration else None,
        "linear": model.linear is not None,
        "byteorder": sys.byteorder,
    }
    text = json.dumps(head, ensure_ascii=False).encode()
    tables = model.words.to_bytes() + (model.linear.to_bytes() if model.linear else b"")
    body = _SIZE.pack(len(text)) + text + tables
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(hashlib.sha256(body).digest() + body)
    fresh.replace(path)


def read(path: Path, synonyms: Synonyms) -> Model | None:
    """The model, or None when the file is missing, damaged or from another kind of machine."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = memoryview(data)[32:]
    if hashlib.sha256(body).digest() != data[:32]:
        return None
    (size,) = _SIZE.unpack_from(body)
    head = json.loads(bytes(body[_SIZE.size : _SIZE.size + size]))
    return _model(head, body[_SIZE.size + size :], synonyms) if head["byteorder"] == sys.byteorder else None


def _model(head: dict[str, Any], tables: memoryview, synonyms: Synonyms) -> Model:
    words, rest = Matrix.from_bytes(tables)
    linear = Matrix.from_bytes(rest)[0] if head["linear"] else None
    said = head["calibration"]
    calibration = None
    if said:
        weights, means, spreads = (tuple(said[key]) for key in ("weights", "means", "spreads"))
        calibration = Calibration(weights, means, spreads, said["direct"])
    preparer = Preparer(head["vocabulary"], synonyms)
    scale = Scale(head["scale"])
    return Model(tuple(head["labels"]), preparer, scale, linear, words, head["rarity"], calibration)
