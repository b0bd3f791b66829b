"""A copy of database and files while the bot runs, and what the database knows of versions."""

from __future__ import annotations

import tarfile
from pathlib import Path

from bot.errors import WrongUse
from bot.storage.database import Database
from bot.storage.migrate import numbered_scripts


async def copy_database(database: Database, target: Path) -> None:
    """A whole copy of an SQLite database, as it was at one moment; WrongUse for PostgreSQL."""
    if database.engine != "sqlite":
        raise WrongUse("This database is PostgreSQL: use pg_dump for it, and copy DATA_DIR/files.")
    async with database.reading() as transaction:
        await transaction.fetch("SELECT 1")  # lets go of the statement before, which VACUUM does not allow
        await transaction.fetch("VACUUM INTO $1", str(target))


def pack(target: Path, database: Path, files: Path, keys: Path | None) -> None:
    """One archive, readable by the owner only: bot.db, files/ and, when asked, keys."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.touch(mode=0o600)
    with tarfile.open(unfinished, "w:gz") as archive:
        archive.add(database, "bot.db")
        if files.is_dir():
            archive.add(files, "files", filter=_finished)
        if keys is not None:
            archive.add(keys, "keys")
    unfinished.replace(target)


def _finished(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if entry.name.endswith(".part") else entry


async def forget_the_erased(database: Database) -> None:
    """Bring the write-ahead log of SQLite to an end, so that it holds no erased row any more."""
    if database.engine == "sqlite":
        async with database.reading() as transaction:
            await transaction.fetch("PRAGMA wal_checkpoint(TRUNCATE)")


async def versions(database: Database) -> tuple[int, int]:
    """(the version of the database, the version of this program); 0 for an empty database."""
    ours = max(number for number, _ in numbered_scripts())
    known = "SELECT 1 FROM sqlite_master WHERE name = 'migrations'"
    if database.engine != "sqlite":
        known = "SELECT 1 FROM information_schema.tables WHERE table_name = 'migrations'"
    async with database.reading() as transaction:
        if await transaction.fetchrow(known) is None:
            return 0, ours
        row = await transaction.fetchrow("SELECT MAX(number) AS newest FROM migrations")
    return (row["newest"] or 0 if row else 0), ours
