"""The webhook: the secret is checked, and 200 is said only after the commit."""

from __future__ import annotations

import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.telegram_app.receiving import Intake

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST_BODY = 1_000_000  # bytes; an update is a few kilobytes


def webhook_route(intake: Intake, secret: str) -> Route:
    """POST /telegram/webhook."""

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = await request.body()
        try:
            update = json.loads(body) if len(body) <= LARGEST_BODY else None
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            # Telegram would bring it again for a day; it can never be read.
            log.warning("webhook_body_not_an_update")
            return Response(status_code=200)
        try:
            await intake.keep_together(update)
        except Exception:
            log.exception("webhook_not_committed")
            return Response(status_code=503, headers={"Retry-After": "5"})
        return Response(status_code=200)

    return Route("/telegram/webhook", webhook, methods=["POST"])
