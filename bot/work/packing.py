"""A reply as plain data, for the outbox, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.messages import Button, Picture, Reply


def pack(reply: Reply) -> dict[str, Any]:
    """The reply as JSON can hold it, without what is empty."""
    return {key: value for key, value in asdict(reply).items() if value}


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
    )
