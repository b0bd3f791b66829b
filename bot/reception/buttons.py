"""What pressing a button means: the named actions that rooms and reception put under messages."""

from __future__ import annotations

from bot.clients import wording
from bot.income import wording as income_wording
from bot.messages import Button
from bot.reception import checking, months, mydata, people, questions, welcome
from bot.reception.visit import Visit


async def pressed(visit: Visit, action: str) -> None:
    """Do what a button says. Buttons stay in a chat for years: an unknown or old one is answered too."""
    head, _, rest = action.partition(":")
    match head:
        case "menu":
            await _menu(visit, rest)
        case "lang":
            await welcome.language_chosen(visit, rest)
        case "consent":
            await welcome.consent_answered(visit, rest)
        case "t":
            await questions.show_topic(visit, rest)
        case "clear":
            await questions.clear_answered(visit, rest)
        case "none":
            await questions.none_of_these(visit)
        case "person":
            await people.wants_person(visit, about_last_question=True)
        case "noincome":
            await months.no_income(visit, rest)
        case "paper":
            await checking.pressed(visit, rest)
        case "data":
            await mydata.pressed(visit, rest)
        case _:
            await visit.say_with_menu(wording.old_button(visit.words))


async def _menu(visit: Visit, name: str) -> None:
    match name:
        case "ask":
            await _ask(visit)
        case "payslip" | "loonstrook":
            await _payslip(visit)
        case "person" | "mens":
            await people.wants_person(visit)
        case "data":
            await mydata.show(visit)
        case _:
            await visit.say_with_menu(wording.ready(visit.words))


async def _ask(visit: Visit) -> None:
    if people.captures(visit):
        visit.conversation.bot_may_answer = True
        return await visit.say(wording.ask_the_bot(visit.words, await visit.caseworker_name()))
    await visit.say_with_menu(wording.ask_away(visit.words))


async def _payslip(visit: Visit) -> None:
    if not await welcome.must_be_linked(visit):
        return
    button = Button(income_wording.no_income_button(visit.words), "noincome:")
    await visit.say(income_wording.how_to_send(visit.words), [[button]])
