"""What the municipality itself decides: names, promises and periods. A file, never a constant in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Any

import yaml

from bot.errors import WrongUse

AMSTERDAM = Path(__file__).parent.parent / "content" / "municipality" / "amsterdam.yaml"


_WEEK = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True, slots=True)
class Policy:
    """Local policy. Periods in working days and in days.

    `opening` is weekday (Monday is 0) -> from and until, in Amsterdam. `payment_day` is the day of the month before
    which a payslip must be in for a payment in time; None as long as nobody has confirmed it. In `quiet_hours` (from,
    until; mostly over midnight) a client who asked nothing hears nothing, and never more than `first_messages_a_day`
    times a day.
    """

    name: str
    department: str
    department_short: str
    answer_within_working_days: int
    keep_days: int
    unconfirmed: tuple[str, ...]
    opening: Mapping[int, tuple[time, time]] = field(default_factory=dict)
    payment_day: int | None = None
    quiet_hours: tuple[time, time] = (time(20, 0), time(8, 0))
    first_messages_a_day: int = 1


def read_policy(path: str = "") -> Policy:
    """The policy of the setting MUNICIPALITY, or Amsterdam's; WrongUse says what is not right."""
    file = Path(path) if path else AMSTERDAM
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        return Policy(
            name=str(data["name"]),
            department=str(data["department"]),
            department_short=str(data["department_short"]),
            answer_within_working_days=int(data["answer_within_working_days"]),
            keep_days=int(data["keep_days"]),
            unconfirmed=tuple(data.get("te_bevestigen") or ()),
            opening=_opening(data.get("opening_hours") or {}),
            payment_day=_day_of_month(data.get("payment_day")),
            quiet_hours=_quiet(str(data.get("quiet_hours") or "20:00-08:00")),
            first_messages_a_day=_at_least_one(data.get("first_messages_a_day", 1)),
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise WrongUse("The file in MUNICIPALITY cannot be read.") from problem
    except (KeyError, TypeError, ValueError) as problem:
        raise WrongUse("The file in MUNICIPALITY misses a value, or one is not right.") from problem


def _opening(data: Mapping[str, str]) -> dict[int, tuple[time, time]]:
    """`ma: 09:00-17:00` and so on; ValueError for a day or a time that is none."""
    return {_WEEK.index(day): _from_until(text) for day, text in data.items()}


def _from_until(text: str) -> tuple[time, time]:
    opens, closes = (time.fromisoformat(part.strip()) for part in text.split("-"))
    if opens >= closes:
        raise ValueError("A day closes after it opens.")
    return opens, closes


def _quiet(text: str) -> tuple[time, time]:
    begins, ends = (time.fromisoformat(part.strip()) for part in text.split("-"))
    if begins == ends:
        raise ValueError("Quiet hours that never end.")
    return begins, ends


def _at_least_one(value: Any) -> int:
    if int(value) < 1:
        raise ValueError("Nobody could be written to.")
    return int(value)


def _day_of_month(value: Any) -> int | None:
    if value is None:
        return None
    if not 1 <= int(value) <= 28:
        raise ValueError("Not every month has this day.")
    return int(value)
