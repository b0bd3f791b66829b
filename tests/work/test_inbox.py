"""What came in is handled once, in order per chat, and one bad row stops nobody."""

from __future__ import annotations

from typing import Any

import pytest

from bot.messages import Reply
from bot.storage.database import Database
from bot.storage.encryption import KeyRing
from bot.storage.units import StorageUnits
from bot.unit import Unit
from bot.work.handling import RETRY_AFTER, InboxWorker
from bot.work.queues import InboxRow
from bot.work.waking import Bell
from tests.databases import MovedClock
from tests.work.fakes import states

ONE_KEY = {"k1": bytes(range(32))}  # of tests.databases.KEYS


class Reception:
    """Answers «ok N», and fails for texts that it cannot bear."""

    def __init__(self) -> None:
        self.handled: list[tuple[int, Any]] = []
        self.apologies: list[int] = []
        self.unbearable: set[str] = {"poison"}
        self.apology_fails = False

    async def handle(self, unit: Unit, row: InboxRow) -> None:
        await unit.outbox.put(row.chat_id, Reply(f"ok {row.payload['text']}"), row.received_at)
        if row.payload["text"] in self.unbearable:
            raise ValueError("a client's words")
        self.handled.append((row.chat_id, row.payload["text"]))

    async def apologise(self, unit: Unit, row: InboxRow) -> None:
        if self.apology_fails:
            raise RuntimeError
        self.apologies.append(row.chat_id)
        await unit.outbox.put(row.chat_id, Reply("sorry"), row.received_at)


@pytest.fixture
def reception() -> Reception:
    return Reception()


@pytest.fixture
def worker(units: StorageUnits, reception: Reception, clock: MovedClock) -> InboxWorker:
    return InboxWorker(units, reception.handle, reception.apologise, Bell(), lambda: None, clock)


async def put(units: StorageUnits, clock: MovedClock, *rows: tuple[int, str]) -> None:
    async with units.writing() as unit:
        for chat, text in rows:
            await unit.inbox.put(f"telegram:{chat}:{text}", chat, {"text": text}, clock())


async def work_off(worker: InboxWorker) -> None:
    while await worker.work_once():
        pass


async def test_a_chat_is_handled_in_order(
    units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """One batch takes only the oldest row of a chat."""
    await put(units, clock, (1, "a"), (1, "b"), (2, "c"), (1, "d"))
    assert await worker.work_once() == 2
    await work_off(worker)
    assert [text for chat, text in reception.handled if chat == 1] == ["a", "b", "d"]
    assert {state for _, state, _ in await states(units, "inbox")} == {"done"}


async def test_what_came_twice_is_handled_once(
    units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """The same source is kept once, also in a batch."""
    await put(units, clock, (1, "a"))
    async with units.writing() as unit:
        assert not await unit.inbox.put("telegram:1:a", 1, {"text": "a"}, clock())
        await unit.inbox.put_many([("telegram:1:a", 1, {"text": "a"}), ("telegram:1:b", 1, {"text": "b"})], clock())
    await work_off(worker)
    assert reception.handled == [(1, "a"), (1, "b")]


async def test_a_poison_row_stops_nobody_else(
    units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """Others in the same batch are kept; of the failed one nothing is kept, and its chat waits in order."""
    await put(units, clock, (1, "poison"), (1, "after"), (2, "fine"))
    await work_off(worker)
    assert reception.handled == [(2, "fine")]
    assert await states(units, "inbox") == [(1, "open", 1), (1, "open", 0), (2, "done", 0)]
    assert await states(units, "outbox") == [(2, "queued", 0)]


async def test_after_the_tries_a_row_is_set_aside_with_an_apology(
    units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """The client hears it once, operations can count it, and the chat goes on."""
    await put(units, clock, (1, "poison"), (1, "after"))
    for seconds in RETRY_AFTER:
        await work_off(worker)
        assert not reception.apologies
        clock.later(seconds=seconds)
    await work_off(worker)
    assert reception.apologies == [1]
    assert reception.handled == [(1, "after")]
    assert await states(units, "inbox") == [(1, "dead", len(RETRY_AFTER) + 1), (1, "done", 0)]
    async with units.reading() as unit:
        assert (await unit.inbox.dead(), await unit.inbox.waiting()) == (1, 0)


async def test_an_apology_that_fails_does_not_bring_the_row_back(
    units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """Set aside is set aside."""
    reception.apology_fails = True
    await put(units, clock, (1, "poison"))
    for seconds in (*RETRY_AFTER, 1):
        await work_off(worker)
        clock.later(seconds=seconds)
    assert [state for _, state, _ in await states(units, "inbox")] == ["dead"]


async def test_a_failure_is_written_down_without_the_words(
    units: StorageUnits, worker: InboxWorker, clock: MovedClock
) -> None:
    """Only the kind of the error is kept."""
    await put(units, clock, (1, "poison"))
    await work_off(worker)
    async with units.reading() as unit:
        rows = await unit.transaction.fetch("SELECT error FROM inbox")
    assert [row["error"] for row in rows] == ["ValueError"]


async def test_a_row_that_succeeds_at_a_later_try_is_done(
    units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """A passing trouble costs a client nothing but a second."""
    await put(units, clock, (1, "poison"))
    await work_off(worker)
    reception.unbearable.clear()
    clock.later(seconds=RETRY_AFTER[0])
    await work_off(worker)
    assert reception.handled == [(1, "poison")]
    assert not reception.apologies


async def test_a_row_without_its_key_waits_and_stops_nobody(
    database: Database, units: StorageUnits, worker: InboxWorker, reception: Reception, clock: MovedClock
) -> None:
    """It is handled as soon as the key is back, however long that takes."""
    lost = StorageUnits(database, KeyRing({"lost": bytes(32)}), clock)
    await put(lost, clock, (1, "sealed"))
    await put(units, clock, (1, "after"), (2, "fine"))
    for _ in range(2 * len(RETRY_AFTER)):
        await work_off(worker)
        clock.later(minutes=5)
    assert reception.handled == [(2, "fine")]
    assert not reception.apologies
    found = StorageUnits(database, KeyRing({**ONE_KEY, "lost": bytes(32)}), clock)
    await work_off(InboxWorker(found, reception.handle, reception.apologise, Bell(), lambda: None, clock))
    assert reception.handled == [(2, "fine"), (1, "sealed"), (1, "after")]
