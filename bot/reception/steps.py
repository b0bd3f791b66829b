"""A step that waits for a text: a question for the caseworker, or a corrected field."""

from __future__ import annotations

from bot.reception import checking, people
from bot.reception.visit import Visit


async def took(visit: Visit, text: str) -> bool:
    """Whether a running step took this text."""
    match visit.conversation.step:
        case "question_for_person" if visit.linked:
            await people.open_case(visit, "asked", text)
            return True
        case "correct_field" if visit.linked:
            await checking.corrected(visit, text)
            return True
    return False
