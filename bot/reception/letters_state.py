"""What is known of the letter that a chat is talking about: kept in the draft of the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from bot.answers.letters.letter import Kind, Sender
from bot.answers.letters.recognising import Recognised
from bot.reception.visit import Visit

_OTHERS = ("delivery", "album", "letters")  # photos that are under way when the helper asks on


@dataclass(frozen=True, slots=True)
class Draft:
    """`day` is an ISO date; `sent`, `until`, `amounts` (cents) and `reference` were read and are only offered.

    `sent_spot` and `until_spot` are cut-outs of doubtful days; `paper` is what it was read on.
    `warned` is the kind of which the caseworker was told already.
    """

    sender: str = ""
    kind: str = ""
    day: str = ""
    cents: int = 0
    sent: str = ""
    until: str = ""
    amounts: tuple[int, ...] = ()
    warned: str = ""
    reference: str = ""
    sent_spot: str = ""
    until_spot: str = ""
    paper: str = ""


def of(visit: Visit) -> Draft:
    """The draft of this chat; an empty one when there is none."""
    found = visit.conversation.draft.get("letter")
    said = found if isinstance(found, dict) else {}
    known = {each.name: said[each.name] for each in fields(Draft) if each.name in said}
    return Draft(**{**known, "amounts": tuple(known.get("amounts", ()))})


def begin(visit: Visit, step: str, draft: Draft, **more: Any) -> None:
    """Wait for the next answer about this letter."""
    kept = {name: visit.conversation.draft[name] for name in _OTHERS if name in visit.conversation.draft}
    visit.conversation.begin(step, **kept, letter=_as_json(draft), **more)


def named(visit: Visit, draft: Draft) -> tuple[Sender, Kind] | None:
    """The sender and kind of a draft, when both are known and still in the list."""
    return visit.house.library.letters.kind(draft.sender, draft.kind)


def from_text(found: Recognised) -> Draft:
    """What a pasted letter gives; sender and kind are only filled in by the client's answer."""
    sent, until = found.day("sent"), found.day("until")
    return Draft(
        sent=sent.isoformat() if sent else "",
        until=until.isoformat() if until else "",
        amounts=tuple(amount.cents for amount in found.amounts[:3]),
    )


def read_day(draft: Draft, term: str) -> tuple[date | None, str]:
    """The day that was read for this term, and the cut-out of its place when it is doubtful."""
    of_sending = term == "bezwaar"
    return day(draft.sent if of_sending else draft.until), draft.sent_spot if of_sending else draft.until_spot


def day(text: str) -> date | None:
    """A day of a draft or button, of this century."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 2000 <= found.year < 2100 else None


def _as_json(draft: Draft) -> Mapping[str, Any]:
    """Only what is known, so that nothing more is kept than needed."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(draft).items() if value}
