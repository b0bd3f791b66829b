"""The routes of these pages, each behind the right that it needs."""

from __future__ import annotations

from starlette.routing import Route

from bot.desk_app.doors import needs, signed_in, with_form
from bot.desk_app.office import own_page, payslips_page, staff_acts, staff_page, telegram_acts


def office_routes() -> list[Route]:
    """The routes under /desk."""
    return [
        Route("/medewerkers", signed_in(needs("staff", staff_page.staff_page)), methods=["GET"]),
        Route("/medewerkers", with_form(needs("staff", staff_acts.add)), methods=["POST"]),
        Route("/medewerkers/{staff_id}", with_form(needs("staff", staff_acts.change)), methods=["POST"]),
        Route("/export", signed_in(needs("payslips", payslips_page.payslips_page)), methods=["GET"]),
        Route("/export", with_form(needs("payslips", payslips_page.take_out)), methods=["POST"]),
        Route("/aanmelding", signed_in(own_page.own_page), methods=["GET"]),
        Route("/aanmelding/taal", with_form(own_page.speak), methods=["POST"]),
        Route("/aanmelding/overal", with_form(own_page.sign_out_everywhere), methods=["POST"]),
        Route("/aanmelding/telegram", with_form(needs("clients", telegram_acts.make_code)), methods=["POST"]),
        Route("/aanmelding/telegram/uit", with_form(needs("clients", telegram_acts.unlink)), methods=["POST"]),
    ]
