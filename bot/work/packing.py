"""A reply as plain data, for the outbox, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.messages import Button, Picture, Reply


def pack(reply: Reply) -> dict[str, Any]:
    """The reply as JSON can hold it, without what is empty."""
    values = {
        "text": reply.text,
        "bold": reply.bold,
        "buttons": [[_button(button) for button in row] for row in reply.buttons],
        "picture": asdict(reply.picture) if reply.picture else None,
        "menu": reply.menu,
        "tag": reply.tag,
        "replaces": reply.replaces,
        "topic": reply.topic,
        "answers": reply.answers,
        "asks": reply.asks,
        "silent": reply.silent,
    }
    return {key: value for key, value in values.items() if value}


def _button(button: Button) -> dict[str, str]:
    if button.url:
        return {"label": button.label, "action": button.action, "url": button.url}
    return {"label": button.label, "action": button.action}


def unpack(data: dict[str, Any]) -> Reply:
    """The reply behind `pack`."""
    rows = data.get("buttons", ())
    picture = data.get("picture")
    menu = data.get("menu")
    return Reply(
        text=data.get("text", ""),
        bold=tuple((start, end) for start, end in data.get("bold", ())),
        buttons=tuple(tuple(Button(**button) for button in row) for row in rows),
        picture=Picture(**picture) if picture else None,
        menu=tuple(tuple(row) for row in menu) if menu else None,
        tag=data.get("tag"),
        replaces=data.get("replaces"),
        topic=data.get("topic"),
        answers=data.get("answers"),
        asks=data.get("asks", False),
        silent=data.get("silent", False),
    )
