"""Telegram's errors as ours."""

from __future__ import annotations

from typing import Any

from telegram import error as telegram_error

from bot.errors import TOPIC_GONE, Refused, TryAgain, Uncertain
from bot.telegram_app.request import WrittenThenLost


def translated(problem: telegram_error.TelegramError) -> TryAgain | Uncertain | Refused:
    """Telegram's error as one of ours; the reason is a code, never its text."""
    if isinstance(problem, telegram_error.RetryAfter):
        wait = problem.retry_after
        return TryAgain("rate", wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait))
    if isinstance(problem, telegram_error.Forbidden):
        return Refused("blocked", blocked=True)
    if isinstance(problem, telegram_error.BadRequest):
        said = str(problem).lower()
        if "thread not found" in said or "topic_" in said:
            return Refused(TOPIC_GONE)
        gone = "chat not found" in said
        return Refused("chat_gone" if gone else "refused", blocked=gone)
    if isinstance(problem, WrittenThenLost | telegram_error.TimedOut):
        return Uncertain("connection_lost")
    if isinstance(problem, telegram_error.InvalidToken | telegram_error.Conflict):
        return TryAgain("token", 60.0)
    return TryAgain("network")


class PollRefused(Exception):
    """getUpdates was refused; `code` is the HTTP status, `wait` the seconds that Telegram asks for."""

    def __init__(self, code: int, wait: float) -> None:
        super().__init__(str(code))
        self.code = code
        self.wait = wait


def poll_error(code: int, answer: dict[str, Any]) -> PollRefused:
    """What getUpdates said, as an error of ours."""
    wait = (answer.get("parameters") or {}).get("retry_after", 0)
    return PollRefused(code, float(wait))
