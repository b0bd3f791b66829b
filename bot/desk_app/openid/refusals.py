"""Why somebody was not signed in, and that the provider is away."""

from __future__ import annotations

from typing import Literal

from bot.errors import BotError

Refusal = Literal["trip", "denied", "code", "signature", "token", "issuer", "claim", "unknown", "role", "link", "taken"]


class SignInRefused(BotError):
    """Not signed in; `why` is a code for the log and for the sentence, and holds nothing of anybody."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why: Refusal = why


class ProviderAway(BotError):
    """The provider does not answer, or not as a provider does."""
