"""A step that waits for a text: a question for the caseworker, a corrected field, a day, a letter."""

from __future__ import annotations

from bot.reception import buttons, checking, letters, people, terms
from bot.reception.visit import Visit
from bot.reception.yes_no import yes_or_no


def answers_the_bot(visit: Visit, text: str) -> bool:
    """Whether this is «ja» or «nee» to what the bot asked last."""
    return bool(not visit.conversation.step and visit.conversation.asked and yes_or_no(text))


async def took(visit: Visit, text: str) -> bool:
    """Whether a running step took this text, or it answers a question with two buttons that was asked last."""
    asked, answer = visit.conversation.asked, yes_or_no(text)
    visit.conversation.asked = ""  # whatever this is, the question is not the last thing any more
    if asked and answer and not visit.conversation.step:
        head, _, about = asked.partition(":")
        await buttons.pressed(visit, f"{head}:{answer}:{about}")
        return True
    match visit.conversation.step:
        case "question_for_person" if visit.linked:
            await people.open_case(visit, "asked", text)
            return True
        case "correct_field" if visit.linked:
            await checking.corrected(visit, text)
            return True
        case "term_day":
            return await terms.took(visit, text)
        case "letter_sender" | "letter_kind" | "letter_day" | "letter_amount":
            return await letters.took(visit, text)
    return False
