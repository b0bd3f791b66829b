"""Delivery to a webhook: secret, order per chat, retries."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest

from tests.playground.playground_phone import Phone, served


class Hook:
    """A webhook that answers as it is told, 200 when it is told nothing."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: dict[str, list[Response]] = {}
        self.came: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def receive(self, request: Request) -> Response:
        """Note the words and the secret."""
        update: dict[str, Any] = await request.json()
        text = update["message"]["text"]
        await self.came.put((text, request.headers.get("x-telegram-bot-api-secret-token", "")))
        told = self.answers.get(text)
        return told.pop(0) if told else Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    async with served(Starlette(routes=[Route("/hook", made.receive, methods=["POST"])])) as address:
        made.url = f"{address}/hook"
        yield made


async def test_updates_come_with_the_secret_also_those_that_waited(
    bot: Bot, phone: Phone, hook: Hook
) -> None:
    """What came before setWebhook is brought first; the tick follows the 200."""
    await phone.send(7001, "eerst")
    await bot.set_webhook(hook.url, secret_token="s3cret_s3cret")
    await phone.send(7001, "dan")
    assert [await hook.came.get(), await hook.came.get()] == [
        ("eerst", "s3cret_s3cret"),
        ("dan", "s3cret_s3cret"),
    ]
    while (await bot.get_webhook_info()).pending_update_count:
        await asyncio.sleep(0.01)
    assert [m["state"] for m in await phone.messages(7001)] == ["delivered", "delivered"]


async def test_a_chat_waits_for_its_refused_update_and_others_do_not(
    bot: Bot, phone: Phone, hook: Hook
) -> None:
    """The refused update comes again before the next one of that chat."""
    hook.answers["a1"] = [Response(status_code=500), Response(status_code=503, headers={"Retry-After": "1"})]
    await bot.set_webhook(hook.url)
    for chat_id, text in ((7001, "a1"), (7001, "a2"), (7002, "b1")):
        await phone.send(chat_id, text)
    came = [(await hook.came.get())[0] for _ in range(5)]
    assert [text for text in came if text[0] == "a"] == ["a1", "a1", "a1", "a2"]
    assert came.index("b1") < came.index("a2")
    info = await bot.get_webhook_info()
    assert info.last_error_message is not None and "503" in info.last_error_message


async def test_without_the_webhook_the_updates_wait_for_polling(bot: Bot, phone: Phone, hook: Hook) -> None:
    """deleteWebhook loses nothing, unless it is asked to."""
    hook.answers["Hallo"] = [Response(status_code=500, headers={"Retry-After": "3600"})]
    await bot.set_webhook(hook.url)
    await phone.send(7001, "Hallo")
    await hook.came.get()
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_an_address_elsewhere_needs_https(bot: Bot) -> None:
    """Plain HTTP is for this machine only."""
    with pytest.raises(BadRequest, match=r"(?i)HTTPS URL must be provided"):
        await bot.set_webhook("http://example.org/hook")
