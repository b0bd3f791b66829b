"""getFile; the download itself is a plain GET (see app.py)."""

from __future__ import annotations

from typing import Any

from bot.playground.files import described
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

MOST_BYTES = 20 * 1024 * 1024


async def get_file(world: World, call: Call) -> dict[str, Any]:
    """getFile; bots can download at most 20 MB."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = world.files.find(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MOST_BYTES:
        raise bad_request("file is too big")
    return {**described(stored), "file_path": stored.path}


METHODS = {"getfile": get_file}
