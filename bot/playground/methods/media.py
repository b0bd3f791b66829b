"""sendPhoto, sendDocument and sendVoice."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.playground import photos
from bot.playground.chats import Entry
from bot.playground.files import described
from bot.playground.methods.common import caption, open_chat, post
from bot.playground.parameters import Call, Upload
from bot.playground.refusals import bad_request
from bot.playground.world import World


async def send_photo(world: World, call: Call) -> dict[str, Any]:
    """sendPhoto."""
    return await _send(world, call, "photo")


async def send_document(world: World, call: Call) -> dict[str, Any]:
    """sendDocument."""
    return await _send(world, call, "document")


async def send_voice(world: World, call: Call) -> dict[str, Any]:
    """sendVoice."""
    return await _send(world, call, "voice")


async def _send(world: World, call: Call, kind: str) -> dict[str, Any]:
    chat = open_chat(world, call)
    words = caption(call)
    content = await media(world, kind, call.upload(kind), call.text(kind), call.integer("duration", 1))
    return post(world, chat, call, {**content, **words})


async def media(
    world: World, kind: str, upload: Upload | None, reference: str, duration: int = 1
) -> dict[str, Any]:
    """The field of a message that holds this file: a new one, or one that was sent before."""
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return {kind: await new_file(world, kind, upload, duration)}
    if not reference or reference.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return {kind: _sent_before(world, kind, reference)}


async def new_file(world: World, kind: str, upload: Upload, duration: int) -> Any:
    """Keep an upload and describe it as Telegram does for this kind."""
    if kind == "photo":
        return photos.keep(world.files, await asyncio.to_thread(photos.sizes, upload.content))
    if kind == "voice":
        stored = world.files.put(upload.content, "voice", "voice.oga", upload.mime or "audio/ogg")
        return {"duration": duration, "mime_type": stored.mime, **described(stored)}
    stored = world.files.put(upload.content, "documents", upload.name, upload.mime)
    return {"file_name": stored.name, "mime_type": stored.mime, **described(stored)}


def _sent_before(world: World, kind: str, file_id: str) -> Any:
    if world.files.find(file_id) is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    for chat in world.chats.values():
        for entry in chat.entries.values():
            if found := _with_file(entry, kind, file_id):
                return found
    raise bad_request(f"can't use file as {kind}")


def _with_file(entry: Entry, kind: str, file_id: str) -> Any:
    value = entry.message.get(kind)
    parts = value if isinstance(value, list) else [value] if value else []
    return value if any(part.get("file_id") == file_id for part in parts) else None


METHODS = {"sendphoto": send_photo, "senddocument": send_document, "sendvoice": send_voice}
