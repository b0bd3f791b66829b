"""The form for writing first: whom, what, when."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from bot.desk_app.caseload import read_caseload
from bot.desk_app.desk import Visit
from bot.desk_app.morning import GROUPS, Row, complete_months, counts, matching
from bot.desk_app.pages import page
from bot.desk_app.talking import wording
from bot.desk_app.talking.composing import Draft, draft_of, month_in, tomorrow
from bot.handoff.mailing import Ask
from bot.handoff.posting import MOST_CHARACTERS
from bot.handoff.quick_texts import QuickText
from bot.language import LANGUAGES, SOURCE

MONTHS = 3
ASKS: tuple[Ask, ...] = ("", "payslip", "letter", "no_income")
# The step that belongs to a text, so that choosing the text chooses the button too.
_ASK_OF_TEXT: dict[str, Ask] = {
    "loonstrook-ontbreekt": "payslip",
    "bladzijde-mist": "payslip",
    "brief-sturen": "letter",
    "geen-loon": "no_income",
}


async def write_page(visit: Visit) -> Response:
    """GET /desk/berichten/nieuw?toon=GROUP&maand=2026-10&klant=ID&tekst=QUICK"""
    asked = visit.request.query_params
    rows = await caseload(visit)
    group, month = asked.get("toon", ""), month_in(asked.get("maand", ""))
    shown = chosen_by(rows, group, month, asked.get("klant", ""))
    filtered = bool(group or month or asked.get("klant"))
    quick = next((one for one in visit.desk.knowledge.quick_texts if one.id == asked.get("tekst")), None)
    draft = Draft(
        clients=frozenset(row.client.id for row in shown) if filtered else frozenset(),
        texts={SOURCE: quick.text, **quick.others} if quick else {},
        ask=_ASK_OF_TEXT.get(quick.id, "") if quick else "",
        day=tomorrow(visit.at),
        time="09:00",
        month=month,
    )
    return show(visit, rows, shown, draft, group=group, one=asked.get("klant", ""), quick=quick)


async def change(visit: Visit) -> Response:
    """POST /desk/berichten/nieuw: back from the preview, with everything that was typed."""
    rows, draft = await caseload(visit), draft_of(visit.form)
    return show(visit, rows, with_ticked(rows, draft), draft)


async def caseload(visit: Visit) -> Sequence[Row]:
    """Every client whom this caseworker may write to, in the order of the morning."""
    async with visit.desk.units.reading() as unit:
        return (await read_caseload(unit, visit.staff, visit.desk.policy, visit.at)).rows


def chosen_by(rows: Sequence[Row], group: str, month: object, client_id: str) -> list[Row]:
    """Rows by the filters of the morning list, a month that is missing, or one client."""
    found = matching(rows, group, "")
    if month is not None:
        found = [row for row in found if month in row.missing]
    return [row for row in found if row.client.id == client_id] if client_id else found


def with_ticked(rows: Sequence[Row], draft: Draft) -> list[Row]:
    """The ticked ones first, so that they are not lost among many."""
    return sorted(rows, key=lambda row: row.client.id not in draft.clients)


def show(
    visit: Visit,
    rows: Sequence[Row],
    shown: Sequence[Row],
    draft: Draft,
    status: int = 200,
    *,
    wrong: str = "",
    group: str = "",
    one: str = "",
    quick: QuickText | None = None,
) -> Response:
    """The form with what is in it."""
    months = [(month, sum(month in row.missing for row in rows)) for month in complete_months(visit.at, MONTHS)]
    spoken = [code for code in LANGUAGES if code == SOURCE or any(row.client.language == code for row in shown)]
    return page(
        "write_first.html",
        status,
        session=visit.session,
        at=visit.at,
        policy=visit.desk.policy,
        rows=shown,
        draft=draft,
        groups=GROUPS,
        counts=counts(rows),
        all=len(rows),
        months=[(month, number) for month, number in months if number],
        spoken=spoken,
        group=group if group in GROUPS else "",
        one=one,
        quick=quick,
        quick_texts=visit.desk.knowledge.quick_texts,
        asks=ASKS,
        most=MOST_CHARACTERS,
        wrong=wrong,
        talk=wording,
        today=tomorrow(visit.at),
        numbers={code: sum(row.client.language == code for row in shown) for code in spoken},
    )
