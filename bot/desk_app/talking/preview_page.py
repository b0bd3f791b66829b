"""The preview: what each language reads, who gets it when, who does not; and sending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from starlette.responses import RedirectResponse, Response

from bot.desk_app.desk import Visit
from bot.desk_app.morning import Row
from bot.desk_app.pages import PREFIX, not_found, page
from bot.desk_app.talking import wording
from bot.desk_app.talking.composing import Draft, DraftRefused, draft_of
from bot.desk_app.talking.write_page import caseload, show, with_ticked
from bot.handoff.advice import Advice, advise
from bot.handoff.asking import buttons_of
from bot.handoff.mailing import Mailing, Planned
from bot.handoff.posting import MOST_CHARACTERS, plan
from bot.identifiers import new_id
from bot.language import LANGUAGES, SOURCE, translator
from bot.unit import Unit


@dataclass(frozen=True, slots=True)
class Sample:
    """What clients with this language read: the message of the first of them, and remarks on it."""

    language: str
    name: str
    body: str
    number: int
    buttons: Sequence[str]
    advice: Sequence[Advice]


async def preview(visit: Visit) -> Response:
    """POST /desk/berichten/voorbeeld: nothing is kept and nothing is sent."""
    form = await _filled(visit)
    if isinstance(form, Response):
        return form
    draft, rows, chosen, wanted = form
    async with visit.desk.units.reading() as unit:
        planned = await _plan(unit, visit, draft, chosen, wanted)
    by_id = {row.client.id: row.client for row in chosen}
    getting = [(by_id[one.client_id], one) for one in planned if not one.reason]
    reached = {client.id for client, _one in getting}
    return page(
        "write_preview.html",
        session=visit.session,
        at=visit.at,
        draft=replace(draft, id=draft.id or new_id()),
        samples=_samples(visit, draft, [row for row in chosen if row.client.id in reached], rows),
        without=_without(draft, [row for row in chosen if row.client.id in reached]),
        getting=getting,
        left_out=[(by_id[one.client_id], one) for one in planned if one.reason],
        wanted=wanted,
        policy=visit.desk.policy,
        talk=wording,
    )


async def send(visit: Visit) -> Response:
    """POST /desk/berichten: keep it, a row for each client; the same form again is the same message."""
    form = await _filled(visit)
    if isinstance(form, Response):
        return form
    draft, _rows, chosen, wanted = form
    async with visit.desk.units.writing() as unit:
        mailing = Mailing(draft.id or new_id(), visit.staff.id, draft.ask, wanted, visit.at)
        added = await unit.mailings.add(mailing, await _plan(unit, visit, draft, chosen, wanted))
        known = await unit.mailings.by_id(mailing.id)
    if not added and (known is None or known.staff_id != visit.staff.id):
        return not_found(session=visit.session)
    return RedirectResponse(f"{PREFIX}/berichten/{mailing.id}", 303)


async def _filled(visit: Visit) -> tuple[Draft, Sequence[Row], Sequence[Row], datetime] | Response:
    """The draft, the caseload, who was chosen and when it leaves; or the form again with what is wrong."""
    draft = draft_of(visit.form)
    rows = await caseload(visit)
    try:
        return draft, rows, draft.checked(rows), draft.moment(visit.at)
    except DraftRefused as refused:
        why = wording.wrong(visit.words, refused.why, MOST_CHARACTERS)
        return show(visit, rows, with_ticked(rows, draft), draft, 422, wrong=why)


async def _plan(unit: Unit, visit: Visit, draft: Draft, chosen: Sequence[Row], wanted: datetime) -> Sequence[Planned]:
    bodies = {row.client.id: draft.body(row, visit.staff.name, visit.at) for row in chosen}
    moments = await unit.mailings.moments(list(bodies), visit.at - timedelta(days=2))
    return plan([row.client for row in chosen], bodies, wanted, visit.desk.policy, moments)


def _samples(visit: Visit, draft: Draft, chosen: Sequence[Row], rows: Sequence[Row]) -> list[Sample]:
    found = []
    for language in LANGUAGES:
        same = [row for row in chosen if draft.language(row.client) == language]
        if not same:
            continue
        first, buttons = same[0], buttons_of(translator(language), draft.ask, visit.staff.name)
        body = draft.body(first, visit.staff.name, visit.at)
        labels = [button.label for line in buttons for button in line]
        advice = _advice(visit, language, body, first, rows)
        found.append(Sample(language, first.client.name, body, len(same), labels, advice))
    return found


def _advice(visit: Visit, language: str, body: str, of: Row, rows: Sequence[Row]) -> list[Advice]:
    """All remarks on Dutch; of other languages only what can be seen without reading them."""
    others = [(row.client.name, row.client.number) for row in rows if row.client.name != of.client.name]
    advice = advise(body, others, visit.desk.knowledge.hard_words)
    return advice if language == SOURCE else [one for one in advice if one.grave]


def _without(draft: Draft, chosen: Sequence[Row]) -> list[tuple[str, int]]:
    """Languages of chosen clients for which there is no text, with how many clients get Dutch."""
    spoken = [row.client.language for row in chosen if draft.language(row.client) != row.client.language]
    return [(language, spoken.count(language)) for language in dict.fromkeys(spoken)]
