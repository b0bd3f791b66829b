"""Seals every sealed column again with the newest key, in small steps, while the bot may run."""

from __future__ import annotations

from typing import Any

from bot.storage.belongings import BELONGINGS, Belonging
from bot.storage.database import Database, Row, Transaction
from bot.storage.encryption import KeyRing

STEP = 200  # rows a transaction: nobody waits long for the lock
_BEFORE_ALL: dict[str, Any] = {"seq": 0, "chat_id": -(2**62), "id": ""}


async def reseal(database: Database, keys: KeyRing) -> dict[str, int]:
    """How many values of each table were sealed anew."""
    return {each.table: await _table(database, keys, each) for each in BELONGINGS if each.sealed}


async def _table(database: Database, keys: KeyRing, each: Belonging) -> int:
    changed, last = 0, _BEFORE_ALL[each.key]
    sql = f"SELECT * FROM {each.table} WHERE {each.key} > $1 ORDER BY {each.key} LIMIT {STEP}"  # noqa: S608
    while True:
        async with database.transaction() as transaction:
            rows = await transaction.fetch(sql, last)
            for row in rows:
                changed += await _row(transaction, keys, each, row)
        if len(rows) < STEP:
            return changed
        last = rows[-1][each.key]


async def _row(transaction: Transaction, keys: KeyRing, each: Belonging, row: Row) -> int:
    changed = 0
    for column in each.sealed:
        if row[column] is None or keys.key_of(bytes(row[column])) == keys.newest:
            continue
        place = each.place(column, row)
        fresh = keys.seal(keys.open(bytes(row[column]), place), place)
        # A value that somebody changed meanwhile is already sealed with the newest key.
        changed += await transaction.execute(
            f"UPDATE {each.table} SET {column} = $2 WHERE {each.key} = $1 AND {column} = $3",  # noqa: S608
            row[each.key],
            fresh,
            row[column],
        )
    return changed
