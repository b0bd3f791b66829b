"""Topics in a private chat, as the Bot API has them."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.playground.app import Playground
from tests.playground.playground_phone import Phone


@pytest.fixture(autouse=True)
async def met(phone: Phone) -> None:
    """Samira has written to the bot."""
    await phone.act(7001, "start")


async def test_without_the_switch_there_are_no_topics(bot: Bot) -> None:
    """getMe says so, and creating one is refused."""
    assert (await bot.get_me()).has_topics_enabled is False
    with pytest.raises(BadRequest):
        await bot.create_forum_topic(7001, "Samira")


async def test_a_topic_holds_what_is_said_in_it_until_it_is_deleted(
    bot: Bot, phone: Phone, app: Playground
) -> None:
    """Both sides write in it; deleted, it takes its messages along and cannot be written in."""
    app.world.bot.topics = True
    assert (await bot.get_me()).has_topics_enabled is True
    topic = (await bot.create_forum_topic(7001, "Samira")).message_thread_id
    message = await bot.send_message(7001, "Hier", message_thread_id=topic)
    assert (message.message_thread_id, message.is_topic_message) == (topic, True)
    await phone.act(7001, "send", text="Ook hier", topic=topic)
    said = (await bot.get_updates(timeout=1))[-1].message
    assert said is not None and (said.message_thread_id, said.is_topic_message) == (topic, True)
    assert await bot.delete_forum_topic(7001, topic)
    assert [one["text"] for one in await phone.messages(7001)] == ["/start"]
    with pytest.raises(BadRequest, match="thread not found"):
        await bot.send_message(7001, "Weg", message_thread_id=topic)


async def test_the_phone_deletes_a_topic_and_the_bot_hears_nothing_of_it(
    bot: Bot, phone: Phone, app: Playground
) -> None:
    """As Telegram: only the next message there is refused."""
    app.world.bot.topics = True
    topic = (await bot.create_forum_topic(7001, "Samira")).message_thread_id
    await bot.get_updates(timeout=1)
    waiting = len(app.world.updates.pending)
    assert (await phone.act(7001, "delete_topic", topic=topic))["ok"]
    assert len(app.world.updates.pending) == waiting
    assert (await phone.act(7001, "send", text="Hallo", topic=topic))["error"] == "no_such_topic"
    with pytest.raises(BadRequest, match="thread not found"):
        await bot.delete_forum_topic(7001, topic)
