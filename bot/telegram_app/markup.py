"""What is under a message: buttons, the fixed menu, or the wish that it is answered."""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.messages import Reply


def plain_markup(reply: Reply) -> dict[str, Any] | None:
    """As `markup`, as the plain data that goes over the line."""
    if reply.buttons:
        rows = [
            [{"text": b.label, "url": b.url} if b.url else {"text": b.label, "callback_data": b.action} for b in row]
            for row in reply.buttons
        ]
        return {"inline_keyboard": rows}
    if reply.asks:
        return {"force_reply": True}
    if reply.menu:
        keys = [[{"text": label} for label in row] for row in reply.menu]
        return {"keyboard": keys, "resize_keyboard": True, "is_persistent": True}
    return None


def markup(reply: Reply) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """Buttons under the message, or the fixed menu under the typing field."""
    if reply.buttons:
        return InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton(b.label, url=b.url)
                    if b.url
                    else InlineKeyboardButton(b.label, callback_data=b.action)
                    for b in row
                ]
                for row in reply.buttons
            ]
        )
    if reply.menu:
        return ReplyKeyboardMarkup([list(row) for row in reply.menu], resize_keyboard=True, is_persistent=True)
    return None
