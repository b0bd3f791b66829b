"""getUpdates and the webhook settings."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.parameters import Call
from bot.playground.refusals import Refusal, bad_request
from bot.playground.webhook import Address
from bot.playground.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, call: Call) -> list[dict[str, Any]]:
    """getUpdates."""
    if world.webhook.address is not None:
        raise Refusal(409, _WEBHOOK_ACTIVE)
    _allow(world, call)
    return await world.poll.fetch(call.integer("offset"), call.integer("limit", 100), call.integer("timeout"))


def _allow(world: World, call: Call) -> None:
    """An absent list leaves the earlier choice, an empty one means the usual kinds."""
    kinds = call.data("allowed_updates")
    if isinstance(kinds, list):
        world.updates.allowed = [str(kind) for kind in kinds]


async def set_webhook(world: World, call: Call) -> bool:
    """setWebhook; an empty address takes it away. Plain HTTP is allowed to this machine only."""
    url = call.text("url")
    if not url:
        return await delete_webhook(world, call)
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains illegal characters")
    _allow(world, call)
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    world.poll.end()
    world.webhook.start(Address(url, secret, min(max(call.integer("max_connections", 40), 1), 100)))
    world.touch()
    return True


async def delete_webhook(world: World, call: Call) -> bool:
    """deleteWebhook."""
    world.webhook.stop()
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    world.touch()
    return True


async def get_webhook_info(world: World, call: Call) -> dict[str, Any]:
    """getWebhookInfo."""
    address, error = world.webhook.address, world.webhook.last_error
    info: dict[str, Any] = {
        "url": address.url if address else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if address:
        info["max_connections"] = address.connections
    if address and error:
        info["last_error_date"], info["last_error_message"] = error
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info


METHODS = {
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
}
