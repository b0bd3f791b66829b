"""Checks of keyboards: the buttons under a message, and the menu under the typing field."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from bot.playground.refusals import bad_request

_MOST_BUTTONS = 100
_DATA_BYTES = 64
_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def inline(markup: Any) -> dict[str, Any] | None:
    """The inline keyboard in `markup`, checked; None when it holds no buttons."""
    if not isinstance(markup, dict) or "inline_keyboard" not in markup:
        return None
    rows = [[_inline_button(button) for button in row] for row in _rows(markup["inline_keyboard"])]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def reply_keyboard(markup: Any) -> tuple[bool, dict[str, Any] | None]:
    """Whether the menu changes, and the new menu (None takes it away)."""
    if not isinstance(markup, dict):
        return False, None
    if "keyboard" in markup:
        rows = [[_text_button(button) for button in row] for row in _rows(markup["keyboard"])]
        return True, {**markup, "keyboard": rows}
    return bool(markup.get("remove_keyboard")), None


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return rows


def _text_button(button: Any) -> dict[str, Any]:
    made = {"text": button} if isinstance(button, str) else button
    if not isinstance(made, dict) or not isinstance(made.get("text"), str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not made["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    return made


def _inline_button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not any(name in button for name in _ACTIONS):
        raise bad_request("text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if "callback_data" in button and not (isinstance(data, str) and 1 <= len(data.encode()) <= _DATA_BYTES):
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(button["url"])
    return button


def _check_url(url: Any) -> None:
    parts = urlsplit(str(url))
    if parts.scheme not in ("http", "https", "tg", "tel") or not (parts.netloc or parts.path):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
