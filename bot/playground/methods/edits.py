"""Edits of the bot's own messages."""

from __future__ import annotations

import time
from typing import Any

from bot.playground.chats import Chat, Entry
from bot.playground.markup import inline
from bot.playground.methods.common import caption, open_chat, words
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def edit_text(world: World, call: Call) -> dict[str, Any]:
    """editMessageText."""
    chat, entry = _own(world, call)
    content = words(call)
    if "text" not in entry.message:
        raise bad_request("there is no text in the message to edit")
    return _apply(world, (chat, entry), call, content, ("text", "entities", "link_preview_options"))


async def edit_caption(world: World, call: Call) -> dict[str, Any]:
    """editMessageCaption."""
    chat, entry = _own(world, call)
    if "text" in entry.message:
        raise bad_request("there is no caption in the message to edit")
    return _apply(world, (chat, entry), call, caption(call), ("caption", "caption_entities"))


async def edit_markup(world: World, call: Call) -> dict[str, Any]:
    """editMessageReplyMarkup."""
    return _apply(world, _own(world, call), call, {}, ())


def _own(world: World, call: Call) -> tuple[Chat, Entry]:
    if call.values.get("inline_message_id"):
        raise bad_request("inline messages are not supported by the playground")
    chat = open_chat(world, call)
    number = call.integer("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    entry = chat.entries.get(number)
    if entry is None:
        raise bad_request("message to edit not found")
    if not entry.by_bot:
        raise bad_request("message can't be edited")
    return chat, entry


def _apply(
    world: World, edited: tuple[Chat, Entry], call: Call, content: dict[str, Any], replaced: tuple[str, ...]
) -> dict[str, Any]:
    chat, entry = edited
    buttons = inline(call.data("reply_markup") if "reply_markup" in call.values else None)
    new = {k: v for k, v in entry.message.items() if k not in replaced and k != "reply_markup"}
    new.update(content)
    if buttons:
        new["reply_markup"] = buttons
    if all(new.get(k) == entry.message.get(k) for k in (*replaced, "reply_markup") if k[:4] != "link"):
        raise bad_request(_SAME)
    new["edit_date"] = int(time.time())
    entry.message = new
    world.show(chat, "edit", entry)
    world.touch()
    return new


METHODS = {
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
}
