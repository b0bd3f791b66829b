"""What a caseworker asks of a client with a button that opens the right step."""

from __future__ import annotations

from bot.handoff import wording
from bot.handoff.mailing import Ask
from bot.language import Translator
from bot.messages import Button

Rows = tuple[tuple[Button, ...], ...]


def buttons_of(_: Translator, ask: Ask, caseworker: str) -> Rows:
    """Under a message that a caseworker begins: the step that is asked for, and the way to answer."""
    step = {
        "": None,
        "payslip": Button(wording.send_payslip_button(_), "menu:payslip"),
        "letter": Button(wording.send_letter_button(_), "ask:letter"),
        "no_income": Button(wording.no_income_button(_), "noincome:"),
    }[ask]
    reply = (Button(wording.reply_button(_, caseworker), "menu:person"),)
    return ((step,), reply) if step else (reply,)


def page_button(_: Translator, paper_id: str, page: int) -> Rows:
    """Under «stuur een betere foto»: the new photo takes the place of that page."""
    return ((Button(wording.send_page_button(_, page), f"ask:page:{paper_id}:{page}"),),)


def letter_button(_: Translator) -> Rows:
    """Under «stuur de brief»."""
    return ((Button(wording.send_letter_button(_), "ask:letter"),),)
