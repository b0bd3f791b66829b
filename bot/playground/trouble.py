"""For tests, load and whoever wants to see what happens: trouble on purpose, the log, raw updates."""

from __future__ import annotations

import json
import time
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground import phone
from bot.playground.chats import Chat
from bot.playground.faults import fault_from
from bot.playground.updates import DAY_SECONDS, Pending
from bot.playground.world import World


async def trouble(request: Request) -> Response:
    """GET lists the troubles, POST adds one, DELETE ends all and brings every phone online."""
    world: World = request.app.state.world
    if request.method == "DELETE":
        world.faults.clear()
        for chat in [c for c in world.chats.values() if c.offline]:
            phone.come_online(world, chat)
    elif request.method == "POST":
        try:
            _add(world, json.loads(await request.body()))
        except (ValueError, TypeError, AttributeError) as problem:
            return JSONResponse({"ok": False, "error": "bad_trouble", "detail": str(problem)}, 400)
    return JSONResponse({"ok": True, "trouble": world.faults.listed()})


def _add(world: World, body: dict[str, Any]) -> None:
    fault = fault_from(body)
    if fault.kind != "offline":
        world.faults.add(fault)
        return
    seconds = fault.until - time.time() if fault.until is not None else None
    found = world.chat_or_new(fault.chat_id) if fault.chat_id is not None else None
    for chat in [found] if found else list(world.chats.values()) if fault.chat_id is None else []:
        phone.go_offline(world, chat, seconds)


async def log(request: Request) -> Response:
    """The calls that the bot made; DELETE starts an empty page."""
    world: World = request.app.state.world
    if request.method == "DELETE":
        world.log.clear()
    given = request.query_params.get("chat_id", "")
    chat_id = int(given) if given.lstrip("-").isdigit() else None
    return JSONResponse({"calls": world.log.calls(chat_id), "counts": world.log.counts()})


async def inject(request: Request) -> Response:
    """Raw updates; those without a number get one. Private chats in them count as met."""
    world: World = request.app.state.world
    try:
        given = json.loads(await request.body())
        updates = [_numbered(world, update) for update in given]
    except (ValueError, TypeError, AttributeError):
        return JSONResponse({"ok": False, "error": "not_a_list_of_updates"}, 400)
    for update in updates:
        chat = _chat_of(world, update)
        if chat is not None:
            chat.met = True
        lane = f"{'press' if 'callback_query' in update else 'chat'}:{chat.id if chat else 0}"
        world.updates.keep(Pending(update, lane, time.time() + DAY_SECONDS, None))
    return JSONResponse({"update_ids": [update["update_id"] for update in updates]})


def _numbered(world: World, update: dict[str, Any]) -> dict[str, Any]:
    return {"update_id": update.get("update_id") or world.updates.counter.next(), **update}


def _chat_of(world: World, update: dict[str, Any]) -> Chat | None:
    for body in update.values():
        if isinstance(body, dict):
            chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from") or {}
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return world.chat_or_new(chat["id"])
    return None


ROUTES = [
    Route("/play/trouble", trouble, methods=["GET", "POST", "DELETE"]),
    Route("/play/log", log, methods=["GET", "DELETE"]),
    Route("/play/updates", inject, methods=["POST"]),
]
