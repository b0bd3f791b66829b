"""The forms of the list of staff."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from bot.clients import staffing
from bot.clients.caseworker import ROLES, Role, Staff
from bot.desk_app.desk import Visit
from bot.desk_app.office import wording
from bot.desk_app.office.staff_page import show
from bot.desk_app.pages import PREFIX, not_found, page
from bot.handoff.desk import ActRefused
from bot.handoff.owning import hand_over_all
from bot.unit import Unit


async def add(visit: Visit) -> Response:
    """POST /desk/medewerkers: somebody new, with a link to pass on."""
    name, role = visit.form.get("name", ""), _role(visit.form.get("role", ""))
    if role is None:
        return not_found(session=visit.session)
    try:
        async with visit.desk.units.writing() as unit:
            staff = await staffing.add(unit, visit.staff, name, role, visit.at)
            token = await staffing.invite(unit, visit.staff, staff, visit.at, visit.at + _lasts(visit))
    except staffing.StaffRefused as refused:
        return await show(visit, 422, wrong=wording.refused(visit.words, refused.why), typed=name)
    return _link(visit, staff, token)


async def change(visit: Visit) -> Response:
    """POST /desk/medewerkers/{staff_id} with `act`: role, leave, back, link, part, signout, consultant or caseload."""
    try:
        async with visit.desk.units.writing() as unit:
            staff = await unit.staff.by_id(visit.request.path_params["staff_id"])
            if staff is None:
                return not_found(session=visit.session)
            if visit.form.get("act") == "link":
                token = await staffing.invite(unit, visit.staff, staff, visit.at, visit.at + _lasts(visit))
                return _link(visit, staff, token)
            if not await _done(unit, visit, staff):
                return not_found(session=visit.session)
    except staffing.StaffRefused as refused:
        return await show(visit, 422, wrong=wording.refused(visit.words, refused.why))
    visit.desk.signal()  # a Telegram account that was linked hears that it is not any more
    return RedirectResponse(f"{PREFIX}/medewerkers#wie-{staff.id}", 303)


async def _done(unit: Unit, visit: Visit, staff: Staff) -> bool:
    """Do what was asked; False when it was nothing that exists."""
    actor, at = visit.staff, visit.at
    match visit.form.get("act"):
        case "role":
            role = _role(visit.form.get("role", ""))
            if role is None:
                return False
            await staffing.change_role(unit, actor, staff, role, at)
        case "leave":
            await staffing.leave(unit, actor, staff, at)
        case "back":
            await staffing.come_back(unit, actor, staff, at)
        case "part":
            await staffing.part(unit, actor, staff, at)
        case "signout":
            await staffing.sign_out(unit, actor, staff, at)
        case "consultant":
            consultant = await unit.staff.by_id(visit.form.get("consultant", ""))
            await staffing.name_consultant(unit, actor, staff, consultant, at)
        case "caseload":
            await _caseload(unit, visit, staff)
        case _:
            return False
    return True


async def _caseload(unit: Unit, visit: Visit, staff: Staff) -> None:
    """The clients of somebody who left get another caseworker; the administrator sees none of them."""
    try:
        await hand_over_all(unit, staff, await unit.staff.by_id(visit.form.get("whom", "")), visit.at)
    except ActRefused:
        raise staffing.StaffRefused("whom") from None
    await unit.staff_log.add(visit.staff.id, staff.id, "caseload", visit.at)
    visit.desk.signal()


def _link(visit: Visit, staff: Staff, token: str) -> Response:
    address = f"{visit.desk.address(visit.request)}{PREFIX}/login?token={token}"
    until = visit.at + _lasts(visit)
    return page("link.html", session=visit.session, who=staff, address=address, until=until, at=visit.at)


def _lasts(visit: Visit) -> timedelta:
    return staffing.LINK_LASTS if visit.desk.login_links else staffing.INVITATION_LASTS


def _role(text: str) -> Role | None:
    return next((role for role in ROLES if role == text), None)
