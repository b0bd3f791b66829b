"""The methods of the Bot API that the playground knows, by lower-case name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground.methods import (
    albums,
    chats,
    edits,
    files,
    media,
    menus,
    messages,
    presses,
    profile,
    topics,
    updates,
)
from bot.playground.parameters import Call
from bot.playground.world import World

Method = Callable[[World, Call], Awaitable[Any]]

METHODS: dict[str, Method] = {
    **updates.METHODS,
    **messages.METHODS,
    **edits.METHODS,
    **media.METHODS,
    **albums.METHODS,
    **presses.METHODS,
    **files.METHODS,
    **menus.METHODS,
    **profile.METHODS,
    **chats.METHODS,
    **topics.METHODS,
}
