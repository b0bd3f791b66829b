"""To a person: opening a case with its context, and what the client types while it is open."""

from __future__ import annotations

from datetime import date

from bot.clients import wording as clients_wording
from bot.handoff import wording
from bot.handoff.case import Case, Reason, Urgency
from bot.language import AMSTERDAM
from bot.messages import Button
from bot.reception import welcome
from bot.reception.visit import Visit
from bot.workdays import working_days_later

SUBJECT = 200  # characters of the question that the list of cases shows


def captures(visit: Visit) -> bool:
    """Whether what the client types now is for the person. A paper to look at asks for no silence."""
    return visit.case is not None and visit.case.reason != "paper" and not visit.conversation.bot_may_answer


async def note_message(visit: Visit) -> None:
    """Keep what a linked client said, where the desk shows it; waiting counts from the oldest."""
    client = visit.linked
    if client is None:
        return
    body = visit.incoming.text or ("📎" if visit.incoming.attachment else visit.incoming.unsupported or "")
    case = visit.case
    await visit.unit.thread.add(
        client.id,
        "client",
        body,
        visit.incoming.at,
        case_id=case.id if case else None,
        message_id=visit.incoming.message_id,
    )
    if case and captures(visit):
        await visit.unit.cases.client_waits(case.id, visit.incoming.at)
    await visit.changed()


async def edited(visit: Visit) -> None:
    """Keep the new version of a message beside the old one."""
    client, message_id = visit.linked, visit.incoming.message_id
    if client is None or message_id is None:
        return
    if not await visit.unit.thread.edited(client.id, message_id, visit.incoming.text, visit.incoming.at):
        return
    if visit.case:
        await visit.unit.cases.client_waits(visit.case.id, visit.incoming.at)
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
        return await visit.say(wording.already_open(_, name, visit.case.number))
    if about_last_question and visit.conversation.recent:
        await open_case(visit, "asked", visit.conversation.recent[-1])
        return
    visit.conversation.begin("question_for_person")
    await visit.say(wording.write_your_question(_, name))


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
    else:
        await visit.unit.cases.client_waits(case.id, visit.at)
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
