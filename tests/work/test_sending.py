"""What the channel says is obeyed, per chat, and written down."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

import pytest

from bot.errors import Refused, TryAgain, Uncertain
from bot.messages import Reply
from bot.storage.units import StorageUnits
from bot.unit import Unit
from bot.work.limits import Limits
from bot.work.queues import Sent
from bot.work.sending import SLOTS, Sender
from bot.work.waking import Bell
from tests.databases import NOON, MovedClock
from tests.work.fakes import FakeChannel, states, until


class Post:
    """A sender that runs, with everything around it."""

    def __init__(self, units: StorageUnits, clock: MovedClock, limits: Limits) -> None:
        self.units, self.clock, self.limits = units, clock, limits
        self.channel, self.bell = FakeChannel(), Bell()
        self.sender = Sender(units, self.channel, limits, self.bell, clock)

    async def put(self, *rows: tuple[int, str]) -> None:
        async with self.units.writing() as unit:
            for chat, text in rows:
                await unit.outbox.put(chat, Reply(text), self.clock())
        self.bell.ring()

    async def until_tried(self, tries: int) -> None:
        """The channel was tried so often, and what it said is written down."""

        async def true() -> bool:
            tried = len(self.channel.tries) >= tries  # looked at first: a row is «sending» before it is tried
            return tried and "sending" not in [state for _, state, _ in await states(self.units, "outbox")]

        await until(true)

    async def until_empty(self) -> None:
        async def true() -> bool:
            async with self.units.reading() as unit:
                return await unit.outbox.waiting() == 0

        await until(true)

    def later(self, seconds: float) -> None:
        self.clock.later(seconds=seconds)
        self.bell.ring()


@pytest.fixture
async def post(units: StorageUnits, clock: MovedClock) -> AsyncIterator[Post]:
    post = Post(units, clock, Limits(10_000, 10_000, 10_000))
    running = asyncio.create_task(post.sender.run())
    yield post
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_messages_leave_in_order_per_chat(post: Post) -> None:
    """Each chat in the order of the outbox."""
    await post.put(*((chat, str(number)) for number in range(8) for chat in (1, 2, 3)))
    await post.until_empty()
    for chat in (1, 2, 3):
        assert post.channel.texts(chat) == [str(number) for number in range(8)]
    assert {state for _, state, _ in await states(post.units, "outbox")} == {"sent"}


async def test_a_chat_that_must_wait_holds_up_nobody(post: Post) -> None:
    """Retry-after is obeyed to the second, in order, while others go on."""
    post.channel.trouble[1] = [TryAgain("rate", 20)]
    await post.put((1, "a"), (1, "b"), (2, "c"), (2, "d"))
    await post.until_tried(3)
    post.later(19)
    await post.put((3, "e"))
    await post.until_tried(4)
    assert post.channel.texts(1) == []
    assert post.channel.texts(2) == ["c", "d"]
    post.later(1)
    await post.until_empty()
    assert post.channel.texts(1) == ["a", "b"]


async def test_a_network_that_is_away_is_tried_again_with_longer_pauses(post: Post) -> None:
    """One second, then two, then four; nothing is lost."""
    post.channel.trouble[1] = [TryAgain("network") for _ in range(3)]
    await post.put((1, "a"))
    pauses = []
    for tries in (1, 2, 3):
        await post.until_tried(tries)
        async with post.units.reading() as unit:
            due = await unit.outbox.next_due()
        assert due is not None
        pauses.append((due - post.clock()).total_seconds())
        post.later(pauses[-1])
    await post.until_empty()
    assert pauses == [1, 2, 4]
    assert post.channel.texts(1) == ["a"]


@pytest.mark.parametrize("before", [[], [TryAgain("rate", 2)], [TryAgain("network"), TryAgain("network")]])
async def test_an_uncertain_message_is_tried_once_more_whatever_came_before(
    post: Post, before: list[Exception]
) -> None:
    """A duplicate is better than silence, once."""
    post.channel.trouble[1] = [*before, Uncertain("connection_lost")]
    await post.put((1, "a"))
    for tries in range(1, len(before) + 2):
        await post.until_tried(tries)
        post.later(4)
    await post.until_empty()
    assert post.channel.texts(1) == ["a"]


async def test_a_message_that_is_uncertain_twice_is_not_tried_for_ever(post: Post) -> None:
    """Also when another trouble came in between; it is marked as failed, and the next one goes on."""
    post.channel.trouble[1] = [Uncertain("connection_lost"), TryAgain("network"), Uncertain("connection_lost")]
    await post.put((1, "a"), (1, "b"))
    for tries in (1, 2, 3):
        await post.until_tried(tries)
        post.later(4)
    await post.until_empty()
    assert [state for _, state, _ in await states(post.units, "outbox")] == ["failed", "sent"]


async def test_a_client_who_blocked_the_bot_is_marked_and_the_rest_fails(post: Post) -> None:
    """The desk sees it; what waited for this client is not kept for later."""
    async with post.units.writing() as unit:
        staff = await unit.staff.add("Karin Verzonnen", "caseworker", NOON)
        client = await unit.clients.add("Samira Verzonnen", "nl", staff.id, NOON)
        await unit.clients.link(client.id, 1, NOON)
    post.channel.trouble[1] = [Refused("blocked", blocked=True)]
    await post.put((1, "a"), (1, "b"), (2, "c"))
    await post.until_empty()
    assert [state for _, state, _ in await states(post.units, "outbox")] == ["failed", "failed", "sent"]
    async with post.units.reading() as unit:
        marked = await unit.clients.by_id(client.id)
        assert marked is not None and marked.blocked_at == post.clock()
        assert [change[1:] for change in await unit.changes.since(0)] == [(staff.id, client.id)]


async def test_a_message_that_is_not_acceptable_fails_alone(post: Post) -> None:
    """Refused for good, and no more than that."""
    post.channel.trouble[1] = [Refused("refused")]
    await post.put((1, "a"), (1, "b"))
    await post.until_empty()
    assert await states(post.units, "outbox") == [(1, "failed", 1), (1, "sent", 1)]


async def test_an_error_of_ours_fails_one_message_only(post: Post) -> None:
    """The sender itself goes on."""
    post.channel.trouble[1] = [KeyError("a client's words")]
    await post.put((1, "a"), (1, "b"))
    await post.until_empty()
    assert post.channel.texts(1) == ["b"]


async def test_a_pause_that_outlasts_the_lease_sends_nothing_twice(post: Post) -> None:
    """When Telegram asks everybody to wait for minutes, rows go back instead of being claimed again."""
    for chat in (8, 9):
        post.limits.asked_to_wait(chat, 600, asyncio.get_running_loop().time())
    await post.put((1, "a"))

    async def postponed() -> bool:
        async with post.units.reading() as unit:
            due = await unit.outbox.next_due()
            return due is not None and (due - post.clock()).total_seconds() > 500

    await until(postponed)
    assert post.channel.tries == []
    assert [state for _, state, _ in await states(post.units, "outbox")] == ["queued"]


async def test_status_only_moves_forward(units: StorageUnits, clock: MovedClock) -> None:
    """What was sent stays sent, whatever a late answer says."""
    async with units.writing() as unit:
        await unit.outbox.put(1, Reply("a"), clock())
        (row,) = await unit.outbox.claim(9, clock(), clock())
        await unit.outbox.finished([Sent(row, message_id=7)], clock())
        await unit.outbox.finished([Sent(row, failed="refused")], clock())
        await unit.outbox.finished([Sent(row, again_at=clock(), reason="network")], clock())
        await unit.outbox.give_up(1, "blocked", clock())
        assert await unit.outbox.claim(9, clock(), clock()) == []
        assert await unit.outbox.release() == 0
    assert [state for _, state, _ in await states(units, "outbox")] == ["sent"]


async def test_a_stop_waits_for_what_is_under_way_and_writes_it_down(
    sqlite_units: StorageUnits, clock: MovedClock
) -> None:
    """A stop that is asked for causes no duplicates."""
    post = Post(sqlite_units, clock, Limits(10_000, 10_000, 10_000))
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slow(chat_id: int, reply: Reply, replaces: int | None) -> int:
        started.set()
        await go_on.wait()
        return 5

    post.channel.send = slow  # type: ignore[method-assign]
    await post.put((1, "a"))
    running = asyncio.create_task(post.sender.run())
    await started.wait()
    running.cancel()
    go_on.set()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert await states(sqlite_units, "outbox") == [(1, "sent", 1)]


async def test_a_sender_with_its_hands_full_leaves_the_database_alone(units: StorageUnits, clock: MovedClock) -> None:
    """More wait than it may send at once: until one lands nothing is asked or written, however often it is woken."""
    opened: list[bool] = []

    class Counted:
        def writing(self, *, durable: bool = True) -> AbstractAsyncContextManager[Unit]:
            opened.append(durable)
            return units.writing(durable=durable)

        def reading(self) -> AbstractAsyncContextManager[Unit]:
            return units.reading()

    slow = asyncio.Event()

    class SlowChannel(FakeChannel):
        async def send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
            await slow.wait()
            return await super().send(chat_id, reply, replaces)

    post = Post(units, clock, Limits(10_000, 10_000, 10_000))
    post.channel = SlowChannel()
    post.sender = Sender(Counted(), post.channel, post.limits, post.bell, clock)
    await post.put(*((chat, "hoi") for chat in range(SLOTS + 6)))
    running = asyncio.create_task(post.sender.run())

    async def full() -> bool:
        return [state for _, state, _ in await states(units, "outbox")].count("sending") == SLOTS

    await until(full)
    before = len(opened)
    for _ in range(20):
        post.bell.ring()
        await asyncio.sleep(0.015)
    assert len(opened) == before
    slow.set()
    await post.until_empty()
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert len(post.channel.taken) == SLOTS + 6
