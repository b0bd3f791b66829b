"""Nothing is acknowledged to Telegram before it is committed."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.storage.units import StorageUnit, StorageUnits
from bot.telegram_app.receiving import Intake, TokenRefused, poll_for_ever
from bot.telegram_app.refusals import PollRefused
from bot.telegram_app.webhook import SECRET_HEADER, webhook_route
from tests.databases import MovedClock

SECRET = "a-secret-of-the-test"


def update(number: int, chat: int = 7) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": 1, "chat": {"id": chat, "type": "private"}, "text": "hoi"}}


class Units:
    """Units whose commit fails as often as a test says."""

    def __init__(self, units: StorageUnits) -> None:
        self._units = units
        self.failures = 0
        self.commits = 0
        self.reading = units.reading

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[StorageUnit]:
        async with self._units.writing() as unit:
            yield unit
            if self.failures:
                self.failures -= 1
                raise OSError("the disk is full")
            self.commits += 1

    async def sources(self) -> list[str]:
        async with self._units.reading() as unit:
            rows = await unit.transaction.fetch("SELECT source FROM inbox ORDER BY seq")
        return [row["source"] for row in rows]


class FakeGateway:
    """Gives what a test prepared, one answer a poll; then waits for ever."""

    def __init__(self) -> None:
        self.answers: list[list[dict[str, Any]] | Exception] = []
        self.offsets: list[int] = []
        self.idle = asyncio.Event()

    async def poll(self, offset: int, kinds: list[str]) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        if not self.answers:
            self.idle.set()
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def answer_press(self, callback_id: str) -> None:
        raise OSError

    async def typing(self, chat_id: int) -> None:
        raise OSError


@pytest.fixture
def kept(sqlite_units: StorageUnits) -> Units:
    return Units(sqlite_units)


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def intake(kept: Units, gateway: FakeGateway, clock: MovedClock) -> Intake:
    return Intake(kept, gateway, lambda: None, clock)  # type: ignore[arg-type]


@pytest.fixture
async def browser(intake: Intake) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=[webhook_route(intake, SECRET)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot.test") as made:
        yield made


async def post(browser: httpx.AsyncClient, body: Any, secret: str = SECRET) -> int:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = await browser.post("/telegram/webhook", content=content, headers={SECRET_HEADER: secret})
    return answer.status_code


async def test_a_webhook_call_is_kept_before_it_is_answered(browser: httpx.AsyncClient, kept: Units) -> None:
    """200 means committed; the same update again is 200 and no second row."""
    assert [await post(browser, update(1)) for _ in range(2)] == [200, 200]
    assert await kept.sources() == ["telegram:1"]


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x"])
async def test_without_the_secret_nothing_is_kept(browser: httpx.AsyncClient, kept: Units, secret: str) -> None:
    """403."""
    assert await post(browser, update(1), secret) == 403
    assert await kept.sources() == []


async def test_a_commit_that_fails_is_503_so_that_telegram_comes_again(browser: httpx.AsyncClient, kept: Units) -> None:
    """And no row is left; the next call keeps it."""
    kept.failures = 1
    assert await post(browser, update(1)) == 503
    assert await kept.sources() == []
    assert await post(browser, update(1)) == 200
    assert await kept.sources() == ["telegram:1"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[1]", b"{}", b'{"update_id": "x"}', b"[" * 200_000, b" " * 1_100_000]
)
async def test_what_can_never_be_read_is_not_asked_for_again(
    browser: httpx.AsyncClient, kept: Units, body: bytes
) -> None:
    """200, and nothing is kept."""
    assert await post(browser, body) == 200
    assert await kept.sources() == []


async def test_calls_that_come_together_share_a_commit(browser: httpx.AsyncClient, kept: Units) -> None:
    """Far fewer commits than calls; each call still waits for its own."""
    answers = await asyncio.gather(*(post(browser, update(number, chat=number)) for number in range(1, 41)))
    assert answers == [200] * 40
    assert len(await kept.sources()) == 40
    assert kept.commits < 20


@contextlib.asynccontextmanager
async def polling(gateway: FakeGateway, intake: Intake, kept: Units) -> AsyncIterator[None]:
    task = asyncio.create_task(poll_for_ever(gateway, intake, kept))  # type: ignore[arg-type]
    try:
        async with asyncio.timeout(10):
            await gateway.idle.wait()
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_polling_moves_on_only_after_the_commit(gateway: FakeGateway, intake: Intake, kept: Units) -> None:
    """A commit that failed is followed by the same offset."""
    kept.failures = 1
    gateway.answers = [[update(1)], [update(1), update(2)]]
    async with polling(gateway, intake, kept):
        assert gateway.offsets == [0, 0, 3]
        assert await kept.sources() == ["telegram:1", "telegram:2"]


async def test_polling_survives_refusals_a_lost_network_and_a_lost_database(
    gateway: FakeGateway, intake: Intake, kept: Units
) -> None:
    """It asks again, from where it was."""
    failing = [True]
    reading = kept.reading

    def sometimes() -> Any:
        if failing and failing.pop():
            raise OSError("the database is away")
        return reading()

    kept.reading = sometimes  # type: ignore[assignment]
    gateway.answers = [PollRefused(409, 0), OSError(), [update(4)]]
    async with polling(gateway, intake, kept):
        assert gateway.offsets == [0, 0, 0, 5]


async def test_an_update_with_a_strange_shape_does_not_hold_up_the_rest(
    gateway: FakeGateway, intake: Intake, kept: Units
) -> None:
    """Neither a text where an object belongs nor half a surrogate pair."""
    broken = {**update(2), "callback_query": "id"}
    half = {"update_id": 3, "message": {"chat": {"id": 7}, "text": "\ud83d"}}
    gateway.answers = [[{"update_id": 1, "message": ["document"]}, broken, half, update(4)]]
    async with polling(gateway, intake, kept):
        assert gateway.offsets == [0, 5]
        assert await kept.sources() == ["telegram:2", "telegram:3", "telegram:4"]


async def test_a_token_that_is_refused_ends_the_polling(gateway: FakeGateway, intake: Intake, kept: Units) -> None:
    """The supervisor must see it."""
    gateway.answers = [PollRefused(401, 0)]
    with pytest.raises(TokenRefused):
        await poll_for_ever(gateway, intake, kept)  # type: ignore[arg-type]
