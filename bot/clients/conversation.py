"""Where a chat stands: which language, which step, which draft. Kept in the database, never in the process."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, fields
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
    who: dict[str, str] = field(default_factory=dict)  # what the client said to be: content/who.yaml
    asked: str = ""  # the question with «ja» and «nee» that was asked last, as «button:about what»

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
        return {name: deepcopy(getattr(self, name)) for name in _KEPT}


_KEPT = tuple(f.name for f in fields(Conversation) if f.name != "chat_id")


class Conversations(Protocol):
    """What must be kept of conversations."""

    async def expect(self, chat_ids: Sequence[int]) -> None:
        """Fetch these in one go, for `of_chat`."""

    async def of_chat(self, chat_id: int) -> Conversation:
        """The conversation, held so that nobody else handles this chat until the transaction ends."""

    async def keep(self, conversation: Conversation, at: datetime) -> None: ...
    async def forget(self, chat_id: int) -> None: ...
