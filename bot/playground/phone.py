"""What a client does on the phone, and what the server makes of it."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from bot.playground.chats import Chat, Entry
from bot.playground.entities import cleaned
from bot.playground.methods.common import in_topic, quoted
from bot.playground.views import view
from bot.playground.world import World

Content = dict[str, Any]
_TEXT_LENGTH = 4096


class CannotDo(Exception):
    """The phone cannot do this now; `code` is a word for programs, `status` that of HTTP."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


def send(
    world: World, chat: Chat, contents: list[Content], reply_to: int | None = None, topic: int | None = None
) -> list[int]:
    """Send messages (several files together are an album), perhaps in a topic; their ids."""
    if chat.blocked:
        raise CannotDo("blocked", 409)
    if topic and topic not in chat.topics:
        raise CannotDo("no_such_topic", 404)
    group = {"media_group_id": str(world.press_ids.next())} if len(contents) > 1 else {}
    answered = chat.entries.get(reply_to) if reply_to else None
    ids = []
    for content in contents:
        album = group if "photo" in content or "document" in content else {}
        message = {**_head(world, chat), **in_topic(chat, topic or 0), **content, **album}
        if answered is not None:
            message["reply_to_message"] = quoted(answered)
        entry = Entry(message, by_bot=False, state="sending")
        chat.entries[entry.id] = entry
        _show_at_once(world, chat, entry)
        _act(world, chat, ("message", entry.id, ""))
        ids.append(entry.id)
    return ids


def texts(text: str) -> list[list[Content]]:
    """A text as the messages that a phone makes of it: at most 4096 characters each."""
    made = []
    for start in range(0, len(text), _TEXT_LENGTH):
        words, entities = cleaned(text[start : start + _TEXT_LENGTH], [])
        if words:
            made.append([{"text": words, "entities": entities} if entities else {"text": words}])
    return made


def press(world: World, chat: Chat, message_id: int, data: str, *, force: bool = False) -> None:
    """Press a button under a message of the bot; with `force` also one that is no longer there."""
    entry = chat.entries.get(message_id)
    if entry is None or not entry.by_bot:
        raise CannotDo("no_such_message", 404)
    rows = (entry.message.get("reply_markup") or {}).get("inline_keyboard", [])
    if not force and not any(button.get("callback_data") == data for row in rows for button in row):
        raise CannotDo("no_such_button", 404)
    if chat.blocked:
        raise CannotDo("blocked", 409)
    _act(world, chat, ("press", message_id, data))


def edit(world: World, chat: Chat, message_id: int, text: str) -> None:
    """Change an own message."""
    entry = _own(chat, message_id)
    if not text.strip():
        raise CannotDo("empty_text")
    words, entities = cleaned(text, [])
    field, spans = ("text", "entities") if "text" in entry.message else ("caption", "caption_entities")
    changed = {k: v for k, v in entry.message.items() if k != spans}
    changed[field] = words
    if entities:
        changed[spans] = entities
    waits = ("message", message_id, "") in chat.waiting
    if not waits:
        changed["edit_date"] = int(time.time())
    entry.message = changed
    _show_at_once(world, chat, entry, "edit")
    if not waits:
        _act(world, chat, ("edit", message_id, ""))


def delete(world: World, chat: Chat, message_id: int) -> None:
    """Take an own message away; Telegram does not tell a bot."""
    if message_id not in chat.entries:
        raise CannotDo("no_such_message", 404)
    del chat.entries[message_id]
    chat.waiting = [done for done in chat.waiting if done[1] != message_id]
    world.listeners.tell(chat.id, "delete", {"message_id": message_id})
    world.touch()


def start(world: World, chat: Chat, payload: str = "") -> list[int]:
    """Press «Start», perhaps with the payload of a link; takes a block away."""
    if chat.blocked:
        block(world, chat, blocked=False)
    return send(world, chat, texts(f"/start {payload}".strip())[0])


