"""Reminders of a last day: offered, promised, cancelled, and sent when their moment has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.clients import wording as clients_wording
from bot.deadlines import wording_reminders as wording
from bot.deadlines.reminder import DAYS_BEFORE, Reminder, moment_before, offers
from bot.deadlines.terms import OF_TOPIC, Term, as_kind, work_out
from bot.language import AMSTERDAM
from bot.messages import Button
from bot.reception import people, welcome
from bot.reception.visit import Visit

MOST_LISTED = 8


def offer(visit: Visit, term: Term) -> tuple[str, Sequence[Sequence[Button]]]:
    """The question whether to remind, and its buttons. Of somebody who is not linked nothing is kept."""
    _ = visit.words
    possible = offers(term, visit.at)
    if not possible:
        return "", []
    if not visit.linked:
        return wording.write_it_down(_), []
    rows = [[Button(_label(visit, term, days), f"term:remind:{term.kind}:{term.start}:{days}")] for days in possible]
    rows.append([Button(wording.no_reminder_button(_), "term:no")])
    return wording.remind_me(_), rows


async def pressed(visit: Visit, act: str, detail: str) -> None:
    """A button about a reminder."""
    match act:
        case "remind":
            await _promise(visit, detail)
        case "cancel":
            await _cancel(visit, detail)
        case _:
            await visit.say_with_menu(wording.no_reminder(visit.words))


async def listed(visit: Visit) -> tuple[list[str], list[list[Button]]]:
    """The reminders that are still to come, for «Mijn gegevens»: lines, and a button for each."""
    _, client = visit.words, visit.linked
    kept = list(await visit.unit.reminders.waiting_of(client.id))[:MOST_LISTED] if client else []
    moments = [one.due_at.astimezone(AMSTERDAM).date() for one in kept]
    lines = [wording.line(_, one, day) for one, day in zip(kept, moments, strict=True)]
    buttons = [
        [Button(wording.cancel_one(_, day), f"term:cancel:{one.id}")] for one, day in zip(kept, moments, strict=True)
    ]
    return ["", wording.head(_), *lines] if lines else [], buttons


async def due(visit: Visit) -> None:
    """The moment of a reminder has come: send it, unless it was cancelled on the way here."""
    asked = visit.incoming.job["asked"]
    assert isinstance(asked, dict)
    kept = await visit.unit.reminders.by_id(str(asked["reminder"]))
    if kept is None or kept.state != "due":
        return
    if visit.linked_id != kept.client_id:
        # The account changed hands meanwhile: it waits until the client's own account is known.
        await visit.unit.reminders.set_state(kept.id, "due", "waiting")
        return
    if await visit.unit.reminders.set_state(kept.id, "due", "sent"):
        await visit.say(wording.reminder(visit.words, kept, _today(visit)), _ways_on(visit, kept))
        await visit.count("reminder.sent")


async def cancel_all(visit: Visit) -> None:
    """With /stop the reminders stop as well, and the client hears so."""
    if visit.client and await visit.unit.reminders.cancel_all(visit.client.id):
        await visit.say(wording.all_cancelled(visit.words))


async def _promise(visit: Visit, detail: str) -> None:
    if not await welcome.must_be_linked(visit):
        return
    client, (term, days) = visit.linked, _read(detail)
    assert client is not None
    if term is None:
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    if client.state == "stopped":
        return await visit.say(wording.messages_are_stopped(visit.words))
    if days not in offers(term, visit.at):
        return await visit.say_with_menu(wording.moment_passed(visit.words))
    due_at = moment_before(term.act_by, days)
    kept = await visit.unit.reminders.add(client.id, term, _about(visit, term), due_at, visit.at)
    await visit.count("reminder.promised")
    cancel = Button(wording.cancel_button(visit.words), f"term:cancel:{kept.id}")
    await visit.say(wording.will_remind(visit.words, due_at.date()), [[cancel]])


def _about(visit: Visit, term: Term) -> str:
    """What it is about, when this term is the one that was shown last: an older button has no words any more."""
    draft = visit.conversation.draft
    same = (draft.get("term_kind"), draft.get("term_start")) == (term.kind, term.start.isoformat())
    return str(draft.get("term_about") or "") if same else ""


async def _cancel(visit: Visit, reminder_id: str) -> None:
    kept = await visit.unit.reminders.by_id(reminder_id)
    if kept and (kept.client_id != visit.linked_id or kept.state == "sent"):
        return await visit.say_with_menu(clients_wording.old_button(visit.words))
    if kept:
        await visit.unit.reminders.cancel(kept.id)
    await visit.say_with_menu(wording.cancelled(visit.words))


def _ways_on(visit: Visit, kept: Reminder) -> list[list[Button]]:
    """The answer about this term, and a person."""
    slug = next((slug for slug, kind in OF_TOPIC.items() if kind == kept.kind), None)
    rows = [[Button(visit.house.library.title(slug, visit.language), f"t:{slug}")]] if slug else []
    return [*rows, [people.person_button(visit)]]


def _label(visit: Visit, term: Term, days: int) -> str:
    return wording.remind_button(visit.words, days, moment_before(term.act_by, days).date())


def _read(detail: str) -> tuple[Term | None, int]:
    """The term and the days before it of a button; a strange one has no term."""
    name, _, rest = detail.partition(":")
    start, _, days = rest.partition(":")
    kind = as_kind(name)
    try:
        term = work_out(kind, date.fromisoformat(start)) if kind else None
        number = int(days)
    except (ValueError, OverflowError):
        return None, 0
    return (term, number) if number in DAYS_BEFORE else (None, 0)


def _today(visit: Visit) -> date:
    return visit.at.astimezone(AMSTERDAM).date()
