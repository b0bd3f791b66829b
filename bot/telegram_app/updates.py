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
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "story",
    "game",
)
_LARGEST = 2**63  # numbers in a database are smaller
_YEAR_3000 = 32_503_680_000  # seconds
_SERVICE = (
    "pinned_message",
    "new_chat_title",
    "group_chat_created",
    "message_auto_delete_timer_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
)


def source_of(update: dict[str, Any]) -> str:
    """The name under which an update is kept once."""
    return f"telegram:{update['update_id']}"


def chat_of(update: dict[str, Any]) -> int | None:
    """The chat that an update belongs to, or None when it has none."""
    for body in filter(lambda value: isinstance(value, dict), update.values()):
        for place in (body.get("chat"), _dict(body, "message").get("chat"), body.get("from")):
            chat = _whole(place.get("id")) if isinstance(place, dict) else None
            if chat is not None:
                return chat
    return None


def incoming(update: dict[str, Any], received_at: datetime) -> Incoming | None:
    """What happened, or None for something that is not for us (a group, a service message)."""
    if "callback_query" in update:
        return _press(_dict(update, "callback_query"), received_at)
    if "my_chat_member" in update:
        return _membership(_dict(update, "my_chat_member"), received_at)
    if message := _dict(update, "message"):
        return _message(message, "message", received_at)
    return _message(_dict(update, "edited_message"), "edit", received_at)


def _private(chat: dict[str, Any]) -> int | None:
    """The id of a chat with one person."""
    return _whole(chat.get("id")) if chat.get("type", "private") == "private" else None


def _message(message: dict[str, Any], kind: EventKind, received_at: datetime) -> Incoming | None:
    chat_id = _private(_dict(message, "chat"))
    if chat_id is None or any(name in message for name in _SERVICE):
        return None
    unsupported = next((name for name in _UNSUPPORTED if name in message), None)
    return Incoming(
        chat_id=chat_id,
        kind=kind,
        at=_moment(message.get("edit_date") or message.get("date"), received_at),
        message_id=_whole(message.get("message_id")),
        text=_text(message, "text") or _text(message, "caption") or "",
        attachment=None if unsupported else _attachment(message),
        album=_text(message, "media_group_id"),
        unsupported=unsupported,
        language_hint=_text(_dict(message, "from"), "language_code"),
        topic=_topic(message),
        answers=_answers(message),
    )


def _answers(message: dict[str, Any]) -> int | None:
    """The message that is answered; what begins a topic is answered by everything in it, so by nothing."""
    answered = _dict(message, "reply_to_message")
    return None if "forum_topic_created" in answered else _whole(answered.get("message_id"))


def _topic(message: dict[str, Any]) -> int | None:
    """The topic of a private chat; without `is_topic_message` the number is that of a thread of answers."""
    return _whole(message.get("message_thread_id")) if message.get("is_topic_message") is True else None


def _attachment(message: dict[str, Any]) -> Attachment | None:
    photos = message.get("photo")
    sizes = [size for size in photos if isinstance(size, dict)] if isinstance(photos, list) else []
    if sizes:
        best = max(sizes, key=lambda size: (_whole(size.get("width")) or 0) * (_whole(size.get("height")) or 0))
        file_id = _text(best, "file_id")
        return Attachment("photo", file_id, size=_whole(best.get("file_size"))) if file_id else None
    if voice := _text(_dict(message, "voice"), "file_id"):
        return Attachment("voice", voice, size=_whole(_dict(message, "voice").get("file_size")))
    document = _dict(message, "document")
    file_id = _text(document, "file_id")
    if not file_id:
        return None
    return Attachment(
        "document",
        file_id,
        name=_text(document, "file_name"),
        mime=_text(document, "mime_type"),
        size=_whole(document.get("file_size")),
    )


def _press(query: dict[str, Any], received_at: datetime) -> Incoming | None:
    message, person = _dict(query, "message"), _dict(query, "from")
    chat_id = _private(_dict(message, "chat") or person)
    if chat_id is None:
        return None
    return Incoming(
        chat_id=chat_id,
        kind="press",
        at=received_at,
        message_id=_whole(message.get("message_id")),
        button=_text(query, "data") or "",
        language_hint=_text(person, "language_code"),
        topic=_topic(message),
    )


def _membership(change: dict[str, Any], received_at: datetime) -> Incoming | None:
    chat_id = _private(_dict(change, "chat"))
    if chat_id is None:
        return None
    status = _text(_dict(change, "new_chat_member"), "status")
    kind: EventKind = "blocked" if status == "kicked" else "unblocked"
    return Incoming(chat_id=chat_id, kind=kind, at=_moment(change.get("date"), received_at))


def _dict(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _whole(value: Any) -> int | None:
    """A whole number that a database can hold."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST else None


def _text(data: dict[str, Any], name: str) -> str | None:
    """A text that every encoding can hold: half a surrogate pair becomes a replacement mark."""
    value = data.get(name)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else None


def _moment(seconds: Any, received_at: datetime) -> datetime:
    whole = _whole(seconds)
    return datetime.fromtimestamp(whole, UTC) if whole is not None and 0 < whole < _YEAR_3000 else received_at
