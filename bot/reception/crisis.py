"""Crisis first: the human routes at once, and the caseworker warned with urgency."""

from __future__ import annotations

from bot.answers import wording
from bot.clients import wording as clients_wording
from bot.handoff import wording as handoff_wording
from bot.messages import Button
from bot.reception import people
from bot.reception.visit import Visit, menu_action


async def answered(visit: Visit, text: str) -> bool:
    """Whether the text sounds like an emergency; then the routes were said."""
    if text.startswith("/") or menu_action(text, visit.language):
        return False
    kind = visit.house.decider.watch.kind(text)
    if kind is None:
        return False
    await show_routes(visit, kind, text)
    return True


async def show_routes(visit: Visit, kind: str, text: str) -> None:
    """The first sentences, then who to call; a linked client's caseworker gets an urgent case."""
    _ = visit.words
    routes = visit.house.library.help
    route = routes.crisis[kind]
    contacts = [routes.contacts[name] for name in route.contacts if name in routes.contacts]
    lines = [route.words(visit.language) or wording.crisis_intro(_), ""]
    lines += [f"☎️ {wording.contact_line(_, contact)}" for contact in contacts]
    await visit.count(f"crisis.{kind}")
    if visit.linked:
        step, draft = visit.conversation.step, visit.conversation.draft
        await people.open_case(visit, "crisis", text, "urgent")
        visit.conversation.step, visit.conversation.draft = step, draft  # a running step goes on after this
        lines += ["", handoff_wording.urgent_opened(_, await visit.caseworker_name())]
    lines += ["", wording.crisis_false_alarm(_)]
    more = Button(visit.house.library.title(route.topic, visit.language), f"t:{route.topic}")
    calm = Button(wording.no_emergency(_), "calm")
    await visit.say("\n".join(lines), [[more], [Button(clients_wording.menu_person(_), "person")], [calm]])


async def calmed(visit: Visit) -> None:
    """The client says that there is no emergency: the bot answers again, and the caseworker reads that it was said."""
    _ = visit.words
    await visit.count("crisis.none")
    client = visit.linked
    if client is None or visit.case is None:
        return await visit.say(wording.glad_no_emergency(_))
    visit.conversation.bot_may_answer = True
    case_id = visit.case.id
    await visit.unit.thread.add(client.id, "client", wording.no_emergency(_), visit.at, case_id=case_id)
    await visit.changed()
    text = f"{wording.glad_no_emergency(_)} {handoff_wording.still_reads(_, await visit.caseworker_name())}"
    await visit.say(text)
