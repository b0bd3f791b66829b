"""nlp.js beside the finder, where Node.js is: taught the same Dutch questions, asked the same Dutch messages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.answers.detecting import detect
from tests.evaluate.figures import Sample

_HERE = Path(__file__).parent
_FOLDER = _HERE.parents[1] / "build" / "nlpjs"
_PACKAGE = "node-nlp@4.27.0"
_PATIENCE = 600  # seconds to install, and to learn and answer


def nlpjs(questions: Mapping[str, Sequence[str]], samples: Sequence[Sample]) -> Iterator[tuple[Sample, list[str]]]:
    """Each Dutch sample with the first three topics. Raises OSError or SubprocessError when it cannot run here."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise FileNotFoundError("no Node.js")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    if not (_FOLDER / "node_modules" / "node-nlp").exists():
        install = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--no-save", _PACKAGE]
        subprocess.run(install, cwd=_FOLDER, check=True, capture_output=True, timeout=_PATIENCE)
    dutch = [sample for sample in samples if sample.language == "nl"]
    said = {
        "questions": {slug: [text for text in texts if detect(text) == "nl"] for slug, texts in questions.items()},
        "messages": [sample.text for sample in dutch],
    }
    answered = subprocess.run(
        ["node", str(_HERE / "nlp.js")],
        input=json.dumps(said),
        env={**os.environ, "NODE_PATH": str(_FOLDER / "node_modules")},
        capture_output=True,
        text=True,
        check=True,
        timeout=_PATIENCE,
    )
    return zip(dutch, json.loads(answered.stdout), strict=True)
