"""Where a chat stands: which language, which step, which draft. Kept in the database, never in the process."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Protocol

RECENT = 4  # earlier questions that may explain a follow-up


@dataclass(slots=True)
class Conversation:
    """The state of one chat. `step` names what the bot waits for; `draft` holds what it needs for that."""

    chat_id: int
    language: str | None = None
    client_id: str | None = None
    consented: bool = False
    step: str = ""
    draft: dict[str, Any] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)
    wrong_codes: list[str] = field(default_factory=list)
    bot_may_answer: bool = False  # asked for while a case is open

    def begin(self, step: str, **draft: Any) -> None:
        """Enter a step with what it needs to remember."""
        self.step = step
        self.draft = draft

    def end_step(self) -> None:
        """Leave the step; nothing is waited for."""
        self.step = ""
        self.draft = {}

    def remember_question(self, text: str) -> None:
        """Keep the last few questions, so that a follow-up can be understood."""
        self.recent = [*self.recent, text[:500]][-RECENT:]

    def as_dict(self) -> dict[str, Any]:
        """For storage."""
        return {key: value for key, value in asdict(self).items() if key != "chat_id"}


class Conversations(Protocol):
    """What must be kept of conversations."""

    async def of_chat(self, chat_id: int) -> Conversation:
        """The conversation, held so that nobody else handles this chat until the transaction ends."""

    async def keep(self, conversation: Conversation, at: datetime) -> None: ...
    async def forget(self, chat_id: int) -> None: ...
