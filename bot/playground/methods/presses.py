"""answerCallbackQuery and setMessageReaction."""

from __future__ import annotations

import time

from bot.playground.methods.common import open_chat
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.updates import PRESS_SECONDS
from bot.playground.world import World

_TEXT_LENGTH = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def answer_callback_query(world: World, call: Call) -> bool:
    """Stops the spinner of the button; a press is known for 150 seconds."""
    press = world.presses.get(call.text("callback_query_id"))
    if press is None or press[0] + PRESS_SECONDS < time.time():
        world.presses.pop(call.text("callback_query_id"), None)
        raise bad_request(_TOO_OLD)
    text = call.text("text")
    if len(text) > _TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    del world.presses[call.text("callback_query_id")]
    _, chat_id, message_id = press
    answer = {"text": text, "show_alert": call.flag("show_alert"), "message_id": message_id}
    world.tell(world.chats[chat_id], "callback_answer", answer)
    return True


async def set_message_reaction(world: World, call: Call) -> bool:
    """A reaction of the bot to a message; bots may set one at most."""
    chat = open_chat(world, call)
    entry = chat.entries.get(call.integer("message_id"))
    if entry is None:
        raise bad_request("message to react not found")
    reaction = call.data("reaction") or []
    if not isinstance(reaction, list) or len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    entry.reaction = reaction
    world.show(chat, "edit", entry)
    world.touch()
    return True


METHODS = {
    "answercallbackquery": answer_callback_query,
    "setmessagereaction": set_message_reaction,
}
