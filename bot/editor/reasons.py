"""What was decided and why, in JSON for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.answers.decision import Decider, Decision
from bot.answers.finding.finder import is_follow_up
from bot.answers.library import Library

_LIKELY = 5  # topics that are shown with their chance


def decided(decision: Decision, library: Library) -> dict[str, Any]:
    """Action, confidence (0 to 1) and topics, each with its title."""
    return {
        **decision.to_json(),
        "topic": titled(decision.topic, library) if decision.topic else None,
        "choices": [titled(slug, library) for slug in decision.choices],
        "also": [titled(slug, library) for slug in decision.also],
        "crisis": decision.crisis_kind,
        "smalltalk": decision.smalltalk,
        "doubt": decision.doubt.difference.name if decision.doubt else None,
    }


def reasons(decider: Decider, text: str, earlier: str, questions: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Which words counted for the first topic over the second, and how likely each of the first topics is.

    A short message is read together with the one before it, as in a chat.
    """
    joined = bool(earlier) and is_follow_up(text)
    why = decider.finder.explain(f"{earlier} {text}" if joined else text, questions)
    found = decider.finder.find(text, earlier or None)
    library = decider.library
    return {
        "topic": titled(why.topic, library),
        "runner_up": titled(why.runner_up, library),
        "joined": joined,
        "heard": [{"part": heard.part, "says": round(heard.says, 2)} for heard in why.heard],
        "repaired": [{"typed": typed, "read": read} for typed, read in why.repaired.items()],
        "added": list(why.added),
        "phrasings": list(why.phrasings),
        "likely": [{**titled(slug, library), "chance": round(chance, 4)} for slug, chance in found.topics[:_LIKELY]],
        "outside": round(found.outside, 4),
        "direct": round(decider.finder.direct, 4),
    }


def titled(slug: str, library: Library) -> dict[str, str]:
    """A topic with its Dutch title."""
    return {"slug": slug, "title": library.title(slug)}
