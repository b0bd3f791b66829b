"""The commands of the menu; an unknown one shows what there is."""

from __future__ import annotations

from bot.clients import wording
from bot.privacy import wording as privacy_wording
from bot.reception import reminders, welcome
from bot.reception.visit import Visit


async def run(visit: Visit, text: str) -> None:
    """Run «/name argument»; a running step ends."""
    name, _, argument = text[1:].partition(" ")
    visit.conversation.end_step()
    match name.partition("@")[0].lower():
        case "start":
            await welcome.start(visit, argument.strip())
        case "taal" | "language":
            await welcome.ask_language(visit)
        case "stop":
            await welcome.stop(visit)
            await reminders.cancel_all(visit)
        case "privacy":
            policy = visit.house.policy
            page = privacy_wording.privacy_page(visit.words, policy.name, policy.keep_days // 30)
            await visit.say_with_menu(page)
        case _:
            await visit.say_with_menu(wording.ready(visit.words))
