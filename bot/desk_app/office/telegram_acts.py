"""Linking one's own Telegram account: a one-time code, and letting the account go. Where it is switched on."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.clients import staff_chats
from bot.desk_app.desk import Visit
from bot.desk_app.office import wording
from bot.desk_app.office.own_page import show
from bot.desk_app.pages import PREFIX, not_found


async def make_code(visit: Visit) -> Response:
    """POST /desk/aanmelding/telegram: the code is shown once, and kept as a hash."""
    if visit.desk.telegram is None:
        return not_found(session=visit.session)
    try:
        async with visit.desk.units.writing() as unit:
            code = await staff_chats.make_code(unit, visit.staff, visit.at)
    except staff_chats.TooManyCodes:
        return await show(visit, 422, wrong=wording.too_many_codes(visit.words))
    return await show(visit, code=code)


async def unlink(visit: Visit) -> Response:
    """POST /desk/aanmelding/telegram/uit"""
    async with visit.desk.units.writing() as unit:
        await staff_chats.unlink(unit, visit.staff, visit.staff, visit.at)
    visit.desk.signal()
    return RedirectResponse(f"{PREFIX}/aanmelding#telegram", 303)
