"""The routes about clients, colleagues and the library."""

from __future__ import annotations

from starlette.routing import Route

from bot.desk_app import (
    acts,
    advising,
    aftercare_acts,
    asking_acts,
    case_list,
    client_page,
    file_acts,
    file_page,
    library_page,
    paper_acts,
)
from bot.desk_app.doors import caseworkers_only, signed_in, with_form

CLIENT = "/klant/{client_id}"
_FORMS = {
    "antwoord": acts.answer,
    "bericht": acts.begin,
    "notitie": acts.take_note,
    "sluit": acts.end,
    "terug": acts.take_back,
    "wijzig": acts.change,
    "nakijken": advising.look_over,
    "afgehandeld": paper_acts.settle,
    "bekeken": paper_acts.looked_at,
    "verbeter": paper_acts.correct,
    "nazorg": aftercare_acts.keep,
    "betere-foto": asking_acts.better_photo,
    "vraag-brief": asking_acts.the_letter,
}


def client_routes() -> list[Route]:
    """Under /desk; each door is in `doors.py`."""
    return [
        Route("/", signed_in(case_list.case_list)),
        Route("/zoek", with_form(case_list.search), methods=["POST"]),
        Route("/bestand/{file_id}", caseworkers_only(file_page.file_page, bare=True)),
        Route("/bestand/{file_id}/origineel", with_form(file_page.original), methods=["POST"]),
        Route(CLIENT, caseworkers_only(client_page.client_page)),
        Route(f"{CLIENT}/bestand", with_form(file_acts.send_file, upload=True), methods=["POST"]),
        Route(f"{CLIENT}/spraak", with_form(file_acts.send_voice, upload=True), methods=["POST"]),
        *(Route(f"{CLIENT}/{name}", with_form(act), methods=["POST"]) for name, act in _FORMS.items()),
        Route("/naslag", signed_in(library_page.library_page), methods=["GET"]),
        Route("/naslag", with_form(library_page.search), methods=["POST"]),
        Route("/naslag/{slug}", signed_in(library_page.topic)),
    ]
