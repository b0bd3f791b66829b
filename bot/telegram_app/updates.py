"""A raw update of the Bot API as something that happened in a chat.

We read the JSON ourselves, tolerantly: an update that a typed parser cannot read would
otherwise be fetched again and again (shared measurement: a «poison update»).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.messages import Attachment, EventKind, Incoming

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]

# Telegram's field -> our name of a kind of message that the bot cannot use.
_UNSUPPORTED = (
    "sticker",
    "video",
    "video_note",
    "animation",
    "audio",
    "voice",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "story",
    "game",
)
_SERVICE = ("pinned_message", "new_chat_title", "group_chat_created", "message_auto_delete_timer_changed")


def source_of(update: dict[str, Any]) -> str:
    """The name under which an update is kept once."""
    return f"telegram:{update['update_id']}"


def chat_of(update: dict[str, Any]) -> int | None:
    """The chat that an update belongs to, or None when it has none."""
    for body in _bodies(update):
        chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from")
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return None


def incoming(update: dict[str, Any], received_at: datetime) -> Incoming | None:
    """What happened, or None for something that is not for us (a group, a service message)."""
    if "callback_query" in update:
        return _press(update["callback_query"], received_at)
    if "my_chat_member" in update:
        return _membership(update["my_chat_member"], received_at)
    for field, kind in (("message", "message"), ("edited_message", "edit")):
        if isinstance(update.get(field), dict):
            return _message(update[field], kind, received_at)  # type: ignore[arg-type]
    return None


def _bodies(update: dict[str, Any]) -> list[dict[str, Any]]:
    return [value for value in update.values() if isinstance(value, dict)]


def _private(chat: Any) -> bool:
    return isinstance(chat, dict) and chat.get("type", "private") == "private"


def _message(message: dict[str, Any], kind: EventKind, received_at: datetime) -> Incoming | None:
    chat = message.get("chat")
    if not isinstance(chat, dict) or not _private(chat) or any(name in message for name in _SERVICE):
        return None
    unsupported = next((name for name in _UNSUPPORTED if name in message), None)
    return Incoming(
        chat_id=int(chat["id"]),
        kind=kind,
        at=_moment(message.get("edit_date") or message.get("date"), received_at),
        message_id=message.get("message_id"),
        text=str(message.get("text") or message.get("caption") or ""),
        attachment=None if unsupported else _attachment(message),
        album=message.get("media_group_id"),
        unsupported=unsupported,
        language_hint=(message.get("from") or {}).get("language_code"),
    )


def _attachment(message: dict[str, Any]) -> Attachment | None:
    photos = message.get("photo")
    if photos:
        best = max(photos, key=lambda size: size.get("width", 0) * size.get("height", 0))
        return Attachment("photo", str(best["file_id"]), size=best.get("file_size"))
    document = message.get("document")
    if document:
        return Attachment(
            "document",
            str(document["file_id"]),
            name=document.get("file_name"),
            mime=document.get("mime_type"),
            size=document.get("file_size"),
        )
    return None


def _press(query: dict[str, Any], received_at: datetime) -> Incoming | None:
    message = query.get("message") or {}
    chat = message.get("chat") or query.get("from") or {}
    if "id" not in chat or not _private(chat):
        return None
    return Incoming(
        chat_id=int(chat["id"]),
        kind="press",
        at=received_at,
        message_id=message.get("message_id"),
        button=str(query.get("data", "")),
        language_hint=(query.get("from") or {}).get("language_code"),
    )


def _membership(change: dict[str, Any], received_at: datetime) -> Incoming | None:
    chat = change.get("chat") or {}
    if "id" not in chat or not _private(chat):
        return None
    status = (change.get("new_chat_member") or {}).get("status")
    kind: EventKind = "blocked" if status == "kicked" else "unblocked"
    return Incoming(chat_id=int(chat["id"]), kind=kind, at=_moment(change.get("date"), received_at))


def _moment(seconds: Any, received_at: datetime) -> datetime:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) else received_at
