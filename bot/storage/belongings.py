"""Which rows of which table belong to a client, and which columns are sealed for which place.

Erasure, export and the change of keys all read this one list; a test compares it with
the schema, so that a new table cannot be forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.storage.database import Row
from bot.storage.encryption import KeyRing


@dataclass(frozen=True, slots=True)
class Belonging:
    """One table with data of clients.

    `client` is the column with the client's id and `chat` the one with the chat id, where
    the table has them. `sealed` gives the place of each sealed column, filled from the row.
    `hidden` columns say nothing to a person and stay out of a copy.
    """

    table: str
    key: str
    client: str | None = None
    chat: str | None = None
    sealed: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()

    def opened(self, row: Row, keys: KeyRing) -> dict[str, Any]:
        """The row with its sealed columns in plain form: JSON where it is JSON, else text."""
        plain = dict(row)
        for column in self.sealed:
            if plain[column] is not None:
                plain[column] = _readable(keys.open(bytes(plain[column]), self.place(column, row)))
        return plain

    def place(self, column: str, row: Row) -> str:
        """The place for which this column of this row is sealed."""
        return self.sealed[column].format(**dict(row))


def _readable(value: bytes) -> Any:
    text = value.decode()
    if not text.startswith(("{", "[")):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


# Rows that name others come first, so that erasing in this order breaks no reference.
BELONGINGS: tuple[Belonging, ...] = (
    Belonging("inbox", "seq", chat="chat_id", sealed={"payload": "inbox:{source}"}),
    Belonging("outbox", "seq", "client_id", "chat_id", {"payload": "outbox:{chat_id}"}),
    Belonging("jobs", "id", chat="chat_id", sealed={"payload": "jobs:{id}"}),
    Belonging("conversations", "chat_id", chat="chat_id", sealed={"state": "conversations.state:{chat_id}"}),
    Belonging("changes", "seq", "client_id"),
    Belonging("aftercare", "client_id", "client_id"),
    Belonging("presences", "id", "client_id"),
    Belonging("access_log", "id", "client_id"),
    Belonging("ledger", "month", "client_id"),
    Belonging("papers", "id", "client_id", sealed={"reading": "papers.reading:{id}"}),
    Belonging("thread", "id", "client_id", sealed={"body": "thread.body:{id}"}),
    Belonging("consults", "id", "client_id", hidden=("question_id", "answer_id")),
    Belonging("postings", "id", "client_id", sealed={"body": "postings.body:{id}"}, hidden=("thread_id",)),
    Belonging("staff_threads", "id", "client_id", hidden=("topic",)),
    Belonging("staff_drafts", "id", "client_id", sealed={"words": "staff_drafts.words:{id}"}, hidden=("message_id",)),
    Belonging("exports", "id", "client_id"),
    Belonging("files", "id", "client_id"),
    Belonging("reminders", "id", "client_id", sealed={"subject": "reminders.subject:{id}"}),
    Belonging("cases", "id", "client_id", sealed={"subject": "cases.subject:{id}", "note": "cases.note:{id}"}),
    Belonging("invitations", "code_hash", "client_id", hidden=("code_hash",)),
    Belonging("clients", "id", "id", "chat_id", {"name": "clients.name:{id}"}),
)

# Tables without data of clients: staff and their sign-in, anonymous counts, our own bookkeeping.
NOT_OF_CLIENTS = frozenset(
    {"staff", "accounts", "staff_log", "staff_chats", "staff_codes", "login_links", "sessions", "absences",
     "substitutes", "mailings", "counts", "migrations"}
)
