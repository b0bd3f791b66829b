"""A message as the phone in the browser shows it."""

from __future__ import annotations

from typing import Any

from bot.playground.chats import Entry


def view(entry: Entry) -> dict[str, Any]:
    """The shape of the page's contract."""
    message = entry.message
    return {
        "message_id": message["message_id"],
        "from": "bot" if entry.by_bot else "client",
        "date": message["date"],
        "text": message.get("text", ""),
        "entities": message.get("entities") or message.get("caption_entities") or [],
        "reply_markup": message.get("reply_markup"),
        "photo": _photo(message),
        "document": _document(message),
        "voice": _voice(message),
        "caption": message.get("caption", ""),
        "media_group_id": message.get("media_group_id"),
        "edited": "edit_date" in message,
        "state": entry.state,
        "reply_to": (message.get("reply_to_message") or {}).get("message_id"),
        "other": next((kind for kind in _OTHER if kind in message), None),
        "reaction": entry.reaction,
    }


_OTHER = ("sticker", "location", "contact", "video", "poll")


def _url(file_id: str) -> str:
    return f"/play/files/{file_id}"


def _photo(message: dict[str, Any]) -> dict[str, Any] | None:
    sizes = message.get("photo")
    if not sizes:
        return None
    largest = sizes[-1]
    return {"url": _url(largest["file_id"]), "width": largest["width"], "height": largest["height"]}


def _document(message: dict[str, Any]) -> dict[str, Any] | None:
    document = message.get("document")
    if not document:
        return None
    return {
        "url": _url(document["file_id"]),
        "name": document.get("file_name", ""),
        "size": document.get("file_size", 0),
        "mime": document.get("mime_type", ""),
    }


def _voice(message: dict[str, Any]) -> dict[str, Any] | None:
    voice = message.get("voice")
    return {"url": _url(voice["file_id"]), "duration": voice["duration"]} if voice else None
