"""What several methods need: the chat, the words, the keyboard, and a new message."""

from __future__ import annotations

import time
from typing import Any

from bot.playground.chats import Chat, Entry
from bot.playground.entities import cleaned
from bot.playground.markup import inline, reply_keyboard
from bot.playground.parameters import Call
from bot.playground.refusals import BLOCKED, Refusal, bad_request
from bot.playground.world import World

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024


def known_chat(world: World, call: Call, name: str = "chat_id") -> Chat:
    """The chat of a client who has written to the bot."""
    given = call.values.get(name)
    if given is None or given == "":
        raise bad_request(f"{name} is empty")
    number = call.integer(name)
    chat = world.chat(number)
    if chat is None or not chat.met:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, call: Call) -> Chat:
    """As `known_chat`, and the client did not block the bot."""
    chat = known_chat(world, call)
    if chat.blocked:
        raise Refusal(403, BLOCKED)
    return chat


def words(call: Call) -> dict[str, Any]:
    """The `text` and `entities` of a call, checked."""
    text = call.text("text")
    if not text:
        raise bad_request("message text is empty")
    text, entities = cleaned(text, _entities(call, "entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption(call: Call) -> dict[str, Any]:
    """The `caption` and `caption_entities` of a call, checked; nothing when there is none."""
    text, entities = cleaned(call.text("caption"), _entities(call, "caption_entities"))
    if len(text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _entities(call: Call, name: str) -> list[dict[str, Any]]:
    if call.values.get("parse_mode"):
        raise bad_request("parse_mode is not supported by the playground: send entities")
    entities = call.data(name)
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array")
    return entities


def post(world: World, chat: Chat, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """Put a message of the bot in the chat, with the keyboard of the call."""
    markup = call.data("reply_markup") if "reply_markup" in call.values else None
    buttons = inline(markup)
    changes, keyboard = reply_keyboard(markup)
    place = in_topic(chat, call.integer("message_thread_id"))
    message = {**head(world, chat), **place, **replied(chat, call), **content}
    if buttons:
        message["reply_markup"] = buttons
    if call.flag("protect_content"):
        message["has_protected_content"] = True
    add(world, chat, message)
    if changes:
        chat.keyboard = keyboard
        world.tell(chat, "keyboard", {"keyboard": keyboard})
    return message


def in_topic(chat: Chat, topic: int) -> dict[str, Any]:
    """The fields of a message in a topic; nothing outside topics."""
    if not topic:
        return {}
    if topic not in chat.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": topic, "is_topic_message": True}


def head(world: World, chat: Chat) -> dict[str, Any]:
    """The fields that every message of the bot begins with."""
    return {
        "message_id": world.message_ids.next(),
        "from": world.bot.user(),
        "chat": chat.client.chat(),
        "date": int(time.time()),
    }


def add(world: World, chat: Chat, message: dict[str, Any]) -> None:
    """Keep a message of the bot and show it."""
    entry = Entry(message, by_bot=True, unseen=chat.offline)
    chat.entries[entry.id] = entry
    world.show(chat, "message", entry)
    world.touch()


def replied(chat: Chat, call: Call) -> dict[str, Any]:
    """The message that this one answers, if the call names one."""
    parameters = call.data("reply_parameters") or {}
    number = int(parameters.get("message_id") or call.integer("reply_to_message_id"))
    if not number:
        return {}
    entry = chat.entries.get(number)
    if entry is None:
        if parameters.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": quoted(entry)}


def quoted(entry: Entry) -> dict[str, Any]:
    """A message inside another one: without what it answers itself."""
    return {key: value for key, value in entry.message.items() if key != "reply_to_message"}
