"""The list of staff, for an administrator. Of clients it shows how many somebody has, and nothing else."""

from __future__ import annotations

from starlette.responses import Response

from bot.clients.caseworker import ROLES
from bot.desk_app.desk import Visit
from bot.desk_app.office import wording
from bot.desk_app.pages import page


async def staff_page(visit: Visit) -> Response:
    """GET /desk/medewerkers"""
    return await show(visit)


async def show(visit: Visit, status: int = 200, *, wrong: str = "", typed: str = "", news: str = "") -> Response:
    """The page, with what was refused or done."""
    async with visit.desk.units.reading() as unit:
        staff = await unit.staff.all()
        joined = await unit.accounts.joined()
        numbers = await unit.clients.numbers()
        log = await unit.staff_log.newest(30)
    return page(
        "staff.html",
        status,
        session=visit.session,
        at=visit.at,
        staff=staff,
        joined=joined,
        numbers=numbers,
        consultants=[one for one in staff if one.role == "income_consultant" and one.active],
        caseworkers=[one for one in staff if one.role == "caseworker" and one.active],
        roles=ROLES,
        log=log,
        wrong=wrong,
        typed=typed,
        news=news,
        with_account=visit.desk.provider is not None,
        office=wording,
    )
