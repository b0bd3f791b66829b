"""Topics in a private chat: createForumTopic, editForumTopic and deleteForumTopic.

As Telegram, they exist only for a bot that has them switched on (getMe: has_topics_enabled).
"""

from __future__ import annotations

from typing import Any

from bot.playground.chats import Chat
from bot.playground.methods.common import open_chat
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

_NAME_LENGTH = 128
_COLOUR = 7322096  # the first of the six that Telegram knows


async def create_topic(world: World, call: Call) -> dict[str, Any]:
    """createForumTopic."""
    chat = open_chat(world, call)
    if not world.bot.topics:
        raise bad_request("the chat is not a forum")
    topic = world.message_ids.next()
    chat.topics[topic] = _name(call)
    world.touch()
    return {"message_thread_id": topic, "name": chat.topics[topic], "icon_color": _COLOUR}


async def edit_topic(world: World, call: Call) -> bool:
    """editForumTopic."""
    chat, topic = _known(world, call)
    chat.topics[topic] = _name(call)
    world.touch()
    return True


async def delete_topic(world: World, call: Call) -> bool:
    """deleteForumTopic: with all its messages."""
    chat, topic = _known(world, call)
    world.drop_topic(chat, topic)
    return True


def _known(world: World, call: Call) -> tuple[Chat, int]:
    chat, topic = open_chat(world, call), call.integer("message_thread_id")
    if topic not in chat.topics:
        raise bad_request("message thread not found")
    return chat, topic


def _name(call: Call) -> str:
    name = call.text("name").strip()
    if not 1 <= len(name) <= _NAME_LENGTH:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    return name


METHODS = {"createforumtopic": create_topic, "editforumtopic": edit_topic, "deleteforumtopic": delete_topic}
