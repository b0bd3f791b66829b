"""Whose letter it is and which kind: buttons, and ways out for who does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.letters import wording, wording_reply
from bot.answers.letters.letter import Kind, Sender
from bot.deadlines import wording as deadlines_wording
from bot.messages import Button, Reply
from bot.reception import letters_state
from bot.reception.letters_state import Draft
from bot.reception.visit import Visit

PAGE = 6  # kinds at once; a sender with one more shows them all
NARROW = 22  # characters of a label that fits beside another one
_HELP = "hulp-bij-brieven"
Rows = list[list[Button]]


async def ask_sender(visit: Visit, draft: Draft, head: str = "", more: Sequence[Sequence[Button]] = ()) -> None:
    """Which sender: those with a known look first, each on a row of its own."""
    _ = visit.words
    letters_state.begin(visit, "letter_sender", replace(draft, sender="", kind="", day="", cents=0))
    rows = [*_senders(visit), [Button(wording.somebody_else_button(_), "letter:other")]]
    rows[-1].append(Button(wording.do_not_know_button(_), "letter:unsure"))
    text = "\n\n".join(part for part in (head, wording.which_sender(_)) if part)
    await visit.say(text, [*rows, *more, [person(visit)]])


async def ask_kind(visit: Visit, sender: Sender, draft: Draft, likely: Sequence[Kind] = (), head: str = "") -> None:
    """Which kind of this sender; `likely` ones only when words or a pasted text point to them."""
    letters_state.begin(visit, "letter_kind", replace(draft, sender=sender.key, kind="", day="", cents=0))
    _ = visit.words
    if likely:
        rows = [[_kind(sender, kind)] for kind in likely]
        more = [[Button(wording.something_else_button(_), f"letter:sender:{sender.key}")]]
        return await visit.say(head or wording.several_kinds(_), [*rows, *more, *_ways_out(visit, sender)])
    text = head or wording.which_kind(_, sender)
    await visit.say(text, _page(visit, sender, 0), tag=f"letter:{sender.key}")


async def turn(visit: Visit, sender: Sender, page: int) -> None:
    """Other kinds in the same message; turning pages is no conversation, so the desk does not see it."""
    letters_state.begin(visit, "letter_kind", replace(letters_state.of(visit), sender=sender.key))
    text, tag = wording.which_kind(visit.words, sender), f"letter:{sender.key}"
    rows = tuple(tuple(row) for row in _page(visit, sender, page))
    reply = Reply(text, buttons=rows, tag=tag, replaces=tag)
    await visit.unit.outbox.put(visit.incoming.chat_id, reply, visit.at, client_id=visit.linked_id)


async def somebody_else(visit: Visit) -> None:
    """A sender who is not among the buttons: words of the letter may still find an answer."""
    await _unknown(visit, wording.sender_not_known(visit.words))


async def sender_unsure(visit: Visit) -> None:
    """Where a name may stand, and who reads along."""
    await _unknown(visit, wording.sender_unsure(visit.words))


async def something_else(visit: Visit, sender: Sender) -> None:
    """A kind that is not among the buttons: the words at the top of the letter are asked."""
    _ = visit.words
    letters_state.begin(visit, "letter_kind", replace(letters_state.of(visit), sender=sender.key), words=True)
    out = [[Button(wording.do_not_know_button(_), f"letter:unsure:{sender.key}")]]
    await visit.say(wording.type_the_top(_), [*out, [_back(visit, f"letter:sender:{sender.key}"), person(visit)]])


async def kind_unsure(visit: Visit, sender: Sender) -> None:
    """What to look for in any letter, who to call, and who reads along."""
    _ = visit.words
    letters_state.begin(visit, "letter_kind", replace(letters_state.of(visit), sender=sender.key))
    lines = [wording.kind_unsure(_, sender), *_calls(visit, sender), *_reads_along(visit)]
    last_day = Button(deadlines_wording.work_out_button(_), "term:ask:bezwaar")
    back = _back(visit, f"letter:sender:{sender.key}")
    await visit.say("\n\n".join(lines), [[last_day], *_help(visit), [person(visit, sender)], [back]])


def person(visit: Visit, sender: Sender | None = None, kind: Kind | None = None) -> Button:
    """The way to a person, with what is known of the letter."""
    parts = [each.key for each in (sender, kind) if each]
    return Button(wording.person_button(visit.words), ":".join(["letter:person", *parts]))


def ways_out(visit: Visit, back: str) -> Rows:
    """Under every question: a step back, and a person."""
    draft = letters_state.of(visit)
    found = letters_state.named(visit, draft)
    sender = found[0] if found else visit.house.library.letters.senders.get(draft.sender)
    return [[_back(visit, back), person(visit, sender, found[1] if found else None)]]


def _senders(visit: Visit) -> Rows:
    senders = list(visit.house.library.letters.senders.values())
    buttons = [Button(wording.sender_label(sender), f"letter:sender:{sender.key}") for sender in senders]
    wide = [[button] for button in buttons if len(button.label) > NARROW]
    narrow = [button for button in buttons if len(button.label) <= NARROW]
    return [*wide, *(narrow[i : i + 2] for i in range(0, len(narrow), 2))]


def _page(visit: Visit, sender: Sender, page: int) -> Rows:
    kinds = list(sender.kinds.values())
    if len(kinds) <= PAGE + 1:
        return [[_kind(sender, kind)] for kind in kinds] + _ways_out(visit, sender)
    pages = -(-len(kinds) // PAGE)
    page = min(max(page, 0), pages - 1)
    _, turns = visit.words, []
    if page:
        turns.append(Button(wording.earlier_button(_), f"letter:page:{sender.key}:{page - 1}"))
    if page < pages - 1:
        turns.append(Button(wording.more_button(_), f"letter:page:{sender.key}:{page + 1}"))
    shown = kinds[page * PAGE : (page + 1) * PAGE]
    return [*([_kind(sender, kind)] for kind in shown), turns, *_ways_out(visit, sender)]


def _ways_out(visit: Visit, sender: Sender) -> Rows:
    _ = visit.words
    other = Button(wording.something_else_button(_), f"letter:other:{sender.key}")
    unsure = Button(wording.do_not_know_button(_), f"letter:unsure:{sender.key}")
    return [[other, unsure], [_back(visit, "letter:start"), person(visit, sender)]]


async def _unknown(visit: Visit, text: str) -> None:
    letters_state.begin(visit, "letter_sender", letters_state.of(visit))
    rows = [*_help(visit), [person(visit)], [_back(visit, "letter:start")]]
    await visit.say("\n\n".join([text, *_reads_along(visit)]), rows)


def _kind(sender: Sender, kind: Kind) -> Button:
    return Button(kind.name, f"letter:kind:{sender.key}:{kind.key}")


def _back(visit: Visit, action: str) -> Button:
    return Button(wording.back_button(visit.words), action)


def _help(visit: Visit) -> Rows:
    library = visit.house.library
    return [[Button(library.title(_HELP, visit.language), f"t:{_HELP}")]] if library.article(_HELP) else []


def _reads_along(visit: Visit) -> list[str]:
    contact = visit.house.library.help.contacts.get("buurtteam")
    return [wording.reads_along(visit.words, contact)] if contact else []


def _calls(visit: Visit, sender: Sender) -> list[str]:
    """Whom the letters of this sender mostly say to call."""
    times = Counter(kind.call for kind in sender.kinds.values() if kind.call and kind.call != "buurtteam")
    contact = visit.house.library.help.contacts.get(times.most_common(1)[0][0]) if times else None
    return [wording_reply.call_line(visit.words, contact)] if contact else []
