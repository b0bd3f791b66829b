"""Conversations, by the Protocol of bot/clients/conversation.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.clients.conversation import Conversation
from bot.storage.encryption import KeyRing
from bot.storage.gathering import GatheringTransaction, places

_KEEP = """
INSERT INTO conversations (chat_id, state, changed_at) VALUES ($1, $2, $3)
ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at"""


class ConversationsTable:
    """The table `conversations`."""

    def __init__(self, transaction: GatheringTransaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys
        self._expected: dict[int, bytes | None] = {}  # sealed states, each good for one reading

    async def expect(self, chat_ids: Sequence[int]) -> None:
        rows = await self._transaction.fetch(
            f"SELECT chat_id, state FROM conversations WHERE chat_id IN ({places(chat_ids)})", *chat_ids
        )
        self._expected = {**dict.fromkeys(chat_ids), **{row["chat_id"]: row["state"] for row in rows}}

    async def of_chat(self, chat_id: int) -> Conversation:
        sealed = self._expected.pop(chat_id) if chat_id in self._expected else await self._sealed(chat_id)
        if sealed is None:
            return Conversation(chat_id)
        return Conversation(chat_id, **self._keys.open_json(sealed, f"conversations.state:{chat_id}"))

    async def _sealed(self, chat_id: int) -> bytes | None:
        row = await self._transaction.fetchrow("SELECT state FROM conversations WHERE chat_id = $1", chat_id)
        return row["state"] if row else None

    async def keep(self, conversation: Conversation, at: datetime) -> None:
        chat_id = conversation.chat_id
        state = self._keys.seal_json(conversation.as_dict(), f"conversations.state:{chat_id}")
        self._expected.pop(chat_id, None)
        self._transaction.later(_KEEP, chat_id, state, clock.text(at))

    async def forget(self, chat_id: int) -> None:
        self._expected.pop(chat_id, None)
        await self._transaction.execute("DELETE FROM conversations WHERE chat_id = $1", chat_id)
