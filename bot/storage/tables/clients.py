"""Clients, by the Protocol of bot/clients/client.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import clock
from bot.clients.client import Client, ClientState
from bot.identifiers import new_id, spoken_number
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing
from bot.storage.gathering import places

_COLUMNS = (
    "id, number, name, language, caseworker_id, chat_id, state, consented_at, blocked_at, created_at, last_contact_at"
)


class ClientsTable:
    """The table `clients`."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys
        self._expected: dict[int, Row | None] = {}  # by chat, each good for one reading

    async def expect(self, chat_ids: Sequence[int]) -> None:
        rows = await self._transaction.fetch(
            f"SELECT {_COLUMNS} FROM clients WHERE chat_id IN ({places(chat_ids)})", *chat_ids
        )
        self._expected = {**dict.fromkeys(chat_ids), **{row["chat_id"]: row for row in rows}}

    async def add(self, name: str, language: str, caseworker_id: str, at: datetime) -> Client:
        client_id, number = new_id(), spoken_number("K")
        await self._transaction.execute(
            "INSERT INTO clients (id, number, name, language, caseworker_id, state, created_at, last_contact_at) "
            "VALUES ($1, $2, $3, $4, $5, 'invited', $6, $6)",
            client_id,
            number,
            self._keys.seal_text(name, f"clients.name:{client_id}"),
            language,
            caseworker_id,
            clock.text(at),
        )
        found = await self.by_id(client_id)
        assert found is not None
        return found

    async def by_id(self, client_id: str) -> Client | None:
        return await self._one("id = $1", client_id)

    async def by_number(self, number: str) -> Client | None:
        return await self._one("number = $1", number)

    async def by_chat(self, chat_id: int) -> Client | None:
        if chat_id in self._expected:
            row = self._expected.pop(chat_id)
            return self._client(row) if row else None
        return await self._one("chat_id = $1", chat_id)

    async def of_caseworker(self, caseworker_id: str) -> Sequence[Client]:
        rows = await self._transaction.fetch(
            f"SELECT {_COLUMNS} FROM clients WHERE caseworker_id = $1 ORDER BY number", caseworker_id
        )
        return [self._client(row) for row in rows]

    async def of_caseworkers(self, caseworker_ids: Sequence[str], more: Sequence[str] = ()) -> Sequence[Client]:
        owners, others = places(caseworker_ids), places(more, after=len(caseworker_ids))
        rows = await self._transaction.fetch(
            f"SELECT {_COLUMNS} FROM clients WHERE caseworker_id IN ({owners}) OR id IN ({others}) ORDER BY number",
            *caseworker_ids,
            *more,
        )
        return [self._client(row) for row in rows]

    async def hand_over(self, client_ids: Sequence[str], caseworker_id: str) -> None:
        self._expected.clear()
        await self._transaction.executemany(
            "UPDATE clients SET caseworker_id = $2 WHERE id = $1", [(one, caseworker_id) for one in client_ids]
        )

    async def all(self) -> Sequence[Client]:
        rows = await self._transaction.fetch(f"SELECT {_COLUMNS} FROM clients ORDER BY number")
        return [self._client(row) for row in rows]

    async def numbers(self) -> Mapping[str, int]:
        rows = await self._transaction.fetch(
            "SELECT caseworker_id, COUNT(*) AS number FROM clients GROUP BY caseworker_id"
        )
        return {row["caseworker_id"]: int(row["number"]) for row in rows}

    async def link(self, client_id: str, chat_id: int, at: datetime) -> None:
        # One account belongs to one client, and one client has one account.
        self._expected.clear()
        await self._transaction.execute(
            "UPDATE clients SET chat_id = NULL, state = 'stopped' WHERE chat_id = $1 AND id <> $2",
            chat_id,
            client_id,
        )
        await self._transaction.execute(
            "UPDATE clients SET chat_id = $2, state = 'active', blocked_at = NULL, last_contact_at = $3 WHERE id = $1",
            client_id,
            chat_id,
            clock.text(at),
        )

    async def consent(self, client_id: str, at: datetime) -> None:
        await self._transaction.execute("UPDATE clients SET consented_at = $2 WHERE id = $1", client_id, clock.text(at))

    async def set_language(self, client_id: str, language: str) -> None:
        await self._transaction.execute("UPDATE clients SET language = $2 WHERE id = $1", client_id, language)

    async def set_state(self, client_id: str, state: ClientState) -> None:
        await self._transaction.execute("UPDATE clients SET state = $2 WHERE id = $1", client_id, state)

    async def set_blocked(self, client_id: str, at: datetime | None) -> None:
        await self._transaction.execute(
            "UPDATE clients SET blocked_at = $2 WHERE id = $1", client_id, clock.text(at) if at else None
        )

    async def seen(self, client_id: str, at: datetime) -> None:
        await self._transaction.execute(
            "UPDATE clients SET last_contact_at = $2 WHERE id = $1", client_id, clock.text(at)
        )

    async def _one(self, where: str, value: object) -> Client | None:
        row = await self._transaction.fetchrow(f"SELECT {_COLUMNS} FROM clients WHERE {where}", value)
        return self._client(row) if row else None

    def _client(self, row: Row) -> Client:
        return Client(
            id=row["id"],
            number=row["number"],
            name=self._keys.open_text(row["name"], f"clients.name:{row['id']}"),
            language=row["language"],
            caseworker_id=row["caseworker_id"],
            chat_id=row["chat_id"],
            state=row["state"],
            consented_at=clock.parse(row["consented_at"]) if row["consented_at"] else None,
            blocked_at=clock.parse(row["blocked_at"]) if row["blocked_at"] else None,
            created_at=clock.parse(row["created_at"]),
            last_contact_at=clock.parse(row["last_contact_at"]),
        )
