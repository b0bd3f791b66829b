"""One trip of a browser to the provider and back.

The browser keeps one secret in a cookie. What goes along in addresses is derived from it, each for its own
purpose, so that nothing is stored here for somebody who may never come back, and so that no address tells the secret.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Literal

Purpose = Literal["in", "join"]
LASTS = 600  # seconds; as long as somebody may take to sign in at the provider


@dataclass(frozen=True, slots=True)
class Trip:
    """What proves that the browser that comes back is the one that left, and what it left for."""

    secret: str
    purpose: Purpose

    @classmethod
    def begin(cls, purpose: Purpose) -> Trip:
        """A new trip."""
        return cls(secrets.token_urlsafe(32), purpose)

    @classmethod
    def of_cookie(cls, value: str) -> Trip | None:
        """The trip that a cookie tells of; None when it tells of none."""
        purpose, _, secret = value.partition(".")
        if not 40 <= len(secret) <= 50:
            return None
        match purpose:
            case "in" | "join":
                return cls(secret, purpose)
        return None

    @property
    def cookie(self) -> str:
        """The value that the browser keeps."""
        return f"{self.purpose}.{self.secret}"

    @property
    def state(self) -> str:
        """Goes to the provider and comes back."""
        return self._derived("state")

    @property
    def nonce(self) -> str:
        """Comes back inside the signed ID token."""
        return self._derived("nonce")

    @property
    def verifier(self) -> str:
        """The PKCE code verifier (RFC 7636): 43 characters, shown to the provider's token endpoint only."""
        return self._derived("verifier")

    def came_back_with(self, state: str) -> bool:
        """Whether this state belongs to this trip."""
        return hmac.compare_digest(self.state.encode(), state.encode())

    def _derived(self, purpose: str) -> str:
        made = hmac.digest(self.secret.encode(), f"{self.purpose} {purpose}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
