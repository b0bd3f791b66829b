"""The `ask` command: the decision of the chat, as one JSON object per question."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.answers.decision import Decider
from bot.errors import WrongUse


def ask_one(
    decider: Decider, text: str, language: str | None = None, history: Sequence[str] = (), id_: object = None
) -> dict[str, Any]:
    """The decision about one message; `language` is a hint only."""
    return decider.decide(text, history=history, language_hint=language).to_json(id_)


def ask_batch(decider: Decider, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One decision per line of JSON with `id` and `text`, maybe `lang` and `history`.

    Raises WrongUse with the line number; empty lines are skipped.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            asked = _parsed(line, number)
            history = asked.get("history") or ()
            yield ask_one(decider, asked["text"], asked.get("lang"), history, asked.get("id"))


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError:
        raise WrongUse(f"Regel {number} is geen JSON.") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise WrongUse(f'Regel {number} heeft geen "text" met de vraag.')
    if not isinstance(asked.get("lang"), str | None):
        raise WrongUse(f'Regel {number}: "lang" is geen tekst.')
    history = asked.get("history")
    if history is not None and not (isinstance(history, list) and all(isinstance(h, str) for h in history)):
        raise WrongUse(f'Regel {number}: "history" is geen lijst met teksten.')
    return asked
