"""sendMediaGroup: two to ten photos, or two to ten documents."""

from __future__ import annotations

from typing import Any

from bot.playground.methods.common import add, caption, head, open_chat, replied
from bot.playground.methods.media import media
from bot.playground.parameters import Call
from bot.playground.refusals import bad_request
from bot.playground.world import World

_FEWEST, _MOST = 2, 10
_KINDS = ("photo", "document")


async def send_media_group(world: World, call: Call) -> list[dict[str, Any]]:
    """All items are checked and kept before the first is shown: an album arrives whole."""
    chat = open_chat(world, call)
    items = _items(call)
    answered = replied(chat, call)
    contents = [await _content(world, call, item) for item in items]
    group = str(world.press_ids.next())
    messages = [{**head(world, chat), **answered, "media_group_id": group, **c} for c in contents]
    for message in messages:
        add(world, chat, message)
    return messages


def _items(call: Call) -> list[dict[str, Any]]:
    items = call.data("media")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object")
    if not _FEWEST <= len(items) <= _MOST:
        raise bad_request(f"group must include {_FEWEST}-{_MOST} items")
    kinds = {item.get("type") for item in items}
    if not kinds <= set(_KINDS):
        raise bad_request("only photos and documents are supported by the playground")
    if len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    return items


async def _content(world: World, call: Call, item: dict[str, Any]) -> dict[str, Any]:
    one = Call(call.method, dict(item), call.uploads)
    reference = one.text("media")
    upload = one.upload("media") if reference.startswith("attach://") else None
    return {**await media(world, str(item["type"]), upload, reference), **caption(one)}


METHODS = {"sendmediagroup": send_media_group}
