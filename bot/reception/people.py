"""To a person: opening a case with its context, and what the client types while it is open."""

from __future__ import annotations

from datetime import date

from bot.clients import wording as clients_wording
from bot.deadlines.holidays import working_days_later
from bot.handoff import own, wording, wording_own
from bot.handoff.case import Case, Reason, Urgency
from bot.handoff.staff.notices import notify
from bot.language import AMSTERDAM
from bot.messages import Button, Incoming
from bot.reception import welcome
from bot.reception.visit import Visit

SUBJECT = 200  # characters of the question that the list of cases shows


def captures(visit: Visit) -> bool:
    """Whether what the client types now is for the person. A paper to look at asks for no silence."""
    return visit.case is not None and visit.case.reason != "paper" and not visit.conversation.bot_may_answer


async def note_message(visit: Visit, *, for_person: bool = True) -> None:
    """Keep what a linked client said, where the desk shows it; waiting counts from the oldest.

    Without `for_person` it answers a question of the bot, and nobody has to wait for an answer to it.
    """
    client = visit.linked
    if client is None:
        return
    body = visit.incoming.text or _without_words(visit.incoming)
    case = visit.case
    await visit.unit.thread.add(
        client.id,
        "client",
        body,
        visit.incoming.at,
        case_id=case.id if case else None,
        message_id=visit.incoming.message_id,
    )
    if case and for_person and captures(visit):
        await visit.unit.cases.client_waits(case.id, visit.incoming.at)
        await notify(visit.unit, client, "message", visit.at, case)
    await visit.changed()


def _without_words(came: Incoming) -> str:
    if came.attachment is None:
        return came.unsupported or ""
    return "🎤" if came.attachment.kind == "voice" else "📎"


async def edited(visit: Visit) -> None:
    """Keep the new version of a message beside the old one."""
    client, message_id = visit.linked, visit.incoming.message_id
    if client is None or message_id is None:
        return
    if not await visit.unit.thread.edited(client.id, message_id, visit.incoming.text, visit.incoming.at):
        return
    if visit.case:
        await visit.unit.cases.client_waits(visit.case.id, visit.incoming.at)
        await notify(visit.unit, client, "message", visit.at, visit.case)
    await visit.changed()


async def pass_on(visit: Visit) -> None:
    """A text while a case is open: it was kept already; say so once, then keep silent."""
    if visit.conversation.draft.get("told") == (visit.case.id if visit.case else None):
        return
    visit.conversation.draft["told"] = visit.case.id if visit.case else None
    await visit.say(wording.added(visit.words, await visit.caseworker_name()))


async def wants_person(visit: Visit, *, about_last_question: bool = False) -> None:
    """«Mijn klantmanager»: under an answer, the case is about that question; from the menu we ask what it is about."""
    if visit.client is None:
        contact = visit.house.library.help.contacts.get("wpi")
        phone = contact.number if contact else visit.house.policy.department
        return await visit.say_with_menu(wording.no_caseworker(visit.words, phone))
    if not await welcome.must_be_linked(visit):
        return
    _, name = visit.words, await visit.caseworker_name()
    if visit.case and captures(visit):
        return await visit.say(wording.already_open(_, name, visit.case.number), [[own_button(visit)]])
    if about_last_question and visit.conversation.recent:
        await open_case(visit, "asked", visit.conversation.recent[-1])
        return
    visit.conversation.begin("question_for_person")
    await visit.say(wording.write_your_question(_, name), await _earlier(visit))


async def _earlier(visit: Visit) -> list[list[Button]]:
    """Going on with the question that was closed last, and all own questions; nothing when there are none."""
    cases = own.to_show(await visit.unit.cases.of_client(visit.linked_id or ""), visit.at)
    last = next((case for case in cases if own.may_reopen(case, visit.at)), None)
    again = [Button(wording_own.again_button(visit.words, last.number), f"own:again:{last.id}")] if last else []
    return [row for row in (again, [own_button(visit)] if cases else []) if row]


def own_button(visit: Visit) -> Button:
    """The way to the own questions and papers."""
    return Button(wording_own.own_button(visit.words), "own:")


def person_button(visit: Visit) -> Button:
    """The way to a person, always one tap away."""
    return Button(clients_wording.menu_person(visit.words), "person")


async def open_case(visit: Visit, reason: Reason, subject: str, urgency: Urgency = "normal") -> Case:
    """Open a case and tell the client who answers and when; one that is open takes the rest along."""
    client = visit.linked
    assert client is not None
    case = visit.case
    if case is None or (case.reason == "paper" and reason != "paper"):
        case = await visit.unit.cases.open(
            client.id, client.caseworker_id, reason, subject[:SUBJECT], visit.at, urgency
        )
        await visit.count(f"case.{reason}")
        await notify(visit.unit, client, "urgent" if urgency == "urgent" else "new", visit.at, case)
    else:
        if case.withdrawn_at:
            await visit.unit.cases.reopen(case.id, visit.at)
        await visit.unit.cases.client_waits(case.id, visit.at)
        await notify(visit.unit, client, "urgent" if urgency == "urgent" else "message", visit.at, case)
        if urgency == "urgent" and case.urgency != "urgent":
            await visit.unit.cases.make_urgent(case.id)
    visit.case = case
    visit.conversation.end_step()
    visit.conversation.bot_may_answer = False
    await visit.changed()
    if reason not in ("paper", "crisis"):
        await visit.say_with_menu(
            wording.case_opened(visit.words, await visit.caseworker_name(), answer_by(visit), case.number)
        )
    return case


def answer_by(visit: Visit) -> date:
    """The last working day on which the client may expect an answer, by local policy."""
    today = visit.at.astimezone(AMSTERDAM).date()
    return working_days_later(today, visit.house.policy.answer_within_working_days)
