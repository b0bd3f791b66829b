"""Purging by the clock, and sealing again with a new key."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta

from bot.clients.conversation import Conversation
from bot.messages import Reply
from bot.storage.disk import older_than, remove_unfinished, reseal_files, sealed_with_older_key
from bot.storage.encryption import new_key, parse_keys
from bot.storage.files import FileStore
from bot.storage.resealing import reseal
from bot.storage.sweeping import LOOSE, Sweeping, Swept
from bot.storage.units import StorageUnits
from tests.privacy.filled import NOW, OLD_KEY, Store, fill

KEEP = timedelta(days=365)


async def purge(store: Store, at: datetime) -> Swept:
    """As the command does it, on a day; the files on disk are as old as NOW."""
    for path in store.folder.glob("??/*"):
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    async with store.units.writing() as unit:
        swept = await Sweeping(unit.transaction, store.keys, at).purge(KEEP, older_than(store.folder, at - LOOSE))
    for one in swept.files:
        assert await store.files.erase(one)
    return swept


async def test_within_a_day_nothing_goes(store: Store) -> None:
    """What is in use stays."""
    await fill(store, "Zeldzaam", 880070011)
    before = await store.everything()
    await purge(store, NOW + timedelta(hours=20))
    assert await store.everything() == before


async def test_after_two_days_copies_and_changes_go_and_papers_stay(store: Store) -> None:
    """A copy made for a client lives a day; the paper itself stays."""
    await fill(store, "Zeldzaam", 880070011)
    swept = await purge(store, NOW + timedelta(days=2))
    after = await store.everything()
    assert "kopie Zeldzaam" not in after and "loonstrook Zeldzaam" in after
    assert (await store.count("changes"), await store.count("papers"), len(swept.files)) == (0, 1, 1)


async def test_a_reminder_goes_thirty_days_after_the_last_day(store: Store) -> None:
    """Sent or not; the client stays."""
    await fill(store, "Zeldzaam", 880070011)
    last_day = date(2026, 10, 13)  # six weeks after the decision of 1 September
    for days, left in ((29, 1), (31, 0)):
        at = datetime.combine(last_day + timedelta(days=days), NOW.time(), NOW.tzinfo)
        await purge(store, at)
        assert (await store.count("reminders"), await store.count("clients")) == (left, 1)


async def test_handled_work_goes_after_its_own_period(store: Store) -> None:
    """Inbox and jobs after 7 days, outbox after 90; what is still open stays."""
    await fill(store, "Zeldzaam", 880070011)
    async with store.units.writing() as unit:
        await unit.transaction.execute("UPDATE inbox SET state = 'done', handled_at = received_at")
        await unit.transaction.execute("UPDATE jobs SET state = 'dead', finished_at = created_at")
        await unit.transaction.execute("UPDATE outbox SET state = 'sent', finished_at = created_at WHERE part = 1")
        await unit.outbox.put(880070011, Reply("Later"), NOW)
    await purge(store, NOW + timedelta(days=6))
    assert [await store.count(name) for name in ("inbox", "jobs", "outbox")] == [1, 1, 3]
    await purge(store, NOW + timedelta(days=8))
    assert [await store.count(name) for name in ("inbox", "jobs", "outbox")] == [0, 0, 3]
    await purge(store, NOW + timedelta(days=91))
    assert await store.count("outbox") == 1


async def test_a_withdrawn_paper_goes_with_its_file(store: Store) -> None:
    """A client who took a paper back does not find it kept."""
    await fill(store, "Zeldzaam", 880070011)
    async with store.units.writing() as unit:
        await unit.transaction.execute("UPDATE papers SET state = 'withdrawn', confirmed_at = NULL")
        await unit.transaction.execute("UPDATE thread SET file_id = NULL")
    await purge(store, NOW + timedelta(days=2))
    assert (await store.count("papers"), await store.count("files"), store.files.ids()) == (0, 0, set())


async def test_a_client_goes_wholly_after_the_last_contact(store: Store) -> None:
    """The period counts from the last contact, and then all goes at once."""
    samira = await fill(store, "Zeldzaam", 880070011)
    await fill(store, "Blijvend", 880070022, NOW + timedelta(days=300))
    await purge(store, NOW + KEEP - timedelta(hours=1))
    assert await store.count("clients") == 2
    await purge(store, NOW + KEEP + timedelta(hours=1))
    after = await store.everything()
    assert [mark for mark in samira.marks if mark in after] == []
    assert "loonstrook Blijvend" in after


async def test_old_messages_go_while_the_client_stays(store: Store) -> None:
    """A client who keeps in touch does not keep a conversation of years."""
    samira = await fill(store, "Zeldzaam", 880070011)
    async with store.units.writing() as unit:
        await unit.clients.seen(samira.id, NOW + KEEP)
    await purge(store, NOW + KEEP + timedelta(days=1))
    assert (await store.count("clients"), await store.count("thread")) == (1, 0)


async def test_old_payslips_go_while_the_client_stays(store: Store) -> None:
    """The texts promise it: a file is kept twelve months at most, and so is what we know of its month."""
    old = await fill(store, "Zeldzaam", 880070011)
    await fill(store, "Blijvend", 880070022, NOW + timedelta(days=300))
    async with store.units.writing() as unit:
        await unit.clients.seen(old.id, NOW + KEEP)
    await purge(store, NOW + KEEP - timedelta(days=1))
    assert await store.count("papers") == 2
    await purge(store, NOW + KEEP + timedelta(days=1))
    counts = [await store.count(name) for name in ("clients", "papers", "ledger", "exports")]
    after = await store.everything()
    assert counts == [2, 1, 1, 1]
    assert "loonstrook Zeldzaam" not in after and "loonstrook Blijvend" in after


async def test_chats_of_nobody_go_after_90_days(store: Store) -> None:
    """Who is not linked leaves no conversation behind; who is linked keeps theirs."""
    await fill(store, "Zeldzaam", 880070011)
    async with store.units.writing() as unit:
        await unit.conversations.keep(Conversation(70099), NOW)
    await purge(store, NOW + timedelta(days=91))
    async with store.units.reading() as unit:
        rows = await unit.transaction.fetch("SELECT chat_id FROM conversations")
    assert [row["chat_id"] for row in rows] == [880070011]


async def test_files_that_nothing_names_go_after_a_day(store: Store) -> None:
    """A file whose row was never made, or half written, is removed; a fresh one is left alone."""
    await store.files.keep("a" * 32, b"stray")
    (store.folder / "aa" / ("b" * 32 + ".part")).write_bytes(b"half")
    await purge(store, NOW + timedelta(hours=20))
    assert store.files.ids() == {"a" * 32}
    await purge(store, NOW + timedelta(days=2))
    assert store.files.ids() == set()
    assert remove_unfinished(store.folder, NOW + timedelta(days=2)) == 1
    assert list(store.folder.glob("??/*")) == []


async def test_after_rekey_the_old_key_is_not_needed(store: Store) -> None:
    """Every sealed value and file opens with the new key alone, and says the same."""
    await fill(store, "Zeldzaam", 880070011)
    before = await store.everything()
    fresh = new_key("k2")
    both = parse_keys(f"{fresh},{OLD_KEY}")
    assert sum((await reseal(store.database, both)).values()) > 8
    files = FileStore(store.folder, both)
    assert await reseal_files(store.folder, files, both) == 2
    assert sum((await reseal(store.database, both)).values()) == 0
    assert sealed_with_older_key(store.folder, both) == []
    only = parse_keys(fresh)
    alone = Store(store.database, only, StorageUnits(store.database, only), FileStore(store.folder, only), store.folder)
    assert await alone.everything() == before
