"""The routes about who answers, each behind the right that it needs."""

from __future__ import annotations

from starlette.routing import Route

from bot.desk_app.doors import caseworkers_only, needs, signed_in, with_form
from bot.desk_app.owning import away_page, colleague_page, hand_page, refer_acts


def owning_routes() -> list[Route]:
    """The routes under /desk."""
    forms = {
        "/afwezig": away_page.be_away,
        "/afwezig/terug": away_page.be_back,
        "/afwezig/vervanger": away_page.name_substitute,
        "/overdragen": hand_page.hand_over,
        "/team/{case_id}": colleague_page.take,
        "/klant/{client_id}/vraag-collega": colleague_page.ask,
        "/klant/{client_id}/verwijs": refer_acts.refer,
    }
    return [
        Route("/afwezig", caseworkers_only(away_page.away_page), methods=["GET"]),
        Route("/overdragen", caseworkers_only(hand_page.hand_page), methods=["GET"]),
        Route("/collega/{consult_id}", signed_in(needs("questions", colleague_page.question)), methods=["GET"]),
        Route("/collega/{consult_id}", with_form(needs("questions", colleague_page.answer)), methods=["POST"]),
        *(Route(path, with_form(needs("clients", act)), methods=["POST"]) for path, act in forms.items()),
    ]
