"""sendMessage, copyMessage, deleteMessage and sendChatAction."""

from __future__ import annotations

from typing import Any

from bot.playground.methods.common import caption, known_chat, open_chat, post, words
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

_ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)
_NOT_COPIED = frozenset(
    ("message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "media_group_id")
)
_MOST_AT_ONCE = 100


async def send_message(world: World, call: Call) -> dict[str, Any]:
    """sendMessage."""
    chat = open_chat(world, call)
    content = words(call)
    options = call.data("link_preview_options")
    if isinstance(options, dict) and options.get("is_disabled") and _has_link(content):
        content["link_preview_options"] = {"is_disabled": True}
    return post(world, chat, call, content)


def _has_link(content: dict[str, Any]) -> bool:
    return any(entity["type"] in ("url", "text_link") for entity in content.get("entities", ()))


async def copy_message(world: World, call: Call) -> dict[str, Any]:
    """copyMessage."""
    chat = open_chat(world, call)
    entry = known_chat(world, call, "from_chat_id").entries.get(call.integer("message_id"))
    if entry is None:
        raise bad_request("message to copy not found")
    content = {key: value for key, value in entry.message.items() if key not in _NOT_COPIED}
    if "caption" in call.values and "text" not in content:
        content = {k: v for k, v in content.items() if k not in ("caption", "caption_entities")}
        content.update(caption(call))
    return {"message_id": post(world, chat, call, content)["message_id"]}


async def delete_message(world: World, call: Call) -> bool:
    """deleteMessage: in a private chat a bot may delete both its own and the client's."""
    chat = known_chat(world, call)
    number = call.integer("message_id")
    if chat.entries.pop(number, None) is None:
        raise bad_request("message to delete not found")
    world.tell(chat, "delete", {"message_id": number})
    world.touch()
    return True


async def delete_messages(world: World, call: Call) -> bool:
    """deleteMessages: what is not there is passed over."""
    chat = known_chat(world, call)
    numbers = call.data("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= _MOST_AT_ONCE:
        raise bad_request("message identifiers are not specified")
    for number in numbers:
        if chat.entries.pop(int(number), None) is not None:
            world.tell(chat, "delete", {"message_id": int(number)})
    world.touch()
    return True


async def send_chat_action(world: World, call: Call) -> bool:
    """sendChatAction: shown to who looks now, kept nowhere."""
    chat = open_chat(world, call)
    action = call.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    if not chat.offline:
        world.listeners.tell(chat.id, "typing", {"action": action})
    return True


METHODS = {
    "sendmessage": send_message,
    "copymessage": copy_message,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "sendchataction": send_chat_action,
}
