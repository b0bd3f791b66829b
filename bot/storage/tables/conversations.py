"""Conversations, by the Protocol of bot/clients/conversation.py."""

from __future__ import annotations

from datetime import datetime

from bot import clock
from bot.clients.conversation import Conversation
from bot.storage.database import Transaction
from bot.storage.encryption import KeyRing


class ConversationsTable:
    """The table `conversations`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def of_chat(self, chat_id: int) -> Conversation:
        row = await self._transaction.fetchrow("SELECT state FROM conversations WHERE chat_id = $1", chat_id)
        if row is None:
            return Conversation(chat_id)
        return Conversation(chat_id, **self._keys.open_json(row["state"], f"conversations.state:{chat_id}"))

    async def keep(self, conversation: Conversation, at: datetime) -> None:
        chat_id = conversation.chat_id
        await self._transaction.execute(
            "INSERT INTO conversations (chat_id, state, changed_at) VALUES ($1, $2, $3) "
            "ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at",
            chat_id,
            self._keys.seal_json(conversation.as_dict(), f"conversations.state:{chat_id}"),
            clock.text(at),
        )

    async def forget(self, chat_id: int) -> None:
        await self._transaction.execute("DELETE FROM conversations WHERE chat_id = $1", chat_id)
