"""What the bot would say, by the same code as in a chat. Nothing is kept and nothing is sent."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from bot.clients.conversation import Conversation
from bot.language import LANGUAGES, SOURCE
from bot.messages import Incoming, Reply
from bot.playground.detection import found
from bot.reception import crisis, letters, questions
from bot.reception.house import House
from bot.reception.visit import Visit
from bot.telegram_app.gateway import bold_spans
from bot.unit import Unit


class _Sheet:
    """Takes the replies instead of the outbox."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []

    async def put(self, chat_id: int, reply: Reply, *rest: object, **more: object) -> None:
        self.replies.append(reply)


class _Uncounted:
    """A try of an editor is no question of a client."""

    async def add(self, *what: object) -> None:
        return None


async def replies_to(house: House, text: str, earlier: str = "", language: str = SOURCE) -> list[Reply]:
    """The replies to a client without an invitation, who asked `earlier` just before."""
    visit, sheet = _visit(house, language)
    visit.conversation.recent = [earlier] if earlier else []
    if not (await crisis.answered(visit, text) or await letters.began(visit, text)):
        await questions.answer(visit, text)
    return sheet.replies


async def replies_about(house: House, slug: str, language: str = SOURCE) -> list[Reply]:
    """The replies to a client who chose a topic by its button."""
    visit, sheet = _visit(house, language)
    await questions.show_topic(visit, slug)
    return sheet.replies


def _visit(house: House, language: str) -> tuple[Visit, _Sheet]:
    sheet = _Sheet()
    unit = cast(Unit, SimpleNamespace(outbox=sheet, counts=_Uncounted()))
    at = house.now()
    known = language if language in LANGUAGES else SOURCE
    return Visit(house, unit, Incoming(0, "message", at), Conversation(0, language=known), None, at), sheet


def as_message(reply: Reply) -> dict[str, Any]:
    """The reply as Telegram shows it: text with entities (UTF-16 positions), and rows of buttons."""
    bold = [{"type": "bold", "offset": at, "length": length} for at, length in bold_spans(reply)]
    rows = [
        [
            {"text": key.label, "url": key.url} if key.url else {"text": key.label, "callback_data": key.action}
            for key in row
        ]
        for row in reply.buttons
    ]
    return {
        "text": reply.text,
        "entities": found(reply.text, bold),
        "reply_markup": {"inline_keyboard": rows},
        "menu": [list(row) for row in reply.menu or ()],
    }
