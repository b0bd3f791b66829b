"""A personal invitation: single use, expires, kept as a hash, guessing limited."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Protocol

VALID_FOR = timedelta(days=14)
WRONG_CODES_ALLOWED = 5
WRONG_CODES_WINDOW = timedelta(hours=1)

# Telegram allows 64 characters in a deep link; 22 give 128 bits.
_BYTES = 16


def new_code() -> str:
    """A code that cannot be guessed, fit for a deep link."""
    return secrets.token_urlsafe(_BYTES)


def code_hash(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def deep_link(bot_username: str, code: str) -> str:
    """The link that opens the chat and hands the code over."""
    return f"https://t.me/{bot_username}?start={code}"


class Invitations(Protocol):
    """What must be kept of invitations."""

    async def add(self, client_id: str, hashed: str, at: datetime, expires_at: datetime) -> None:
        """A new invitation; earlier ones of this client stop working."""

    async def use(self, hashed: str, at: datetime) -> str | None:
        """The client id behind an unused, unexpired code, which is used up by this."""
