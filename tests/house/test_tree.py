"""The tree keeps its shape."""

from __future__ import annotations

import re
import statistics
import tomllib
from pathlib import Path

from tests.house.papers import ROOT, text

PYTHON = sorted(ROOT.glob("bot/**/*.py"))
LENGTHS = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in PYTHON}
MADE = {"data", "build", "__pycache__"}  # by running; and what starts with a dot, but for .ci


def test_files_are_small() -> None:
    """No file of bot/ is over 250 lines, and the median of those with code is under 80."""
    assert {name: length for name, length in LENGTHS.items() if length > 250} == {}
    assert statistics.median(length for length in LENGTHS.values() if length > 3) < 80


def test_every_part_of_bot_has_a_floor() -> None:
    """A new module or folder of bot/ is named in the contract of floors."""
    layers = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    named = set(re.findall(r"\w+(?=\.|\b)", " ".join(layers)))
    packages = {path.parent.name for path in ROOT.glob("bot/*/__init__.py")}
    parts = packages | {path.stem for path in ROOT.glob("bot/*.py")}
    assert parts - {"__init__", "__main__"} - named == set()


def test_no_translation_is_compiled() -> None:
    """Translators' files are read as they are (decision 6)."""
    assert list(ROOT.glob("locales/**/*.mo")) == []


def is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return not MADE & set(parts) and (not parts[0].startswith(".") or parts[0] == ".ci")


def test_no_file_holds_a_path_of_a_machine() -> None:
    """The tree can be cloned anywhere."""
    pattern = re.compile(r"(?<![\w.}>])/(?:work|root|home/\w+|Users/\w+)/\w")
    suffixes = {".py", ".md", ".toml", ".yaml", ".yml", ".lock", ".sql", ".html", ".js", ".css", ".po", ""}
    files = [path for path in ROOT.rglob("*") if path.suffix in suffixes and path.is_file() and is_ours(path)]
    this = "tests/house/test_tree.py"
    found = [str(path.relative_to(ROOT)) for path in files if pattern.search(path.read_text(errors="ignore"))]
    assert [name for name in found if name != this] == []


def test_the_image_holds_only_what_runs() -> None:
    """Nothing is copied into the image but the program, its texts and its lock; it runs without rights."""
    dockerfile = text("Dockerfile")
    copied = set(" ".join(re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile, re.M)).split())
    assert copied == {"requirements.lock", "run_bot.py", "LICENSE", "locales", "content", "bot"}
    assert {line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")} == copied
    assert re.findall(r"^USER (\S+)", dockerfile, re.M)[-1] not in ("root", "0")
    assert "HEALTHCHECK" in dockerfile and "/health" in dockerfile
