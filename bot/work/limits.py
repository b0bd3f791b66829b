"""How fast we may send: Telegram allows about 30 messages a second in all and one a second
in one chat, with short bursts (core.telegram.org/bots/faq, «My bot is hitting limits»)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Bucket:
    """Tokens that come back at `rate` a second, at most `burst` of them. Times in seconds."""

    rate: float
    burst: float
    tokens: float = -1.0
    at: float = 0.0

    def wait(self, now: float) -> float:
        """Take a token; how many seconds to wait before using it."""
        if self.tokens < 0 and self.at == 0.0:
            self.tokens = self.burst
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        self.tokens -= 1
        return max(0.0, -self.tokens / self.rate)


class Limits:
    """One bucket for all, one a chat, and a pause for all when Telegram asks several chats to wait."""

    def __init__(self, per_second: float = 30.0, per_chat: float = 1.0, chat_burst: float = 5.0) -> None:
        self._all = Bucket(per_second, per_second)
        self._per_chat = per_chat
        self._chat_burst = chat_burst
        self._chats: dict[int, Bucket] = {}
        self._paused_until = 0.0
        self._asked_to_wait: dict[int, float] = {}

    def wait(self, chat_id: int, now: float) -> float:
        """Seconds until a message to this chat may leave."""
        bucket = self._chats.get(chat_id)
        if bucket is None:
            self._sweep(now)
            bucket = self._chats[chat_id] = Bucket(self._per_chat, self._chat_burst)
        return max(bucket.wait(now), self._all.wait(now), self._paused_until - now)

    def asked_to_wait(self, chat_id: int, seconds: float, now: float) -> None:
        """Telegram refused a message for `seconds`: when two chats hear that, all wait."""
        self._asked_to_wait[chat_id] = now
        recent = [chat for chat, at in self._asked_to_wait.items() if now - at < 5]
        if len(recent) > 1:
            self._paused_until = max(self._paused_until, now + seconds)

    def _sweep(self, now: float) -> None:
        if len(self._chats) > 5000:
            self._chats = {chat: bucket for chat, bucket in self._chats.items() if now - bucket.at < 60}
            self._asked_to_wait = {chat: at for chat, at in self._asked_to_wait.items() if now - at < 60}
