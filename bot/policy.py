"""What the municipality itself decides: names, promises and periods. A file, never a constant in code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.errors import WrongUse

AMSTERDAM = Path(__file__).parent.parent / "content" / "municipality" / "amsterdam.yaml"


@dataclass(frozen=True, slots=True)
class Policy:
    """Local policy. Periods in working days and in days."""

    name: str
    department: str
    department_short: str
    answer_within_working_days: int
    keep_days: int
    unconfirmed: tuple[str, ...]


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
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise WrongUse("The file in MUNICIPALITY cannot be read.") from problem
    except (KeyError, TypeError, ValueError) as problem:
        raise WrongUse("The file in MUNICIPALITY misses a value, or one is not right.") from problem
