"""The letter helper: whose letter, which kind, what day, what amount; then what to do about it.

Ways in: `start` (a button), `began` (a typed «Ik heb een brief» or a pasted letter), and
`letters_papers` (a photo or file of a letter). Each question is a step that also takes typing;
another question ends it. Buttons carry the letter that they are about, so an old one still works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.letters import wording
from bot.answers.letters.letter import Kind, Sender
from bot.answers.letters.recognising import SURE, Recognised, kinds_in, recognise, senders_in
from bot.answers.letters.starting import starts
from bot.clients import wording as clients_wording
from bot.deadlines.terms import as_kind
from bot.messages import Button
from bot.reception import days, letters_asking, letters_choosing, letters_papers, letters_reply, letters_state, terms
from bot.reception.letters_state import Draft
from bot.reception.visit import Visit

FEW = 60  # characters; a longer text is a question, and no answer to «van wie?» or «waarover?»


async def start(visit: Visit, head: str = "") -> None:
    """Begin with the sender."""
    await visit.count("letter.started")
    await letters_choosing.ask_sender(visit, Draft(), head)


async def began(visit: Visit, text: str) -> bool:
    """Whether the text starts the helper: «Ik heb een brief», or a pasted letter."""
    letters = visit.house.library.letters
    says_so, sender = starts(letters, text)
    if says_so:
        visit.conversation.bot_may_answer = False
        if sender is None:
            await start(visit)
        else:
            await visit.count("letter.started")
            await letters_choosing.ask_kind(visit, sender, Draft())
        return True
    found = recognise(letters, text, terms.today_of(visit))
    if found is None:
        return False
    visit.conversation.bot_may_answer = False
    await visit.count("letter.recognised")
    await _confirm(visit, found)
    return True


async def took(visit: Visit, text: str) -> bool:
    """Whether the text was an answer to the question that waits; a pasted letter begins anew."""
    if recognise(visit.house.library.letters, text, terms.today_of(visit)):
        return await began(visit, text)
    step = visit.conversation.step
    if step == "letter_day":
        done = await letters_asking.typed_day(visit, text)
    elif step == "letter_amount":
        done = await letters_asking.typed_amount_came(visit, text)
    else:
        few = len(text) <= FEW and "?" not in text
        done = few and await (_sender_typed if step == "letter_sender" else _kind_typed)(visit, text)
    if not done:
        visit.conversation.end_step()
    return done


async def pressed(visit: Visit, rest: str) -> None:
    """A button of the helper. Old ones are answered too."""
    act, *parts = rest.split(":")
    sender, kind = _named(visit, parts)
    draft = letters_state.of(visit)
    match act:
        case "nothing":
            return
        case "new":
            await start(visit)
        case "start":  # a step back; what was read in a pasted text is still offered
            await letters_choosing.ask_sender(visit, draft)
        case "sender" if sender:
            await letters_choosing.ask_kind(visit, sender, draft)
        case "page" if sender and len(parts) == 2 and parts[1].isdecimal():
            await letters_choosing.turn(visit, sender, int(parts[1][:3]))
        case "kind" if sender and kind:
            await _kind_known(visit, sender, kind, draft)
        case "other":
            await (letters_choosing.something_else(visit, sender) if sender else letters_choosing.somebody_else(visit))
        case "unsure":
            await (letters_choosing.kind_unsure(visit, sender) if sender else letters_choosing.sender_unsure(visit))
        case "person":
            await letters_reply.to_person(visit, sender, kind)
        case _:
            await _answer(visit, act, parts)


async def _answer(visit: Visit, act: str, parts: Sequence[str]) -> None:
    """A day, an amount or neither; or a photo."""
    term = as_kind(parts[0]) if parts else None
    day = letters_state.day(parts[1] if act == "day" else f"{parts[1]}-01") if len(parts) == 2 else None
    found = letters_state.named(visit, letters_state.of(visit))
    asked = visit.house.library.letters.kind(parts[0], parts[1]) if len(parts) == 2 else None
    match act:
        case "day" if term and day:
            await letters_asking.day_chosen(visit, term, day)
        case "month" if term and day and days.in_reach(day, terms.today_of(visit)):
            await letters_asking.turn(visit, term, day)
        case "noday" if asked:
            await letters_asking.day_known(visit, *asked, replace(_same(visit, *asked), day=""))
        case "cents" if found and parts and parts[0].isdecimal():
            draft = replace(letters_state.of(visit), cents=int(parts[0][:9]))
            await letters_reply.show(visit, *found, draft)
        case "nocents" if asked:
            await letters_reply.show(visit, *asked, replace(_same(visit, *asked), cents=0))
        case "photo":
            await letters_papers.is_letter(visit, ":".join(parts))
        case "slip":
            await letters_papers.is_payslip(visit, ":".join(parts))
        case _:
            await visit.say_with_menu(clients_wording.old_button(visit.words))


async def _confirm(visit: Visit, found: Recognised) -> None:
    """What the pasted letter seems to be; the client says whether that is right."""
    _, draft, sender = visit.words, letters_state.from_text(found), found.sender
    if found.sender_sure < SURE:
        return await letters_choosing.ask_sender(visit, draft, wording.recognised_unsure(_))
    if found.kind is None or found.kind_sure < SURE:
        return await letters_choosing.ask_kind(visit, sender, draft, found.kinds, wording.recognised_sender(_, sender))
    letters_state.begin(visit, "letter_kind", replace(draft, sender=sender.key))
    rows = [
        [Button(wording.yes(_), f"letter:kind:{sender.key}:{found.kind.key}")],
        [Button(wording.other_kind_button(_), f"letter:sender:{sender.key}")],
        [Button(wording.other_sender_button(_), "letter:start")],
        [letters_choosing.person(visit, sender)],
    ]
    await visit.say(wording.recognised(_, sender, found.kind), rows)


async def _kind_known(visit: Visit, sender: Sender, kind: Kind, draft: Draft) -> None:
    """A letter that was sent as a photo or file is now known to be one."""
    if draft.paper:
        await letters_papers.confirmed(visit, draft.paper, urgent=kind.urgent)
    await letters_asking.kind_known(visit, sender, kind, draft)


async def _sender_typed(visit: Visit, text: str) -> bool:
    senders = senders_in(visit.house.library.letters, text)
    if len(senders) != 1:
        return False
    await letters_choosing.ask_kind(visit, senders[0], letters_state.of(visit))
    return True


async def _kind_typed(visit: Visit, text: str) -> bool:
    draft, asked = letters_state.of(visit), bool(visit.conversation.draft.get("words"))
    sender = visit.house.library.letters.senders.get(draft.sender)
    if sender is None:
        return False
    kinds = kinds_in(sender, text)
    if len(kinds) == 1:
        await _kind_known(visit, sender, kinds[0], draft)
    elif kinds:
        await letters_choosing.ask_kind(visit, sender, draft, kinds[: letters_choosing.PAGE])
    elif asked:
        await letters_choosing.ask_kind(visit, sender, draft, head=wording.words_not_known(visit.words))
    return bool(kinds) or asked


def _named(visit: Visit, parts: Sequence[str]) -> tuple[Sender | None, Kind | None]:
    letters = visit.house.library.letters
    sender = letters.senders.get(parts[0]) if parts else None
    return sender, sender.kinds.get(parts[1]) if sender and len(parts) > 1 else None


def _same(visit: Visit, sender: Sender, kind: Kind) -> Draft:
    """The draft when it is about this letter; a button of another one begins clean."""
    draft = letters_state.of(visit)
    same = (draft.sender, draft.kind) == (sender.key, kind.key)
    return draft if same else Draft(sender=sender.key, kind=kind.key)
