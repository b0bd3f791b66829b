"""Trouble on purpose, and who may use the playground at all."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter

from tests.playground.playground_phone import TOKEN, Phone


@pytest.fixture(autouse=True)
async def met(phone: Phone) -> None:
    """Samira has written to the bot."""
    await phone.act(7001, "start")


async def test_429_says_how_long_to_wait_and_ends(bot: Bot, phone: Phone) -> None:
    """As often as asked, for this chat only; nothing is sent meanwhile."""
    await phone.send(7002, "Hoi")
    await phone.trouble(kind="429", method="sendMessage", chat_id=7001, times=1, retry_after=4)
    assert await bot.send_message(7002, "Voor een ander")
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(7001, "Te snel")
    seconds = caught.value.retry_after
    assert float(seconds if isinstance(seconds, int) else seconds.total_seconds()) == 4
    await bot.send_message(7001, "Nu wel")
    assert [m["text"] for m in await phone.messages(7001)] == ["/start", "Nu wel"]


@pytest.mark.parametrize(("kind", "arrived"), [("reset_after", 1), ("reset_before", 0)])
async def test_a_lost_connection_leaves_the_bot_in_doubt(
    bot: Bot, phone: Phone, kind: str, arrived: int
) -> None:
    """The same error for the bot, whether or not the client has the message."""
    await phone.trouble(kind=kind, method="sendMessage", times=1)
    with pytest.raises(NetworkError):
        await bot.send_message(7001, "Komt dit aan?")
    texts = [m["text"] for m in await phone.messages(7001)]
    assert texts.count("Komt dit aan?") == arrived
    assert [c["outcome"] for c in await phone.log(7001)] == [kind]
    assert await bot.send_message(7001, "Het gaat weer")


async def test_a_broken_server_and_a_lost_token(bot: Bot, phone: Phone) -> None:
    """500 and 401, until the trouble is taken away."""
    await phone.trouble(kind="500", method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(7001, "a")
    await phone.session.delete(f"{phone.url}/play/trouble")
    await phone.trouble(kind="401", times=1, method="getUpdates")
    with pytest.raises(InvalidToken):
        await bot.get_updates()
    assert await bot.send_message(7001, "b")


async def test_slow_is_late_and_not_lost(bot: Bot, phone: Phone) -> None:
    """A caller that gives up does not know that it was sent."""
    await phone.trouble(kind="slow", times=1, delay=0.05, method="sendMessage")
    assert (await bot.send_message(7001, "Traag")).text == "Traag"


async def test_unknown_trouble_is_refused(phone: Phone) -> None:
    """With the kinds that exist."""
    async with phone.session.post(f"{phone.url}/play/trouble", json={"kind": "brand"}) as answer:
        assert answer.status == 400
        assert "reset_after" in (await answer.json())["detail"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 200),
    ],
)
async def test_another_site_may_not_act_here(phone: Phone, headers: dict[str, str], status: int) -> None:
    """Neither under its own name nor from its page."""
    url = f"{phone.url}/bot{TOKEN}/getMe"
    async with phone.session.post(url, headers=headers) as answer:
        assert answer.status == status


async def test_the_page_itself_may_act(phone: Phone) -> None:
    """Its Origin is this very address."""
    async with phone.session.post(
        f"{phone.url}/play/chats/7001/start", json={}, headers={"Origin": phone.url}
    ) as answer:
        assert answer.status == 200


async def test_there_may_be_no_desk(phone: Phone) -> None:
    """404 with one sentence."""
    async with phone.session.get(f"{phone.url}/play/desk") as answer:
        assert answer.status == 404
        assert len((await answer.text()).splitlines()) == 1
