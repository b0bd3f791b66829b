"""What pressing a button means: the named actions that rooms and reception put under messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.clients import wording
from bot.income import wording as income_wording
from bot.messages import Button
from bot.reception import (
    asked,
    checking,
    crisis,
    deliveries,
    letters,
    months,
    mydata,
    own,
    people,
    questions,
    terms,
    welcome,
)
from bot.reception.visit import Visit

Press = Callable[[Visit, str], Awaitable[None]]


async def pressed(visit: Visit, action: str) -> None:
    """Do what a button says. Buttons stay in a chat for years: an unknown or old one is answered too."""
    head, _, rest = action.partition(":")
    do = _ACTIONS.get(head)
    if do is None:
        return await visit.say_with_menu(wording.old_button(visit.words))
    await do(visit, rest)


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


async def _none(visit: Visit, rest: str) -> None:
    await questions.none_of_these(visit)


async def _calm(visit: Visit, rest: str) -> None:
    await crisis.calmed(visit)


async def _person(visit: Visit, rest: str) -> None:
    await people.wants_person(visit, about_last_question=True)


_ACTIONS: dict[str, Press] = {
    "menu": _menu,
    "lang": welcome.language_chosen,
    "consent": welcome.consent_answered,
    "t": questions.show_topic,
    "clear": questions.clear_answered,
    "who": questions.who_chosen,
    "none": _none,
    "calm": _calm,
    "person": _person,
    "noincome": months.no_income,
    "ask": asked.pressed,
    "paper": checking.pressed,
    "pages": deliveries.pressed,
    "term": terms.pressed,
    "letter": letters.pressed,
    "data": mydata.pressed,
    "own": own.pressed,
    "helped": own.helped,
}
