"""Buttons, edits and the other things a client does."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.playground.playground_phone import Phone, next_event

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])


async def test_a_press_is_answered_once(bot: Bot, phone: Phone) -> None:
    """The bot gets the message and data; the phone hears the answer; a second answer is too late."""
    await phone.act(7001, "start")
    message = await bot.send_message(7001, "Klopt dit?", reply_markup=YES)
    async with phone.session.get(f"{phone.url}/play/chats/7001/events") as stream:
        await next_event(stream, "snapshot")
        await phone.act(7001, "press", message_id=message.message_id, data="ja")
        query = (await bot.get_updates())[-1].callback_query
        assert query is not None and query.message is not None
        assert (query.data, query.message.message_id) == ("ja", message.message_id)
        await query.answer("Dank je")
        answer = await next_event(stream, "callback_answer")
    assert (answer["text"], answer["show_alert"]) == ("Dank je", False)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await query.answer()


async def test_a_button_that_is_not_there_cannot_be_pressed(bot: Bot, phone: Phone) -> None:
    """Unless a test forces it, as a slow phone would."""
    await phone.act(7001, "start")
    message = await bot.send_message(7001, "Klopt dit?", reply_markup=YES)
    pressed = {"message_id": message.message_id, "data": "nee"}
    assert (await phone.act(7001, "press", **pressed))["error"] == "no_such_button"
    assert (await phone.act(7001, "press", **pressed, force=True))["ok"]
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None and query.data == "nee"


async def test_a_client_can_edit_and_delete(bot: Bot, phone: Phone) -> None:
    """An edit is an update with an edit date; of a deletion a bot hears nothing."""
    number = await phone.send(7001, "Vruig")
    await phone.act(7001, "edit", message_id=number, text="Vroeg")
    await phone.act(7001, "delete", message_id=number)
    first, second = await bot.get_updates()
    assert first.message is not None and first.message.text == "Vruig"
    assert second.edited_message is not None and second.edited_message.edit_date is not None
    assert second.edited_message.text == "Vroeg"
    assert await phone.messages(7001) == []


@pytest.mark.parametrize("kind", ["sticker", "location", "contact", "video", "poll"])
async def test_other_kinds_of_message_reach_the_bot(bot: Bot, phone: Phone, kind: str) -> None:
    """The library understands them, so they have all that Telegram sends."""
    await phone.act(7001, "send", **{"as": kind})
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert getattr(update.message, kind)


async def test_a_phone_without_connection_sends_and_hears_later(bot: Bot, phone: Phone) -> None:
    """What the client sends waits in the phone; what the bot sends is accepted and shown later."""
    await phone.act(7001, "start")
    await phone.act(7001, "offline", seconds=60)
    waiting = await phone.send(7001, "Ben ik er nog?")
    sent = await bot.send_message(7001, "Wij wel")
    updates = await bot.get_updates()
    assert [u.message.text for u in updates if u.message] == ["/start"]
    shown = {m["message_id"]: m["state"] for m in await phone.messages(7001)}
    assert shown[waiting] == "sending"
    assert sent.message_id not in shown
    await phone.act(7001, "offline", seconds=0)
    updates = await bot.get_updates(offset=updates[-1].update_id + 1)
    assert [u.message.text for u in updates if u.message] == ["Ben ik er nog?"]
    assert sent.message_id in {m["message_id"] for m in await phone.messages(7001)}


async def test_a_long_text_leaves_the_phone_in_parts(bot: Bot, phone: Phone) -> None:
    """As real phones do: 4096 characters a message."""
    await phone.send(7001, "a" * 5000)
    assert [len(u.message.text or "") for u in await bot.get_updates() if u.message] == [4096, 904]


async def test_an_unknown_chat_is_invented_when_the_door_is_open(bot: Bot, phone: Phone) -> None:
    """Tests may use any number for a person."""
    await phone.send(123_456_789, "Hallo")
    assert (await bot.send_message(123_456_789, "Dag")).chat.id == 123_456_789


async def test_injected_updates_are_fetched_as_they_are(bot: Bot, phone: Phone) -> None:
    """Raw updates get a number, and their chats count as met."""
    person = {"id": 42, "is_bot": False, "first_name": "X"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 42, "type": "private"}, "from": person, "text": "a"}
    async with phone.session.post(f"{phone.url}/play/updates", json=[{"message": message}] * 3) as answer:
        numbers = (await answer.json())["update_ids"]
    assert [u.update_id for u in await bot.get_updates()] == numbers
    assert await bot.send_message(42, "b")
