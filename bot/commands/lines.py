"""Lines of a batch, from a file or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bot.errors import WrongUse


def lines_of(name: str) -> Iterator[str]:
    """The lines of the file, or of standard input for «-»; WrongUse when they cannot be read as UTF-8."""
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as source:
            for number, line in enumerate(source, 1):
                yield _text(line, number)
    except FileNotFoundError:
        raise WrongUse(f"There is no file {name}.") from None
    except OSError as problem:
        raise WrongUse(f"The file {name} cannot be read.") from problem


def _text(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise WrongUse(f"Line {number} is not UTF-8.") from None
