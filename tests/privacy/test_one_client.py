"""Erasing and copying one client: all of them, and nothing of anybody else."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from bot.clients.conversation import Conversation
from bot.errors import WrongUse
from bot.messages import Reply
from bot.storage.belongings import BELONGINGS
from bot.storage.copying import copy_of_client
from bot.storage.keeping import Keeping
from tests.privacy.filled import NOW, Store, fill


async def test_erasing_leaves_nothing_of_the_client(store: Store) -> None:
    """No id, number or word of the client is left in any column or file."""
    samira = await fill(store, "Zeldzaam", 880070011)
    before = await store.everything()
    assert [mark for mark in samira.marks if mark not in before] == []
    await store.erase(samira.id)
    after = await store.everything()
    assert [mark for mark in samira.marks if mark in after] == []


async def test_erasing_leaves_everything_of_the_others(store: Store) -> None:
    """After erasing one client, the rest is what it was before that client came."""
    await fill(store, "Blijvend", 880070022)
    before = await store.everything()
    samira = await fill(store, "Zeldzaam", 880070011)
    await store.erase(samira.id)
    assert await store.everything() == before


async def test_erasing_follows_the_client_to_an_earlier_account(store: Store) -> None:
    """What an account that the client no longer uses still holds goes too; its new owner keeps theirs."""
    samira = await fill(store, "Zeldzaam", 880070011)
    async with store.units.writing() as unit:
        await unit.clients.link(samira.id, 70033, NOW)
    piotr = await fill(store, "Blijvend", 880070011 + 11)
    async with store.units.writing() as unit:
        await unit.clients.link(piotr.id, 880070011, NOW)
        await unit.conversations.keep(Conversation(880070011, client_id=piotr.id), NOW)
        await unit.jobs.put("paper", 880070011, {"client": piotr.id, "file": "van-piotr"}, NOW)
    await store.erase(samira.id)
    after = await store.everything()
    assert samira.id not in after
    assert "van-piotr" in after


async def test_a_copy_has_every_table_of_the_client_and_nothing_of_others(store: Store) -> None:
    """Each table is in the copy with the client's rows, readable; other clients are not in it."""
    samira, piotr = await fill(store, "Zeldzaam", 880070011), await fill(store, "Blijvend", 880070022)
    async with store.units.reading() as unit:
        copy = await Keeping(unit.transaction, store.keys).export_client(samira.id)
    assert [table for table, rows in copy.items() if not rows] == []
    text = json.dumps(copy, ensure_ascii=False)
    assert [mark for mark in samira.marks if mark not in text] == []
    assert [mark for mark in piotr.marks if mark in text] == []
    assert set(copy) == {each.table for each in BELONGINGS}
    assert copy["access_log"][0]["staff_id"] == "Karin"


async def test_the_zip_holds_the_data_and_the_files(store: Store) -> None:
    """A client gets readable data, the conversation, and the papers as they were sent."""
    samira = await fill(store, "Zeldzaam", 880070011)
    await fill(store, "Blijvend", 880070022)
    archive = zipfile.ZipFile(io.BytesIO(await copy_of_client(store.units, store.files, samira.id)))
    names = archive.namelist()
    papers = [archive.read(name) for name in names if name.startswith("bestanden/")]
    assert papers == [b"loonstrook Zeldzaam"]
    assert "Hoi! Zeldzaam" in archive.read("gesprek.txt").decode()
    assert "Blijvend" not in "".join(archive.read(name).decode() for name in names)


async def test_nobody_gets_a_copy_of_a_client_who_is_not_there(store: Store) -> None:
    """An unknown client is refused with a sentence."""
    with pytest.raises(WrongUse):
        await copy_of_client(store.units, store.files, "f" * 32)


async def test_a_note_of_staff_is_not_in_the_copy_that_a_client_asks_for(store: Store) -> None:
    """Notes never leave by themselves; only a copy by the municipality can hold them."""
    samira = await fill(store, "Zeldzaam", 880070011)
    async with store.units.writing() as unit:
        at = datetime(2026, 11, 25, 12, tzinfo=UTC)
        await unit.thread.add(samira.id, "note", "Alleen voor collega's", at)
    for staff_notes in (False, True):
        content = await copy_of_client(store.units, store.files, samira.id, staff_notes=staff_notes)
        archive = zipfile.ZipFile(io.BytesIO(content))
        everything = "".join(archive.read(name).decode() for name in archive.namelist())
        assert ("Alleen voor collega" in everything) is staff_notes


async def test_cards_and_replies_of_staff_in_telegram_belong_to_their_own_client(store: Store) -> None:
    """One client's go with that client; a copy has neither words that were not sent nor the account of staff."""
    samira, piotr = await fill(store, "Zeldzaam", 880070011), await fill(store, "Blijvend", 880070022)
    async with store.units.writing() as unit:
        staff = await unit.staff.by_name("Karin")
        assert staff is not None
        await unit.staff_chats.link(staff.id, 990099, NOW)
        for one in (samira, piotr):
            await unit.outbox.put(990099, Reply(f"Kaart {one.mark}"), NOW, client_id=one.id, staff_id=staff.id)
            notice = {"job": "staff", "asked": {"what": "new", "client": one.id}}
            await unit.inbox.put(f"staff:{one.mark}", 990099, notice, NOW)
        await unit.conversations.keep(Conversation(990099), NOW)
    archive = zipfile.ZipFile(io.BytesIO(await copy_of_client(store.units, store.files, samira.id)))
    copied = archive.read("gegevens.json").decode()
    assert "Kaart Zeldzaam" in copied
    assert [word for word in ("Aan Zeldzaam", "990099", "Blijvend", piotr.id) if word in copied] == []
    await store.erase(samira.id)
    after = await store.everything()
    assert [mark for mark in samira.marks if mark in after] == []
    for kept in ("Kaart Blijvend", "Aan Blijvend", f"'client': '{piotr.id}'"):
        assert kept in after
    async with store.units.reading() as unit:
        rows = await unit.transaction.fetch("SELECT chat_id FROM conversations WHERE chat_id = 990099")
        assert len(rows) == 1 and await unit.staff_chats.by_account(990099) is not None
