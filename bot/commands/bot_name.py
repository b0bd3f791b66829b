"""The username of the bot: from Telegram, or from the playground."""

from __future__ import annotations

from bot.errors import BotError, WrongUse
from bot.playground.world import Profile
from bot.settings import Settings
from bot.telegram_app.gateway import Gateway


async def username_of(settings: Settings) -> str:
    """Ask Telegram who the token belongs to; without a token it is the playground's bot."""
    if settings.playground:
        return Profile(0).username
    gateway = Gateway(settings.token, settings.api_base_url, _no_file)
    try:
        await gateway.start()
        return gateway.username
    except WrongUse:
        raise
    except Exception as problem:
        raise BotError("Telegram does not answer or refuses the token; try again, or give --bot.") from problem
    finally:
        await gateway.stop()


async def _no_file(file_id: str) -> bytes:
    raise FileNotFoundError(file_id)
