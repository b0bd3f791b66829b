"""What the page reads: the state, a chat's events, a file, and the way to the desk."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.playground.chats import Chat
from bot.playground.events import stream
from bot.playground.views import view
from bot.playground.world import World

_SHOWN = ("image/jpeg", "image/png", "application/pdf", "audio/")


async def state(request: Request) -> Response:
    """The bot and its clients."""
    world: World = request.app.state.world
    bot = world.bot
    return JSONResponse(
        {
            "bot": {
                "id": bot.id,
                "username": bot.username,
                "name": bot.name,
                "description": bot.descriptions.get("nl") or bot.descriptions.get("", ""),
                "commands_by_language": world.commands.by_language(),
            },
            "clients": [{**c.user(), "about": c.about} for c in world.clients()],
            "links": {"desk": "/play/desk"},
        }
    )


async def events(request: Request) -> Response:
    """A chat's events from now on, after a snapshot."""
    world: World = request.app.state.world
    chat = world.chat_or_new(request.path_params["chat_id"])
    if chat is None:
        return JSONResponse({"ok": False, "error": "unknown_client"}, 404)
    queue = world.listeners.listen(chat.id)
    body = stream(world.listeners, chat.id, snapshot(world, chat), queue)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(body, headers=headers, media_type="text/event-stream")


def snapshot(world: World, chat: Chat) -> dict[str, Any]:
    """All that the phone shows when it is opened."""
    return {
        "messages": [view(entry) for entry in chat.entries.values() if not entry.unseen],
        "typing": False,
        "keyboard": chat.keyboard,
        "commands": world.menu_of(chat),
        "blocked": chat.blocked,
        "offline": chat.offline,
    }


async def file(request: Request) -> Response:
    """A file of a chat; what could run in the page is only offered as a download."""
    world: World = request.app.state.world
    stored = world.files.find(request.path_params["file_id"])
    if stored is None:
        return PlainTextResponse("Dit bestand is er niet.\n", 404)
    way = "inline" if stored.mime.startswith(_SHOWN) else "attachment"
    headers = {
        "Content-Disposition": f"{way}; filename*=UTF-8''{quote(stored.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(world.files.read(stored), headers=headers, media_type=stored.mime)


async def desk(request: Request) -> Response:
    """To the desk of the caseworker, signed in."""
    desk_link = request.app.state.desk_link
    if desk_link is None:
        return PlainTextResponse("De werkbank doet hier niet mee.\n", 404)
    return RedirectResponse(await desk_link(), 303)


ROUTES = [
    Route("/play/state", state),
    Route("/play/chats/{chat_id:int}/events", events),
    Route("/play/files/{file_id}", file),
    Route("/play/desk", desk),
]
