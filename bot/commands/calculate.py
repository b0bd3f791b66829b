"""`calculate`: the calculations of the chat, one a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from bot.calculation import Kind, Outcome, calculated
from bot.commands.lines import lines_of
from bot.deadlines import kinds as deadline_kinds
from bot.errors import WrongUse
from bot.settings import Settings

# Every kind that can be worked out; each room brings its own.
KINDS: dict[str, Kind] = {**deadline_kinds.KINDS}


def calculate(asked: argparse.Namespace, settings: Settings) -> int:
    """A batch of calculations; the settings do not matter for what the law says."""
    for answer in calculate_batch(lines_of(asked.batch)):
        print(json.dumps(answer, ensure_ascii=False, default=float), flush=True)
    return 0


def calculate_batch(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One outcome per line of JSON with `id`, `kind` and `input`; empty lines are skipped.

    Raises WrongUse with the line number when a line is no such object.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            given = _parsed(line, number)
            outcome = _outcome(given["kind"], given["input"])
            yield {
                "id": given.get("id"),
                "outcome": outcome.outcome,
                "reason": outcome.reason,
                "result": dict(outcome.result),
            }


def _outcome(name: str, values: dict[str, Any]) -> Outcome:
    kind = KINDS.get(name)
    return calculated(kind, values) if kind else Outcome("fout", "onbekende_soort")


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        # Money is never a float.
        given = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError):
        raise WrongUse(f"Line {number} is not JSON.") from None
    if not isinstance(given, dict) or not isinstance(given.get("kind"), str):
        raise WrongUse(f'Line {number} has no "kind" with the name of a calculation.')
    if not isinstance(given.get("input"), dict):
        raise WrongUse(f'Line {number} has no "input" with what was given.')
    return given
