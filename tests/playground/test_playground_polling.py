"""getUpdates as the real server does it."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken

from tests.playground.playground_phone import Phone


async def test_the_bot_initializes_and_knows_its_name(bot: Bot) -> None:
    """getMe has the fields that the library demands."""
    assert bot.username == "wpi_proef_bot"
    assert bot.id == 1


async def test_an_update_stays_until_a_higher_offset_confirms_it(bot: Bot, phone: Phone) -> None:
    """Fetching is not confirming: a bot that crashes gets the update again."""
    await phone.send(7001, "Hallo")
    first = await bot.get_updates(offset=0)
    again = await bot.get_updates(offset=first[0].update_id)
    assert [u.update_id for u in again] == [u.update_id for u in first]
    assert await bot.get_updates(offset=first[0].update_id + 1) == ()


async def test_a_long_poll_answers_when_a_message_comes(bot: Bot, phone: Phone) -> None:
    """A waiting getUpdates is woken, with the words and the person."""
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    await phone.send(7004, "/help graag 😀 /start")
    (update,) = await waiting
    assert update.message is not None and update.message.from_user is not None
    assert update.message.from_user.language_code == "pl"
    found = update.message.parse_entities()
    assert sorted(found.values()) == ["/help", "/start"]


async def test_a_second_poll_ends_the_first_with_409(bot: Bot, phone: Phone) -> None:
    """Two programs with one token are told so."""
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    assert (await phone.raw("getUpdates"))[0] == 200
    with pytest.raises(Conflict):
        await waiting


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, phone: Phone) -> None:
    """409 until deleteWebhook."""
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_wrong_token_is_refused(url: str) -> None:
    """401, as for a token that was taken back."""
    wrong = Bot("1:other", base_url=f"{url}/bot")
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    await wrong.shutdown()


async def test_kinds_that_are_not_asked_for_make_no_update(bot: Bot, phone: Phone) -> None:
    """allowed_updates holds for what comes after the call."""
    await bot.get_updates(allowed_updates=["callback_query"])
    await phone.send(7001, "Hallo")
    assert await bot.get_updates(allowed_updates=["message"]) == ()
    await phone.send(7001, "Nog eens")
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["Nog eens"]


async def test_the_second_tick_comes_with_the_confirmation(bot: Bot, phone: Phone) -> None:
    """One tick is accepted by the server, two is fetched by the bot."""
    await phone.send(7001, "Hallo")
    assert [m["state"] for m in await phone.messages(7001)] == ["sent"]
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    assert [m["state"] for m in await phone.messages(7001)] == ["delivered"]
