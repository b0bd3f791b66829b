"""Small requests from a case: a better photo of one page, the letter. Each has a text in the client's language."""

from __future__ import annotations

from starlette.responses import Response

from bot.clients.client import Client
from bot.desk_app.acts import do
from bot.desk_app.desk import Visit
from bot.handoff import asking, wording
from bot.handoff import desk as handoff
from bot.handoff.case import Case
from bot.income.paper import Paper
from bot.language import Translator, translator
from bot.unit import Unit


async def better_photo(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/betere-foto with `paper`, `page` and `why`."""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        paper = await unit.papers.by_id(visit.form.get("paper", ""))
        page, why = visit.form.get("page", ""), visit.form.get("why", "")
        known = paper is not None and paper.client_id == client.id and page.isdecimal()
        if paper is None or not known or not 1 <= int(page) <= photos_of(paper) or why not in wording.PHOTO_WHYS:
            raise handoff.ActRefused("page")
        _ = translator(client.language)
        text = wording.better_photo(_, int(page), _name(_, paper), wording.photo_why(_, why))
        buttons = asking.page_button(_, paper.id, int(page))
        return await _ask(unit, visit, client, case, text, buttons)

    return await do(visit, "schrijf", act)


async def the_letter(visit: Visit) -> Response:
    """POST /desk/klant/{client_id}/vraag-brief"""

    async def act(unit: Unit, visit: Visit, client: Client, case: Case | None) -> object:
        _ = translator(client.language)
        text, buttons = wording.send_the_letter(_), asking.letter_button(_)
        return await _ask(unit, visit, client, case, text, buttons)

    return await do(visit, "schrijf", act)


async def _ask(unit: Unit, visit: Visit, client: Client, case: Case | None, text: str, buttons: asking.Rows) -> Case:
    """Send it. A request is no answer: a question that waits goes on waiting, but a paper does not."""
    asked = await handoff.start(unit, visit.staff, client, text, visit.at, buttons=buttons)
    if case and case.waiting_since and case.reason != "paper":
        await unit.cases.client_waits(case.id, case.waiting_since)
    return asked


def photos_of(paper: Paper) -> int:
    """Of how many pages a better photo can be asked; none of a PDF or a letter."""
    return len((paper.reading.get("delivery") or {}).get("pages", ())) if paper.state != "withdrawn" else 0


def _name(_: Translator, paper: Paper) -> str:
    if paper.month is None:
        return wording.paper_with_number(_, paper.number)
    return wording.paper_of_month(_, _.month(paper.month))
