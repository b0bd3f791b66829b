"""The routes of writing first; each needs the right to clients."""

from __future__ import annotations

from starlette.routing import Route

from bot.desk_app.doors import caseworkers_only, needs, with_form
from bot.desk_app.talking import preview_page, results_page, write_page


def talking_routes() -> list[Route]:
    """The routes under /desk."""
    return [
        Route("/berichten", caseworkers_only(results_page.overview), methods=["GET"]),
        Route("/berichten", with_form(needs("clients", preview_page.send)), methods=["POST"]),
        Route("/berichten/nieuw", caseworkers_only(write_page.write_page), methods=["GET"]),
        Route("/berichten/nieuw", with_form(needs("clients", write_page.change)), methods=["POST"]),
        Route("/berichten/voorbeeld", with_form(needs("clients", preview_page.preview)), methods=["POST"]),
        Route("/berichten/{mailing_id}", caseworkers_only(results_page.results), methods=["GET"]),
        Route("/berichten/{mailing_id}/stop", with_form(needs("clients", results_page.stop)), methods=["POST"]),
    ]
