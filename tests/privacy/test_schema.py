"""A new table or sealed column breaks these tests until somebody says whose it is."""

from __future__ import annotations

import re

from bot.storage.belongings import BELONGINGS, NOT_OF_CLIENTS
from bot.storage.migrate import numbered_scripts

SCRIPT = "\n".join(script for _, script in numbered_scripts())
TABLES = {
    name: re.findall(r"^\s+(\w+) (TEXT|BIGINT|BYTEA|INTEGER|SERIAL_KEY)", body, re.M)
    for name, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\);", SCRIPT, re.S)
}
LISTED = {each.table: each for each in BELONGINGS}


def test_every_table_is_of_clients_or_is_not() -> None:
    """Each table is listed once, on one side."""
    assert set(TABLES) == (set(LISTED) | NOT_OF_CLIENTS) - {"migrations"}
    assert not set(LISTED) & NOT_OF_CLIENTS


def test_no_table_outside_the_list_has_a_column_of_clients() -> None:
    """Who has a client or a chat in a column, has data of clients."""
    for name in NOT_OF_CLIENTS - {"migrations"}:
        assert not {column for column, _ in TABLES[name]} & {"client_id", "chat_id"}, name


def test_every_column_of_clients_is_used_to_find_them() -> None:
    """A table with a client id or a chat id is searched by both."""
    for name, each in LISTED.items():
        columns = {column for column, _ in TABLES[name]}
        assert (each.client == "client_id") == ("client_id" in columns), name
        assert (each.chat == "chat_id") == ("chat_id" in columns), name


def test_every_sealed_column_is_known() -> None:
    """Each BYTEA column is opened for a copy and sealed again with a new key."""
    for name, each in LISTED.items():
        assert set(each.sealed) == {column for column, kind in TABLES[name] if kind == "BYTEA"}, name
    assert [n for n in NOT_OF_CLIENTS - {"migrations"} if "BYTEA" in {kind for _, kind in TABLES[n]}] == []
