"""Last days: ask for a day, show the term, offer a reminder.

For whoever knows that a client has a term, these are the ways in:

- `ask(visit, kind, about)`: asks for the day, by buttons, a calendar or typing; then does what `show` does.
- `show(visit, kind, start, about)`: the day is known already; shows the last day and offers a reminder.

`about` says in the client's language what it is about («de brief van UWV»); the reminder repeats it.
"""

from __future__ import annotations

from datetime import date

from bot.clients import wording as clients_wording
from bot.deadlines import typed, wording
from bot.deadlines.terms import Term, TermKind, as_kind, work_out
from bot.language import AMSTERDAM
from bot.messages import Reply
from bot.reception import days, people, questions, reminders
from bot.reception.visit import Visit

_CALENDAR = "term:calendar"  # the tag of the calendar that the arrows turn
_NEAR: dict[TermKind, typed.Near] = {"bezwaar": "past", "kor": "future"}


async def ask(visit: Visit, kind: TermKind, about: str = "") -> None:
    """Ask from which day the term counts; the answer comes as a button or as text."""
    visit.conversation.begin("term_day", term_kind=kind, term_about=about)
    _, today = visit.words, today_of(visit)
    if kind in ("printed", "betaling"):  # any day in the next weeks: the calendar is quickest
        return await _turn(visit, kind, today.replace(day=1))
    question = wording.ask_day(_, kind)
    text = question if kind == "btw" else f"{question}\n\n{wording.how_to_type(_)}"
    await visit.say(text, days.likely(_, kind, today))


async def show(visit: Visit, kind: TermKind, start: date, about: str = "") -> None:
    """Say what the last day is and what that rests on; then offer a reminder, or what still helps."""
    _, today = visit.words, today_of(visit)
    if kind == "bezwaar" and start > today:
        visit.conversation.begin("term_day", term_kind=kind, term_about=about)
        return await visit.say(wording.not_yet(_, start), days.likely(_, kind, today))
    term = work_out(kind, start)
    # Not a step that waits for a text; the reminder may still need what it is about.
    visit.conversation.begin("", term_kind=kind, term_about=about, term_start=term.start.isoformat())
    await visit.count(f"term.{kind}")
    if term.last_day < today:
        return await _too_late(visit, term)
    said, stands_out = wording.last_day(_, term, today)
    where = said.index(stands_out)
    text, rows = reminders.offer(visit, term)
    parts = [said, wording.how_it_was_counted(_, term), text]
    bold = ((where, where + len(stands_out)),)
    buttons = tuple(tuple(row) for row in rows)
    await visit.send(Reply("\n\n".join(part for part in parts if part), bold=bold, buttons=buttons))


async def pressed(visit: Visit, rest: str) -> None:
    """A button about a term. They carry all that they mean, so an old one still works."""
    act, _, tail = rest.partition(":")
    name, _, detail = tail.partition(":")
    kind = as_kind(name)
    day = _date(detail if act != "month" else f"{detail}-01")
    match act:
        case "nothing":
            return
        case "ask" if kind:
            await ask(visit, kind)
        case "day" if kind and day:
            await show(visit, kind, day, about(visit, kind))
        case "month" if kind and day and days.in_reach(day, today_of(visit)):
            await _turn(visit, kind, day)
        case "unknown" if kind:
            await visit.say(wording.unknown_day(visit.words, kind), [[people.person_button(visit)]])
        case "remind" | "no" | "cancel":
            await reminders.pressed(visit, act, tail)
        case _:
            await visit.say_with_menu(clients_wording.old_button(visit.words))


async def took(visit: Visit, text: str) -> bool:
    """Whether the text was the day that was asked for. A question that comes instead ends the step."""
    kind = as_kind(str(visit.conversation.draft.get("term_kind")))
    if kind is None:
        visit.conversation.end_step()
        return False
    day = typed.typed_day(text, today_of(visit), _NEAR.get(kind, "any"), visit.words.locale)
    if day:
        await show(visit, kind, day, about(visit, kind))
        return True
    if typed.seems_a_day(text) and not visit.conversation.draft.get("term_again"):
        visit.conversation.draft["term_again"] = True  # the next time it is taken for a question
        await visit.say(wording.not_a_day(visit.words), days.likely(visit.words, kind, today_of(visit)))
        return True
    visit.conversation.end_step()
    return False


def about(visit: Visit, kind: TermKind) -> str:
    """What the term that was asked about last is about."""
    draft = visit.conversation.draft
    return str(draft.get("term_about") or "") if draft.get("term_kind") == kind else ""


def today_of(visit: Visit) -> date:
    """The day of the client."""
    return visit.at.astimezone(AMSTERDAM).date()


async def _too_late(visit: Visit, term: Term) -> None:
    said = wording.too_late(visit.words, term)
    if term.kind == "bezwaar":
        await visit.say(said)
        return await questions.show_topic(visit, "bezwaar-te-laat")
    if term.kind == "kor":
        visit.conversation.begin("term_day", term_kind=term.kind)
        return await visit.say(said, days.likely(visit.words, "kor", today_of(visit)))
    await visit.say(said, [[people.person_button(visit)]])


async def _turn(visit: Visit, kind: TermKind, first: date) -> None:
    """Show a month in the same message; turning pages is no conversation, so the desk does not see it."""
    _ = visit.words
    if visit.conversation.step != "term_day":
        visit.conversation.begin("term_day", term_kind=kind, term_about=about(visit, kind))
    rows = days.month(_, kind, first, today_of(visit))
    page = Reply(
        f"{wording.ask_day(_, kind)}\n\n{wording.choose_in_calendar(_)}",
        buttons=tuple(tuple(row) for row in rows),
        tag=_CALENDAR,
        replaces=_CALENDAR if visit.conversation.draft.get("term_calendar") else None,
    )
    visit.conversation.draft["term_calendar"] = True
    await visit.unit.outbox.put(visit.incoming.chat_id, page, visit.at, client_id=visit.linked_id)


def _date(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 2000 <= found.year < 2100 else None
