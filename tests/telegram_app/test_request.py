"""The bot's connections to Telegram."""

from __future__ import annotations

from bot.playground import connection
from bot.telegram_app import request


def test_the_bot_lets_an_idle_connection_go_before_the_other_end_does() -> None:
    """Who writes just when the other end closes loses the call."""
    assert request.IDLE_SECONDS < connection.IDLE_SECONDS
