"""The day and the amount of a letter: asked with buttons, a calendar or typing, and never needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answers.letters import wording, wording_read
from bot.answers.letters.letter import Kind, Sender
from bot.answers.letters.money import typed_amount
from bot.deadlines import typed
from bot.deadlines import wording as deadlines_wording
from bot.deadlines.terms import TermKind
from bot.messages import Button, Picture, Reply
from bot.reception import days, letters_choosing, letters_reply, letters_state, terms
from bot.reception.letters_state import Draft
from bot.reception.visit import Visit

CALENDAR = "letter:calendar"  # the tag of the calendar that the arrows turn


async def kind_known(visit: Visit, sender: Sender, kind: Kind, draft: Draft) -> None:
    """Go on to the first thing that is still to ask."""
    draft = replace(draft, sender=sender.key, kind=kind.key, day="", cents=0)
    if kind.term is None:
        return await day_known(visit, sender, kind, draft)
    letters_state.begin(visit, "letter_day", draft)
    await _ask_day(visit, sender, kind, kind.term, draft)


async def day_known(visit: Visit, sender: Sender, kind: Kind, draft: Draft) -> None:
    """Ask the amount when it matters; then the answer."""
    if not kind.asks_amount or draft.cents:
        return await letters_reply.show(visit, sender, kind, draft)
    letters_state.begin(visit, "letter_amount", draft)
    text = wording_read.is_this_the_amount(visit.words) if draft.amounts else wording.which_amount(visit.words)
    await visit.say(text, _amounts(visit, sender, kind, draft))


async def day_chosen(visit: Visit, term: TermKind, day: date) -> None:
    """A day of this letter; one that a letter cannot have been sent on is asked again."""
    draft = letters_state.of(visit)
    found = letters_state.named(visit, draft)
    if found is None or found[1].term != term:  # an old button, about a letter of before
        return await terms.show(visit, term, day)
    if term == "bezwaar" and day > terms.today_of(visit):
        letters_state.begin(visit, "letter_day", draft)
        text = deadlines_wording.not_yet(visit.words, day)
        return await visit.say(text, _days(visit, found[0], found[1], term, draft))
    await day_known(visit, *found, replace(draft, day=day.isoformat()))


async def typed_day(visit: Visit, text: str) -> bool:
    """Whether the text was the day that was asked for. A question that comes instead ends the step."""
    draft = letters_state.of(visit)
    found = letters_state.named(visit, draft)
    term = found[1].term if found else None
    if found is None or term is None:
        return False
    near: typed.Near = "past" if term == "bezwaar" else "any"
    day = typed.typed_day(text, terms.today_of(visit), near, visit.words.locale)
    if day:
        await day_chosen(visit, term, day)
        return True
    if not typed.seems_a_day(text) or visit.conversation.draft.get("again"):
        return False  # the second time it is taken for a question
    letters_state.begin(visit, "letter_day", draft, again=True)
    await visit.say(deadlines_wording.not_a_day(visit.words), _days(visit, *found, term, draft))
    return True


async def typed_amount_came(visit: Visit, text: str) -> bool:
    """Whether the text was the amount, or an attempt at it."""
    draft = letters_state.of(visit)
    found = letters_state.named(visit, draft)
    if found is None:
        return False
    cents = typed_amount(text)
    if cents:
        await letters_reply.show(visit, *found, replace(draft, cents=cents))
        return True
    if visit.conversation.draft.get("again") or not any(c.isdecimal() for c in text) or len(text) > typed.LONGEST:
        return False
    letters_state.begin(visit, "letter_amount", draft, again=True)
    await visit.say(wording.not_an_amount(visit.words), _amounts(visit, *found, draft))
    return True


async def turn(visit: Visit, term: TermKind, first: date) -> None:
    """Another month of the calendar, in the same message when it is there."""
    draft = letters_state.of(visit)
    found = letters_state.named(visit, draft)
    if found is None:
        return await terms.pressed(visit, f"month:{term}:{first:%Y-%m}")
    _, known = visit.words, bool(visit.conversation.draft.get("calendar"))
    letters_state.begin(visit, "letter_day", draft, calendar=True)
    rows = days.month(_, term, first, terms.today_of(visit), "letter", _out(visit, *found))
    text = f"{deadlines_wording.ask_day(_, term)}\n\n{deadlines_wording.choose_in_calendar(_)}"
    page = Reply(text, buttons=tuple(map(tuple, rows)), tag=CALENDAR, replaces=CALENDAR if known else None)
    await visit.unit.outbox.put(visit.incoming.chat_id, page, visit.at, client_id=visit.linked_id)


async def _ask_day(visit: Visit, sender: Sender, kind: Kind, term: TermKind, draft: Draft) -> None:
    _ = visit.words
    head = [wording.kind_line(sender, kind), *([wording.hurry(_, kind)] if kind.urgent else [])]
    read, spot = letters_state.read_day(draft, term)
    if read:
        return await _confirm_day(visit, sender, kind, term, read, spot, head)
    how = deadlines_wording.how_to_type(_) if term == "bezwaar" else deadlines_wording.choose_in_calendar(_)
    calendar = {} if term == "bezwaar" else {"tag": CALENDAR}
    if calendar:
        letters_state.begin(visit, "letter_day", draft, calendar=True)
    text = "\n\n".join([*head, deadlines_wording.ask_day(_, term), how])
    await visit.say(text, _days(visit, sender, kind, term, draft), **calendar)


async def _confirm_day(
    visit: Visit, sender: Sender, kind: Kind, term: TermKind, day: date, spot: str, head: list[str]
) -> None:
    """A day that was read: confirmed or corrected, with its place on the paper when it is doubtful."""
    _, today = visit.words, terms.today_of(visit)
    doubt = [wording_read.look_at_the_spot(_)] if spot else []
    text = "\n\n".join([*head, *doubt, wording_read.is_this_the_day(_, term, day)])
    rows = [
        [Button(wording.found_day_button(_, day), f"letter:day:{term}:{day}")],
        [Button(wording_read.another_day_button(_), f"letter:month:{term}:{today:%Y-%m}")],
        *_out(visit, sender, kind),
    ]
    await visit.say(text, rows, **({"picture": Picture(spot, "photo", "plek.jpg")} if spot else {}))


def _days(visit: Visit, sender: Sender, kind: Kind, term: TermKind, draft: Draft) -> letters_choosing.Rows:
    """The day that was read, then the likely ones or a calendar."""
    _, today = visit.words, terms.today_of(visit)
    read, _spot = letters_state.read_day(draft, term)
    first = [[Button(wording.found_day_button(_, read), f"letter:day:{term}:{read}")]] if read else []
    out = _out(visit, sender, kind)
    if term == "bezwaar":
        return [*first, *map(list, days.likely(_, term, today, "letter", out))]
    return [*first, *map(list, days.month(_, term, today.replace(day=1), today, "letter", out))]


def _out(visit: Visit, sender: Sender, kind: Kind) -> letters_choosing.Rows:
    no_day = [Button(wording.no_day_button(visit.words), f"letter:noday:{sender.key}:{kind.key}")]
    return [no_day, *letters_choosing.ways_out(visit, f"letter:sender:{sender.key}")]


def _amounts(visit: Visit, sender: Sender, kind: Kind, draft: Draft) -> letters_choosing.Rows:
    _ = visit.words
    read = [[Button(_.euros(cents), f"letter:cents:{cents}")] for cents in draft.amounts]
    skip = [Button(wording.skip_button(_), f"letter:nocents:{sender.key}:{kind.key}")]
    back = f"letter:kind:{sender.key}:{kind.key}" if kind.term else f"letter:sender:{sender.key}"
    return [*read, skip, *letters_choosing.ways_out(visit, back)]
