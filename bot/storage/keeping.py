"""Everything of one client: which rows and files there are, a copy of them, and their end."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bot import clock
from bot.identifiers import new_id
from bot.storage.belongings import BELONGINGS, Belonging
from bot.storage.database import Row, Transaction
from bot.storage.encryption import KeyRing

_FILE_ID = re.compile(r"[0-9a-f]{32}")  # as bot/identifiers.py makes them


class Keeping:
    """What is kept of clients, on one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyRing) -> None:
        self._transaction = transaction
        self._keys = keys

    async def export_client(self, client_id: str) -> dict[str, list[dict[str, Any]]]:
        """Every row of the client by table, readable: sealed columns opened, staff by name."""
        staff = await self._transaction.fetch("SELECT id, name FROM staff")
        names = {row["id"]: row["name"] for row in staff}
        phones = {row["account"] for row in await self._transaction.fetch("SELECT account FROM staff_chats")}
        copy: dict[str, list[dict[str, Any]]] = {}
        for each in BELONGINGS:
            rows = [each.opened(row, self._keys) for row in await self.rows(each, client_id)]
            copy[each.table] = [_for_people(row, each, names, phones) for row in rows]
        return copy

    async def file_ids(self, client_id: str) -> list[str]:
        """Every id in the client's rows under which a file may be stored, and that nobody else has."""
        found: set[str] = set()
        for each in BELONGINGS:
            for row in await self.rows(each, client_id):
                found |= ids_in(each.opened(row, self._keys))
        others = await self._transaction.fetch("SELECT id FROM files WHERE client_id <> $1", client_id)
        return sorted(found - {row["id"] for row in others})

    async def erase_client(self, client_id: str) -> list[str]:
        """Remove every row of the client; the ids under which files of theirs may be on disk."""
        found, topics = await self.file_ids(client_id), await self._topics(client_id)
        doomed = [(each, await self.rows(each, client_id)) for each in BELONGINGS]
        for each, rows in doomed:
            if each.client:
                await self._transaction.execute(
                    f"DELETE FROM {each.table} WHERE {each.client} = $1",
                    client_id,
                )
            if each.chat:
                await self._transaction.executemany(
                    f"DELETE FROM {each.table} WHERE {each.key} = $1",
                    [(row[each.key],) for row in rows],
                )
        await self._drop(topics)
        # A message that nobody else got says only that this client was written to.
        await self._transaction.execute("DELETE FROM mailings WHERE id NOT IN (SELECT mailing_id FROM postings)")
        return found

    async def _topics(self, client_id: str) -> list[Row]:
        """The topics with the client's name in the accounts that staff linked."""
        return list(
            await self._transaction.fetch(
                "SELECT staff_chats.account, staff_threads.topic FROM staff_threads "
                "JOIN staff_chats ON staff_chats.staff_id = staff_threads.staff_id "
                "WHERE staff_threads.client_id = $1 AND staff_threads.topic IS NOT NULL",
                client_id,
            )
        )

    async def _drop(self, topics: list[Row]) -> None:
        """A job for each: the running bot takes them away. There is nothing of the client in it."""
        for row in topics:
            job_id, now = new_id(), clock.text(clock.now())
            payload = self._keys.seal_json({"topic": row["topic"]}, f"jobs:{job_id}")
            await self._transaction.execute(
                "INSERT INTO jobs (id, kind, chat_id, payload, due_at, created_at) VALUES ($1, $2, $3, $4, $5, $5)",
                job_id,
                "drop_topic",
                row["account"],
                payload,
                now,
            )

    async def rows(self, each: Belonging, client_id: str) -> list[Row]:
        """The rows of one table that belong to the client, in order."""
        if each.table == "clients":
            return await self._where(each, "id = $1", client_id)
        mine = await self._where(each, f"{each.client} = $1", client_id) if each.client else []
        if not each.chat:
            return mine
        seen = {row[each.key] for row in mine}
        more = [row for row in await self._of_chats(each, client_id) if row[each.key] not in seen]
        return sorted([*mine, *more], key=lambda row: row[each.key])

    async def _of_chats(self, each: Belonging, client_id: str) -> list[Row]:
        """Rows by the client's chat account; and of other accounts those that name the client.

        A client can have changed account, and the old account can belong to somebody else now.
        """
        own = [
            row for chat in await self._chats(client_id) for row in await self._where(each, f"{each.chat} = $1", chat)
        ]
        if each.client:  # rows of our chat that name another client are theirs
            return [row for row in own if row[each.client] in (None, client_id)]
        others = {row["id"] for row in await self._transaction.fetch("SELECT id FROM clients")} - {client_id}
        own = [row for row in own if not ids_in(each.opened(row, self._keys)) & others]
        seen = {row[each.key] for row in own}
        rest = await self._where(each, f"{next(iter(each.sealed))} IS NOT NULL AND {each.chat} <> $1", 0)
        return own + [
            row for row in rest if row[each.key] not in seen and client_id in ids_in(each.opened(row, self._keys))
        ]

    async def _chats(self, client_id: str) -> list[int]:
        """The client's account, and those that we wrote to before and that nobody else has now."""
        rows = await self._transaction.fetch(
            "SELECT chat_id FROM clients WHERE id = $1 AND chat_id IS NOT NULL UNION "
            "SELECT chat_id FROM outbox WHERE client_id = $1 AND staff_id IS NULL "
            "AND chat_id NOT IN (SELECT chat_id FROM clients WHERE chat_id IS NOT NULL)",
            client_id,
        )
        return [row["chat_id"] for row in rows]

    async def _where(self, each: Belonging, condition: str, value: Any) -> list[Row]:
        sql = f"SELECT * FROM {each.table} WHERE {condition} ORDER BY {each.key}"
        return list(await self._transaction.fetch(sql, value))


def ids_in(value: Mapping[str, Any]) -> set[str]:
    """Every id that stands anywhere in an opened row."""
    return set(_FILE_ID.findall(json.dumps(value, default=str)))


def _for_people(row: dict[str, Any], each: Belonging, names: Mapping[str, str], phones: set[int]) -> dict[str, Any]:
    """The row for the client: staff by name, and not the accounts of staff in Telegram."""
    shown = {key: value for key, value in row.items() if key not in each.hidden}
    if shown.get("chat_id") in phones:
        del shown["chat_id"]
    for column in ("staff_id", "caseworker_id", "helper_id", "asked_by", "asked_of"):
        if shown.get(column):
            shown[column] = names.get(shown[column], "")
    return shown
