"""Numbered migrations, each in one transaction with its record, under a lock."""

from __future__ import annotations

from pathlib import Path

from bot import clock
from bot.errors import NewerDatabase
from bot.storage.database import Database

FOLDER = Path(__file__).parent / "migrations"


def numbered_scripts(folder: Path = FOLDER) -> list[tuple[int, str]]:
    """All migrations in order: (number, SQL)."""
    paths = sorted(folder.glob("[0-9]*.sql"))
    return [(int(path.name.split("_")[0]), path.read_text(encoding="utf-8")) for path in paths]


async def migrate(database: Database, folder: Path = FOLDER) -> list[int]:
    """Bring the database up to date; the numbers that were applied now.

    Raises NewerDatabase when the database knows a migration that this program does not.
    Two programs that start at once take turns: the second finds nothing to do.
    """
    async with database.transaction() as transaction:
        await database.migration_lock(transaction)
        await transaction.execute(
            "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)"
        )
    applied: list[int] = []
    for number, script in numbered_scripts(folder):
        async with database.transaction() as transaction:
            await database.migration_lock(transaction)
            rows = await transaction.fetch("SELECT number FROM migrations")
            known = {row["number"] for row in rows}
            _refuse_newer(known, folder)
            if number in known:
                continue
            await database.run_script(transaction, script)
            await transaction.execute(
                "INSERT INTO migrations (number, applied_at) VALUES ($1, $2)", number, clock.text(clock.now())
            )
            applied.append(number)
    return applied


def _refuse_newer(known: set[int], folder: Path) -> None:
    ours = {number for number, _ in numbered_scripts(folder)}
    if known - ours:
        raise NewerDatabase("The database was made by a newer version of this program; start that version.")
