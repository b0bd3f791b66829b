"""Lines of a batch, from a file or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bot.errors import WrongUse


def lines_of(name: str) -> Iterator[str]:
    """The lines of the file, or of standard input for «-».

    Raises WrongUse at once when there is no such file, and later with the number of a line
    that is not UTF-8.
    """
    try:
        source = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 - closed by _lines
    except FileNotFoundError:
        raise WrongUse(f"There is no file {name}.") from None
    except (OSError, ValueError) as problem:
        raise WrongUse(f"The file {name} cannot be read.") from problem
    return _lines(source)


def _lines(source: BinaryIO) -> Iterator[str]:
    with source:
        for number, line in enumerate(source, 1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise WrongUse(f"Line {number} is not UTF-8.") from None
