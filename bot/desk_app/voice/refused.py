"""The one error of this folder."""

from __future__ import annotations

from bot.errors import BotError


class VoiceRefused(BotError):
    """This is no recording that we can send; the text says why, for tests and never for people."""
