"""What the worker saw: the reading, and the pictures that may be kept and shown."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.income.payslip import Reading
from bot.printed import Line


@dataclass(frozen=True, slots=True)
class CutOut:
    """The spot of one field on the paper, as JPEG. `payslip` counts from 0."""

    payslip: int
    field: str
    picture: bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """`pages` are JPEGs without anything of the original file, with a citizen service number covered.

    None stands for a page that could not be read well enough to know what to cover.
    `hint` shows what is wrong with a photo that could not be read well. `lines` is the text of what is no payslip,
    without citizen service numbers; it is never kept.
    """

    reading: Reading
    pages: tuple[bytes | None, ...] = ()
    cut_outs: tuple[CutOut, ...] = ()
    hint: bytes | None = None
    lines: tuple[Line, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Seen:
        """What a worker answered; ValueError, KeyError or TypeError when it is nonsense."""
        return cls(
            Reading.from_json(data["reading"]),
            tuple(base64.b64decode(page) if page else None for page in data.get("pages", ())),
            tuple(CutOut(int(slip), str(name), base64.b64decode(cut)) for slip, name, cut in data.get("cut_outs", ())),
            base64.b64decode(data["hint"]) if data.get("hint") else None,
            tuple(_line(each) for each in data.get("lines", ())),
        )


def _line(each: Sequence[Any]) -> Line:
    text, page, row, left, right, sure, picture = each
    return Line(str(text), int(page), int(row), float(left), float(right), float(sure), base64.b64decode(picture))
