"""Refusals in the words of the Bot API, and in the shape of its error bodies."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """The call is refused; becomes `{ok: false, error_code, description, parameters?}`."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        """The JSON body that Telegram would send."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> Refusal:
    """400, with Telegram's prefix."""
    return Refusal(400, f"Bad Request: {reason}")


def too_many_requests(seconds: int) -> Refusal:
    """429 with the seconds to wait, as text and as number."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", seconds)


BLOCKED = "Forbidden: bot was blocked by the user"
UNAUTHORIZED = "Unauthorized"
