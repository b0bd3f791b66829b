"""One's own sign-in: where one is signed in, and signing out everywhere."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from bot.clients import staffing
from bot.clients.invitation import deep_link
from bot.clients.staff_chats import CODE_LASTS
from bot.desk_app.desk import Visit
from bot.desk_app.office import wording
from bot.desk_app.pages import PREFIX, not_found, page
from bot.desk_app.rights import RIGHTS, may
from bot.desk_app.signin import keep_language, signed_out
from bot.desk_app.speaking import SPOKEN


async def own_page(visit: Visit) -> Response:
    """GET /desk/aanmelding"""
    return await show(visit)


async def show(visit: Visit, status: int = 200, *, code: str = "", wrong: str = "") -> Response:
    """The page, with a code that was just made for Telegram, or why there is none."""
    async with visit.desk.units.reading() as unit:
        sessions = await unit.staff.sessions_of(visit.staff.id, visit.at)
        joined = (await unit.accounts.joined()).get(visit.staff.id)
        chat = next(iter(await unit.staff_chats.of_staff([visit.staff.id])), None)
    telegram = visit.desk.telegram if may(visit.staff, "clients") else None
    return page(
        "own.html",
        status,
        session=visit.session,
        at=visit.at,
        sessions=sessions,
        joined=joined,
        rights=[wording.right(visit.words, one) for one in sorted(RIGHTS[visit.staff.role])],
        how=wording.how,
        telegram=telegram,
        chat=chat,
        code=code,
        code_until=visit.at + CODE_LASTS,
        code_link=deep_link(telegram(), code) if telegram and telegram() and code else "",
        wrong=wrong,
    )


async def speak(visit: Visit) -> Response:
    """POST /desk/aanmelding/taal with `language`: of the desk for this member of staff; clients do not notice."""
    language = visit.form.get("language", "")
    if language not in SPOKEN:
        return not_found(session=visit.session)
    async with visit.desk.units.writing() as unit:
        await unit.staff.set_language(visit.staff.id, language)
    response = RedirectResponse(f"{PREFIX}/aanmelding", 303)
    keep_language(visit.request, response, language)
    return response


async def sign_out_everywhere(visit: Visit) -> Response:
    """POST /desk/aanmelding/overal: here too, and at the provider."""
    async with visit.desk.units.writing() as unit:
        await staffing.sign_out(unit, visit.staff, visit.staff, visit.at)
    visit.desk.signal()
    return await signed_out(visit)
