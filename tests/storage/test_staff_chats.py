"""Chats of staff in Telegram, on both engines."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import Reply
from bot.storage.units import StorageUnits
from bot.work.queues import Sent
from tests.databases import NOON, MovedClock


async def test_a_code_is_used_once_before_its_end_and_ends_the_earlier_one(units: StorageUnits) -> None:
    """The newest one counts."""
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin", "caseworker", NOON)
        for hashed in ("old", "new"):
            await unit.staff_chats.add_code(staff.id, hashed, NOON, NOON + timedelta(minutes=10))
        assert await unit.staff_chats.codes_since(staff.id, NOON - timedelta(hours=1)) == 2
        assert await unit.staff_chats.use_code("old", NOON) is None
        assert await unit.staff_chats.use_code("new", NOON + timedelta(minutes=10)) is None
        assert await unit.staff_chats.use_code("new", NOON) == staff.id
        assert await unit.staff_chats.use_code("new", NOON) is None


async def test_unlinking_forgets_all_that_was_between_staff_and_clients(units: StorageUnits, clock: MovedClock) -> None:
    """Cards that wait, cards that can be answered, topics and drafts."""
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin", "caseworker", NOON)
        client = await unit.clients.add("Samira", "nl", staff.id, NOON)
        await unit.staff_chats.link(staff.id, 5, NOON)
        await unit.staff_chats.set_blocked(5, NOON)
        await unit.staff_chats.link(staff.id, 6, NOON)
        assert await unit.staff_chats.by_account(5) is None
        await unit.staff_threads.set_topic(staff.id, client.id, 9)
        await unit.staff_threads.told(staff.id, client.id, NOON)
        draft = await unit.staff_drafts.add(staff.id, client.id, "Hallo", 3, "", NOON)
        await unit.outbox.put(6, Reply("Kaart", tag="x"), NOON, client_id=client.id, staff_id=staff.id)
    async with units.writing() as unit:
        (row,) = await unit.outbox.claim(9, NOON, NOON)
        await unit.outbox.finished([Sent(row, message_id=77)], NOON)
        card = await unit.outbox.card(6, 77)
        assert card is not None and (card.client_id, card.tag) == (client.id, "x")
        thread = await unit.staff_threads.by_topic(staff.id, 9)
        assert thread is not None and (thread.client_id, thread.told_at) == (client.id, NOON)
        chat = await unit.staff_chats.unlink(staff.id)
        assert chat is not None and (chat.account, chat.blocked_at) == (6, None)
        assert await unit.outbox.card(6, 77) is None
        assert await unit.staff_threads.by_topic(staff.id, 9) is None
        assert await unit.staff_drafts.take(staff.id, draft) is None


async def test_a_draft_is_of_its_writer_and_taken_once(units: StorageUnits) -> None:
    """Another member of staff does not get it."""
    async with units.writing() as unit:
        karin = await unit.staff.add("Karin", "caseworker", NOON)
        omar = await unit.staff.add("Omar", "caseworker", NOON)
        client = await unit.clients.add("Samira", "nl", karin.id, NOON)
        draft_id = await unit.staff_drafts.add(karin.id, client.id, "Hallo", 3, "seen", NOON)
        assert await unit.staff_drafts.by_message(omar.id, 3) is None
        draft = await unit.staff_drafts.by_message(karin.id, 3)
        assert draft is not None
        await unit.staff_drafts.change(draft, "Dag")
        assert await unit.staff_drafts.take(omar.id, draft_id) is None
        taken = await unit.staff_drafts.take(karin.id, draft_id)
        assert taken is not None and (taken.words, taken.seen) == ("Dag", "seen")
        assert await unit.staff_drafts.take(karin.id, draft_id) is None


async def test_a_card_that_failed_is_no_failed_message_of_the_client(units: StorageUnits) -> None:
    """The desk counts what clients did not get."""
    async with units.writing() as unit:
        staff = await unit.staff.add("Karin", "caseworker", NOON)
        client = await unit.clients.add("Samira", "nl", staff.id, NOON)
        await unit.outbox.put(6, Reply("Kaart"), NOON, client_id=client.id, staff_id=staff.id)
        await unit.outbox.give_up(6, "blocked", NOON)
        assert await unit.outbox.failed_of(client.id) == 0
        assert await unit.outbox.failed_of_clients([client.id]) == {}
