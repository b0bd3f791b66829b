"""Values that stand at a label on a letter: after it, to its right, or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.printed import Line

SALUTATION = re.compile(r"^\W*(?:geachte|beste|l\.s\.)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?<!\w)(?:onderwerp|betreft)(?!\w)", re.IGNORECASE)
_BELOW = 2  # rows
_ENDS = re.compile(r"[\s:.]*$")


def values_at(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str], Line, str]]:
    """For every place of a label: how near the value is («after», «right», «below»), the match, and the value."""
    for at, line in enumerate(lines):
        for match in label.finditer(line.text):
            rest = line.text[match.end() :]
            if rest.strip(" :.-"):
                yield "after", match, line, rest
            if not _ENDS.fullmatch(rest):
                continue
            if at + 1 < len(lines) and lines[at + 1].row == line.row:
                yield "right", match, lines[at + 1], lines[at + 1].text
            for other in lines[at + 1 :]:
                if other.row > line.row + _BELOW:
                    break
                if other.is_under(line):
                    yield "below", match, other, other.text
                    break


def subject_of(lines: Sequence[Line]) -> str:
    """What a letter says that it is about: at «Onderwerp», else the last line above «Geachte»."""
    named = [value for where, _match, _line, value in values_at(lines, _SUBJECT) if where != "below" or len(value) > 8]
    if named:
        return named[0]
    at = next((at for at, line in enumerate(lines) if SALUTATION.search(line.text)), 0)
    return lines[at - 1].text if at else ""


def flowing(lines: Sequence[Line], at: int) -> str:
    """A line with the one below it in its column: a day or sentence may go on there."""
    line = lines[at]
    below = [each.text for each in lines[at + 1 : at + 8] if each.row == line.row + 1 and each.is_under(line)]
    return " ".join([line.text, *below[:1]])


def before(lines: Sequence[Line], at: int, start: int) -> str:
    """What leads to a place in a line: the line above in its column, the text to its left, its own beginning."""
    line = lines[at]
    near = lines[max(0, at - 8) : at]
    above = [each.text for each in near if line.row - _BELOW <= each.row < line.row and line.is_under(each)]
    left = [each.text for each in near if each.row == line.row]
    return " ".join([*above[-1:], *left, line.text[:start]])