def block(world: World, chat: Chat, *, blocked: bool) -> None:
    """Block or unblock the bot; the bot hears of it."""
    if chat.blocked == blocked:
        return
    old, new = chat.blocked, blocked
    chat.blocked = blocked
    user = world.bot.user()
    body = {
        "chat": chat.client.chat(),
        "from": chat.client.user(),
        "date": int(time.time()),
        "old_chat_member": _member(user, old),
        "new_chat_member": _member(user, new),
    }
    world.updates.add("my_chat_member", body, f"member:{chat.id}")
    _tell_status(world, chat)


def go_offline(world: World, chat: Chat, seconds: float | None) -> None:
    """Lose the connection, for some seconds or until `come_online`."""
    if seconds is not None and seconds <= 0:
        come_online(world, chat)
        return
    chat.offline = True
    chat.offline_since += 1
    _tell_status(world, chat)
    if seconds is not None:
        loop = asyncio.get_running_loop()
        loop.call_later(seconds, _come_online_if, world, chat, chat.offline_since)


def _come_online_if(world: World, chat: Chat, since: int) -> None:
    if chat.offline and chat.offline_since == since:
        come_online(world, chat)


def come_online(world: World, chat: Chat) -> None:
    """Hear what was missed, then send what waited, in order."""
    chat.offline = False
    _tell_status(world, chat)
    held, chat.held = chat.held, []
    for name, data in held:
        world.listeners.tell(chat.id, name, data)
    for entry in chat.entries.values():
        entry.unseen = False
    waiting, chat.waiting = chat.waiting, []
    for done in waiting:
        _reach(world, chat, *done)
    world.touch()


def _tell_status(world: World, chat: Chat) -> None:
    world.listeners.tell(chat.id, "chat", {"blocked": chat.blocked, "offline": chat.offline})
    world.touch()


def _act(world: World, chat: Chat, done: tuple[Any, int, str]) -> None:
    if chat.offline:
        chat.waiting.append(done)
        world.touch()
    else:
        _reach(world, chat, *done)


def _reach(world: World, chat: Chat, kind: str, message_id: int, data: str) -> None:
    """What the client did arrives at the server."""
    entry = chat.entries.get(message_id)
    if entry is None:
        return
    lane, ref = f"chat:{chat.id}", (chat.id, message_id)
    if kind == "press":
        world.updates.add("callback_query", _query(world, chat, entry, data), f"press:{chat.id}")
    elif kind == "edit":
        world.updates.add("edited_message", entry.message, lane, ref)
    else:
        chat.met = True
        entry.message["date"] = int(time.time())
        entry.state = "sent"
        status = {"message_id": message_id, "state": "sent"}
        world.listeners.tell(chat.id, "status", status)
        world.updates.add("message", entry.message, lane, ref)


def _query(world: World, chat: Chat, entry: Entry, data: str) -> dict[str, Any]:
    return {
        "id": world.new_press(chat.id, entry.id),
        "from": chat.client.user(),
        "message": entry.message,
        "chat_instance": str(-(chat.id * 7919)),
        "data": data,
    }


def _own(chat: Chat, message_id: int) -> Entry:
    entry = chat.entries.get(message_id)
    if entry is None or entry.by_bot:
        raise CannotDo("no_such_message", 404)
    return entry


def _head(world: World, chat: Chat) -> dict[str, Any]:
    return {
        "message_id": world.message_ids.next(),
        "from": chat.client.user(),
        "chat": chat.client.chat(),
        "date": int(time.time()),
    }


def _show_at_once(world: World, chat: Chat, entry: Entry, name: str = "message") -> None:
    """The phone shows what its owner does, connection or not."""
    if world.listeners.heard(chat.id):
        world.listeners.tell(chat.id, name, view(entry))


def _member(user: dict[str, Any], blocked: bool) -> dict[str, Any]:
    if blocked:
        return {"user": user, "status": "kicked", "until_date": 0}
    return {"user": user, "status": "member"}
