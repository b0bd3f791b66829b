"""Reading the documents of this repository for the tests of the house."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def text(name: str) -> str:
    """A file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def rows(name: str, first_cell: str) -> dict[str, list[str]]:
    """The rows of the table whose head starts with `first_cell`, by their first cell."""
    table = re.search(rf"^\| {re.escape(first_cell)} \|.*\n\|[-|]+\|\n((?:\|.*\n?)+)", text(name), re.M)
    assert table, f"{name} has no table «{first_cell}»"
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]
    return {row[0].lstrip("| ").strip(): row[1:] for row in cells}


def locked(name: str) -> dict[str, tuple[str, int]]:
    """The releases of a lock: name -> (version, number of hashes)."""
    hashes_of_one = r"((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
    found = re.findall(rf"^([a-z0-9.-]+)==(\S+)(?: ; .*?)? \\\n{hashes_of_one}", text(name), re.M)
    return {package: (version, hashes.count("sha256:")) for package, version, hashes in found}
