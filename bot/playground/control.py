"""The control API: what the page and the tests let a client's phone do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground import phone
from bot.playground.attachments import attached
from bot.playground.chats import Chat
from bot.playground.control_body import Body, body_of
from bot.playground.phone import CannotDo
from bot.playground.world import World

Act = Callable[[World, Chat, Body], Awaitable[dict[str, Any]]]


async def send(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """Texts, files and the other kinds."""
    reply_to, topic = body.integer("reply_to"), body.integer("topic")
    kind = body.text("as") or ("document" if body.files else "")
    if kind in ("", "text"):
        return {"message_ids": _texts(world, chat, body.text("text"), reply_to, topic)}
    contents = await attached(world, kind, body.files, body.text("text"), body.integer("duration") or 1)
    return {"message_ids": phone.send(world, chat, contents, reply_to, topic)}


def _texts(world: World, chat: Chat, text: str, reply_to: int | None, topic: int | None) -> list[int]:
    parts = phone.texts(text)
    if not parts:
        raise CannotDo("empty_text")
    return [number for part in parts for number in phone.send(world, chat, part, reply_to, topic)]


async def press(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """A button under a message."""
    phone.press(world, chat, body.number("message_id"), body.text("data"), force=body.flag("force"))
    return {"ok": True}


async def edit(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """Other words in an own message."""
    phone.edit(world, chat, body.number("message_id"), body.text("text"))
    return {"ok": True}


async def delete(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """An own message away."""
    phone.delete(world, chat, body.number("message_id"))
    return {"ok": True}


async def delete_topic(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """A topic away, with all that stands in it; Telegram does not tell a bot."""
    topic = body.number("topic")
    if topic not in chat.topics:
        raise CannotDo("no_such_topic", 404)
    world.drop_topic(chat, topic)
    return {"ok": True}


async def block(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """Block the bot, or no longer."""
    phone.block(world, chat, blocked=body.flag("blocked"))
    return {"ok": True, "blocked": chat.blocked}


async def offline(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """No connection for some seconds; 0 is back at once."""
    phone.go_offline(world, chat, body.seconds("seconds"))
    return {"ok": True, "offline": chat.offline}


async def start(world: World, chat: Chat, body: Body) -> dict[str, Any]:
    """«Start», perhaps with a payload."""
    return {"message_ids": phone.start(world, chat, body.text("payload"))}


def _endpoint(act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        world: World = request.app.state.world
        try:
            chat = world.chat_or_new(request.path_params["chat_id"])
            if chat is None:
                raise CannotDo("unknown_client", 404)
            return JSONResponse(await act(world, chat, await body_of(request)))
        except CannotDo as problem:
            return JSONResponse({"ok": False, "error": problem.code}, problem.status)

    return endpoint


ROUTES = [
    Route(f"/play/chats/{{chat_id:int}}/{act.__name__}", _endpoint(act), methods=["POST"])
    for act in (send, press, edit, delete, delete_topic, block, offline, start)
]
