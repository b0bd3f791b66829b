"""getChat."""

from __future__ import annotations

from typing import Any

from bot.playground.methods.common import known_chat
from bot.playground.parameters import Call
from bot.playground.world import World

_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


async def get_chat(world: World, call: Call) -> dict[str, Any]:
    """getChat: also of a client who blocked the bot."""
    chat = known_chat(world, call)
    return {
        **chat.client.chat(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": _NO_GIFTS,
    }


METHODS = {"getchat": get_chat}
