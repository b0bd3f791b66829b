"""What was read on a photo or PDF of a letter: the client says whether it is right, and each day is confirmed later."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.letters import wording, wording_read
from bot.answers.letters.letter import Kind, Sender
from bot.answers.letters.proposal import Proposal
from bot.answers.letters.recognising import SURE
from bot.income import wording_photos
from bot.income.paper import Paper
from bot.messages import Button
from bot.reception import letters_choosing, letters_state
from bot.reception.letters_state import Draft
from bot.reception.visit import Visit


async def proposed(visit: Visit, paper: Paper) -> bool:
    """Whether something was read that can be proposed; then it is. What is not likely is left to ask."""
    found = paper.reading.get("letter_read")
    proposal = Proposal.from_json(found) if isinstance(found, dict) else None
    sender = visit.house.library.letters.senders.get(proposal.sender) if proposal else None
    if proposal is None or sender is None:
        return False
    await visit.count("letter.read")
    draft = _draft(proposal, paper)
    if proposal.sure.get("sender", 0) < SURE:
        await letters_choosing.ask_sender(visit, draft, wording.recognised_unsure(visit.words), _ways_on(visit, paper))
        return True
    kind = sender.kinds.get(proposal.kind) if proposal.sure.get("kind", 0) >= SURE else None
    letters_state.begin(visit, "letter_kind", replace(draft, sender=sender.key))
    await visit.say(_said(visit, sender, kind, draft), _buttons(visit, paper, sender, kind, proposal))
    return True


def _draft(proposal: Proposal, paper: Paper) -> Draft:
    day, until = proposal.certain("day"), proposal.certain("until")
    return Draft(
        sent=proposal.day if day else "",
        until=proposal.until if until else "",
        sent_spot=proposal.spots.get("day", "") if day else "",
        until_spot=proposal.spots.get("until", "") if until else "",
        amounts=proposal.amounts,
        reference=proposal.reference if proposal.certain("reference") else "",
        paper=paper.id,
    )


def _said(visit: Visit, sender: Sender, kind: Kind | None, draft: Draft) -> str:
    _, day, until = visit.words, letters_state.day(draft.sent), letters_state.day(draft.until)
    seen = [
        *([wording_read.day_line(_, day)] if day else []),
        *([wording_read.until_line(_, until)] if until else []),
        *([wording_read.amount_line(_, draft.amounts[0])] if draft.amounts else []),
        *([wording_read.reference_line(_, draft.reference)] if draft.reference else []),
    ]
    hurry = [wording.hurry(_, kind)] if kind and kind.urgent else []
    parts = [wording_read.i_read(_), "\n".join(seen), *hurry, wording_read.is_this_it(_, sender, kind, day)]
    return "\n\n".join(part for part in parts if part)


def _buttons(
    visit: Visit, paper: Paper, sender: Sender, kind: Kind | None, proposal: Proposal
) -> letters_choosing.Rows:
    _ = visit.words
    other_kind = [Button(wording.other_kind_button(_), f"letter:sender:{sender.key}")]
    other_sender = [Button(wording.other_sender_button(_), "letter:start")]
    if kind:
        yes = [[Button(wording.yes(_), f"letter:kind:{sender.key}:{kind.key}")]]
    else:
        likely = [sender.kinds[key] for key in proposal.kinds if key in sender.kinds]
        yes = [[Button(each.name, f"letter:kind:{sender.key}:{each.key}")] for each in likely]
    return [*yes, other_kind, other_sender, *_ways_on(visit, paper), [letters_choosing.person(visit, sender)]]


def _ways_on(visit: Visit, paper: Paper) -> letters_choosing.Rows:
    """It may be a payslip after all, and of a photo there may be another page."""
    _ = visit.words
    collects = paper.state == "to_confirm" and "delivery" in paper.reading
    more = [[Button(wording_photos.one_more_page(_), f"pages:more:{paper.id}")]] if collects else []
    return [*more, [Button(wording_read.my_payslip_button(_), f"letter:slip:{paper.id}")]]
