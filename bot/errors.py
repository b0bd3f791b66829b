"""Our error tree. Foreign errors stop at the edge where they arise and become one of these.

BotError
├── WrongUse            somebody used a command or setting wrongly; the text is for that person
├── NewerDatabase       the database was made by a newer program
├── CannotDecrypt       no key in the key ring opens this value, or the value was changed
└── SendError           the channel did not take a message
    ├── TryAgain        later, after `seconds` (rate limit, network before sending, server error)
    ├── Uncertain       the connection broke after the request was written: it may have arrived
    └── Refused         never: the chat is gone, the bot is blocked, the message is not acceptable
"""

from __future__ import annotations

TOPIC_GONE = "topic_gone"  # the reason of a Refused: the chat is there, its topic is not


class BotError(Exception):
    """The root of all errors of this program."""


class WrongUse(BotError):
    """A command or setting was used wrongly; the message is one clear sentence for that person."""


class NewerDatabase(BotError):
    """The database was made by a newer version of this program; start that version."""


class CannotDecrypt(BotError):
    """No key in the key ring opens this value, or the value was changed."""


class SendError(BotError):
    """The channel did not take a message; `reason` is a short code without personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryAgain(SendError):
    """The message was not taken, but it may be later; wait at least `seconds`."""

    def __init__(self, reason: str, seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.seconds = seconds


class Uncertain(SendError):
    """The connection broke after the request was written; nobody knows whether it arrived."""


class Refused(SendError):
    """The channel will never take this message; `blocked` when the client blocked the bot."""

    def __init__(self, reason: str, *, blocked: bool = False) -> None:
        super().__init__(reason)
        self.blocked = blocked
