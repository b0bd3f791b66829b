"""The answer about a letter: what it means, what to do, before when, what if not, and whom to call."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import wording as answers_wording
from bot.answers.article import embolden
from bot.answers.letters import wording, wording_read, wording_reply
from bot.answers.letters.letter import Kind, Sender
from bot.deadlines import wording as deadlines_wording
from bot.deadlines.terms import Term, work_out
from bot.language import SOURCE, translator
from bot.messages import Button, Reply
from bot.reception import letters_choosing, letters_state, people, reminders, terms
from bot.reception.letters_state import Draft
from bot.reception.visit import Visit

_TOO_LATE = "bezwaar-te-laat"


async def show(visit: Visit, sender: Sender, kind: Kind, draft: Draft) -> None:
    """Say all that is known of this letter. A letter with haste goes to the client's caseworker as well."""
    day = letters_state.day(draft.day)
    term = work_out(kind.term, day) if kind.term and day else None
    asked, reminding = reminders.offer(visit, term) if term and not _is_late(visit, term) else ("", [])
    warns = kind.urgent and visit.linked is not None and draft.warned != _key(sender, kind)
    parts = _parts(visit, sender, kind, draft, term)
    if warns:
        parts.append(wording_reply.caseworker_warned(visit.words, await visit.caseworker_name()))
    shown = embolden("\n\n".join([*parts, *([asked] if asked else [])]))
    rows = [*reminding, *_ways_on(visit, sender, kind, term)]
    await visit.count(f"letter.{sender.key}.{kind.key}")
    await visit.send(Reply(shown.text, bold=shown.bold, buttons=tuple(map(tuple, rows))))
    if warns:
        await people.open_case(visit, "letter", _subject(sender, kind, draft), "urgent")
        draft = replace(draft, warned=_key(sender, kind))
    _rest(visit, sender, kind, draft, term)


async def to_person(visit: Visit, sender: Sender | None, kind: Kind | None) -> None:
    """The client wants a person to look: the case says which letter it is."""
    client = visit.linked
    if client is None or sender is None:
        return await people.wants_person(visit)
    draft = letters_state.of(visit)
    same = (draft.sender, draft.kind) == (sender.key, kind.key if kind else "")
    subject = _subject(sender, kind, draft if same else Draft())
    # What the button says, so that it stands in the conversation also when a case was open already.
    await visit.unit.thread.add(client.id, "client", subject, visit.at, case_id=visit.case.id if visit.case else None)
    before = visit.conversation.draft
    await people.open_case(visit, "asked", subject, "urgent" if kind and kind.urgent else "normal")
    visit.conversation.draft = before  # a reminder that is promised now still knows what it is about


def _parts(visit: Visit, sender: Sender, kind: Kind, draft: Draft, term: Term | None) -> list[str]:
    _, calls = visit.words, visit.house.library.help.contacts.get(kind.call or "")
    foreign = [] if visit.language == SOURCE else [answers_wording.not_in_your_language(_)]
    amount = [wording_reply.amount_line(_, draft.cents)] if draft.cents else []
    call = wording_reply.call_line(_, calls) if calls else wording_reply.number_on_letter(_)
    if draft.reference:
        call = f"{call}\n{wording_read.name_the_reference(_, draft.reference)}"
    when = _when(visit, kind, term)
    return [
        *foreign,
        f"**{wording.kind_line(sender, kind)}**",
        "\n".join([f"**{wording_reply.meaning_head(_)}**", kind.means, *amount]),
        f"**{wording_reply.do_head(_)}**\n{kind.do}",
        *([f"**{wording_reply.when_head(_)}**\n{when}"] if when else []),
        f"**{wording_reply.nothing_head(_)}**\n{kind.if_nothing}",
        f"**{wording_reply.call_head(_)}**\n{call}",
    ]


def _when(visit: Visit, kind: Kind, term: Term | None) -> str:
    _, today = visit.words, terms.today_of(visit)
    if term is None:
        return wording_reply.day_unknown(_, kind.term) if kind.term else ""
    if _is_late(visit, term):
        return deadlines_wording.too_late(_, term)
    if kind.term == "printed" and term.last_day > today:
        day = _bold(wording_reply.day_of_letter(_, term.last_day), _.day(term.last_day))
        return f"{day}\n{wording_reply.do_it_before(_)}"
    said, stands_out = deadlines_wording.last_day(_, term, today)
    return f"{_bold(said, stands_out)}\n{deadlines_wording.how_it_was_counted(_, term)}"


def _bold(text: str, part: str) -> str:
    return text.replace(part, f"**{part}**", 1)


def _ways_on(visit: Visit, sender: Sender, kind: Kind, term: Term | None) -> letters_choosing.Rows:
    _, library = visit.words, visit.house.library
    slugs = [kind.topic]
    if term and term.kind == "bezwaar" and _is_late(visit, term):
        slugs.insert(0, _TOO_LATE)
    topics = [[Button(library.title(slug, visit.language), f"t:{slug}")] for slug in slugs if library.article(slug)]
    again = [Button(wording_reply.next_letter_button(_), "letter:new")]
    return [*topics, [letters_choosing.person(visit, sender, kind)], again]


def _is_late(visit: Visit, term: Term) -> bool:
    return term.last_day < terms.today_of(visit)


def _subject(sender: Sender, kind: Kind | None, draft: Draft) -> str:
    """For the caseworker, so in Dutch."""
    return wording_reply.subject(translator(SOURCE), sender, kind, letters_state.day(draft.day), draft.cents or None)


def _key(sender: Sender, kind: Kind) -> str:
    return f"{sender.key}:{kind.key}"


def _rest(visit: Visit, sender: Sender, kind: Kind, draft: Draft, term: Term | None) -> None:
    """No step waits any more; a reminder still needs what it is about. Of somebody not linked nothing is kept."""
    if not visit.linked:
        return visit.conversation.end_step()
    about = {"term_kind": kind.term, "term_about": wording_reply.about(sender, kind)}
    known = {**about, "term_start": term.start.isoformat()} if term else {}
    letters_state.begin(visit, "", draft, **known)
