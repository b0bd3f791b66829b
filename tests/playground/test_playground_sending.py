"""What the bot sends: shapes, refusals, edits, keyboards."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden

from tests.playground.playground_phone import Phone, next_event

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])


@pytest.fixture(autouse=True)
async def met(phone: Phone) -> None:
    """Samira has written to the bot."""
    await phone.act(7001, "start")


async def test_a_message_comes_back_whole(bot: Bot, phone: Phone) -> None:
    """Text, own and found entities, buttons and the answered message."""
    asked = await phone.send(7001, "Hoe dan?")
    text = "Zo 😀: kijk op amsterdam.nl of typ /help."
    message = await bot.send_message(
        7001,
        text,
        entities=[MessageEntity("bold", 0, 2)],
        reply_markup=YES,
        reply_parameters=ReplyParameters(asked),
    )
    assert message.text == text
    found = {e.type: word for e, word in message.parse_entities().items()}
    assert found == {"bold": "Zo", "url": "amsterdam.nl", "bot_command": "/help"}
    assert message.reply_markup == YES
    assert message.reply_to_message is not None and message.reply_to_message.message_id == asked
    assert message.from_user is not None and message.from_user.is_bot


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "text must be non-empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "a", "parse_mode": "HTML"}, "parse_mode is not supported"),
        ({"text": "a", "reply_to_message_id": 5}, "message to be replied not found"),
        ({"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]}, "begins in a middle"),
        ({"text": "😀", "entities": [{"type": "bold", "offset": 0, "length": 1}]}, "ends in a middle"),
        ({"text": "ab", "entities": [{"type": "bold", "offset": 1, "length": 2}]}, "ends after the end"),
        ({"text": "ab", "entities": [{"type": "bold", "offset": -1, "length": 2}]}, "incorrect offset"),
        ({"text": "ab", "entities": [{"type": "vet", "offset": 0, "length": 1}]}, "Unsupported type"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "é" * 33}]]}},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b"}]]}}, "text buttons are unallowed"),
        ({"text": "a", "chat_id": 999_999}, "chat not found"),
        ({"text": "a", "chat_id": 7002}, "chat not found"),
    ],
)
async def test_what_telegram_refuses_is_refused(phone: Phone, values: dict, reason: str) -> None:
    """400 with the words of the real server, in its shape."""
    status, body = await phone.raw("sendMessage", **{"chat_id": 7001, **values})
    assert (status, body["ok"], body["error_code"]) == (400, False, 400)
    assert body["description"].startswith("Bad Request: ")
    assert reason in body["description"]


async def test_the_longest_text_and_button_are_accepted(bot: Bot) -> None:
    """The limits are 4096 characters, also outside the BMP, and 64 bytes."""
    button = InlineKeyboardButton("x", callback_data="é" * 32)
    message = await bot.send_message(7001, "😀" * 4096, reply_markup=InlineKeyboardMarkup([[button]]))
    assert message.text == "😀" * 4096


async def test_an_edit_changes_text_and_takes_the_buttons_away(bot: Bot, phone: Phone) -> None:
    """Without reply_markup an edit removes the buttons, and the message is marked as edited."""
    message = await bot.send_message(7001, "Even kijken", reply_markup=YES)
    edited = await bot.edit_message_text("Gevonden", 7001, message.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("Gevonden", None)
    assert edited.edit_date is not None
    assert [m["edited"] for m in await phone.messages(7001)] == [False, True]


@pytest.mark.parametrize(
    ("which", "text", "reason"),
    [
        ("own", "Zelfde", "message is not modified"),
        ("clients", "Ander", "message can't be edited"),
        ("none", "Ander", "message to edit not found"),
        ("own", "", "message text is empty"),
    ],
)
async def test_an_edit_that_cannot_be_is_refused(
    bot: Bot, phone: Phone, which: str, text: str, reason: str
) -> None:
    """Same words, the client's message, no message, no words."""
    own = (await bot.send_message(7001, "Zelfde")).message_id
    number = {"own": own, "clients": await phone.send(7001, "Hoi"), "none": own + 1000}[which]
    _, body = await phone.raw("editMessageText", chat_id=7001, message_id=number, text=text)
    assert reason in body["description"]


async def test_only_the_buttons_can_be_edited(bot: Bot) -> None:
    """editMessageReplyMarkup leaves the words."""
    message = await bot.send_message(7001, "Klopt dit?", reply_markup=YES)
    edited = await bot.edit_message_reply_markup(7001, message.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("Klopt dit?", None)
    with pytest.raises(BadRequest, match=r"(?i)not modified"):
        await bot.edit_message_reply_markup(7001, message.message_id)


async def test_a_deleted_message_is_gone(bot: Bot, phone: Phone) -> None:
    """It disappears from the phone, and a second time it is not found."""
    message = await bot.send_message(7001, "Oeps")
    assert await bot.delete_message(7001, message.message_id)
    assert message.message_id not in [m["message_id"] for m in await phone.messages(7001)]
    with pytest.raises(BadRequest, match=r"(?i)to delete not found"):
        await bot.delete_message(7001, message.message_id)


async def test_a_copy_has_a_new_number_and_the_same_words(bot: Bot, phone: Phone) -> None:
    """copyMessage gives only the id."""
    message = await bot.send_message(7001, "Nog eens", reply_markup=YES)
    copied = await bot.copy_message(7001, 7001, message.message_id)
    assert copied.message_id > message.message_id
    last = (await phone.messages(7001))[-1]
    assert (last["text"], last["reply_markup"]) == ("Nog eens", None)


async def test_a_menu_stays_until_it_is_taken_away(bot: Bot, phone: Phone) -> None:
    """A reply keyboard belongs to the phone, not to the message."""
    sent = await bot.send_message(7001, "Kies", reply_markup=ReplyKeyboardMarkup([["Loonstrook", "Vraag"]]))
    assert sent.reply_markup is None
    async with phone.session.get(f"{phone.url}/play/chats/7001/events") as stream:
        keyboard = (await next_event(stream, "snapshot"))["keyboard"]
        assert keyboard["keyboard"] == [[{"text": "Loonstrook"}, {"text": "Vraag"}]]
        await bot.send_message(7001, "Klaar", reply_markup=ReplyKeyboardRemove())
        assert await next_event(stream, "keyboard") == {"keyboard": None}


async def test_is_typing_is_shown_and_a_wrong_action_refused(bot: Bot, phone: Phone) -> None:
    """sendChatAction reaches who looks."""
    async with phone.session.get(f"{phone.url}/play/chats/7001/events") as stream:
        await next_event(stream, "snapshot")
        await bot.send_chat_action(7001, "typing")
        assert await next_event(stream, "typing") == {"action": "typing"}
    with pytest.raises(BadRequest, match=r"(?i)wrong parameter action"):
        await bot.send_chat_action(7001, "dansen")


async def test_a_blocked_bot_gets_403_and_an_update(bot: Bot, phone: Phone) -> None:
    """my_chat_member goes from member to kicked, and back when the client starts again."""
    (before,) = await bot.get_updates()
    await phone.act(7001, "block", blocked=True)
    with pytest.raises(Forbidden, match=r"(?i)bot was blocked by the user"):
        await bot.send_message(7001, "Hallo?")
    await phone.act(7001, "start")
    updates = await bot.get_updates(offset=before.update_id + 1)
    changes = [
        (u.my_chat_member.old_chat_member.status, u.my_chat_member.new_chat_member.status)
        for u in updates
        if u.my_chat_member
    ]
    assert changes == [("member", "kicked"), ("kicked", "member")]
    assert await bot.send_message(7001, "Welkom terug")


async def test_the_closest_menu_of_commands_is_shown(bot: Bot, phone: Phone) -> None:
    """A chat's own menu goes before the language, the language before the rest."""
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("help", "Pomoc")], language_code="pl")
    await bot.set_my_commands([BotCommand("mijn", "Van mij")], scope=BotCommandScopeChat(7001))
    seen = []
    for chat_id in (7001, 7004, 7002):
        async with phone.session.get(f"{phone.url}/play/chats/{chat_id}/events") as stream:
            seen.append((await next_event(stream, "snapshot"))["commands"][0]["description"])
    assert seen == ["Van mij", "Pomoc", "Help"]
    assert [c.description for c in await bot.get_my_commands(language_code="pl")] == ["Pomoc"]
    assert await bot.delete_my_commands(language_code="pl")
    assert await bot.get_my_commands(language_code="pl") == ()
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand("Met Spatie", "x")])


async def test_the_bot_may_describe_itself_and_look_at_a_chat(bot: Bot, phone: Phone) -> None:
    """The remaining calls of a start, and getChat, are understood by the library."""
    await bot.set_my_description("Ik help je.", "nl")
    await bot.set_my_short_description("Hulp")
    await bot.set_chat_menu_button()
    await bot.set_message_reaction(7001, (await bot.send_message(7001, "Hoi")).message_id, "👍")
    chat = await bot.get_chat(7001)
    assert (chat.first_name, chat.type) == ("Samira", "private")
    async with phone.session.get(f"{phone.url}/play/state") as answer:
        state = await answer.json()
    assert state["bot"]["description"] == "Ik help je."
    assert [c["id"] for c in state["clients"]] == list(range(7001, 7007))


async def test_an_unknown_method_is_not_found(phone: Phone) -> None:
    """404, and method names do not care about capitals."""
    assert (await phone.raw("sendTelepathy"))[0] == 404
    assert (await phone.raw("GETME"))[0] == 200


async def test_the_log_tells_what_the_bot_did(bot: Bot, phone: Phone) -> None:
    """Accepted ids and words in order, refused calls with their reason."""
    first = await bot.send_message(7001, "Een")
    await phone.raw("sendMessage", chat_id=7001, text="")
    calls = await phone.log(7001)
    assert [(c["method"], c["outcome"]) for c in calls] == [("sendmessage", "ok"), ("sendmessage", "refused")]
    assert calls[0]["message_ids"] == [first.message_id]
    assert calls[0]["text"] == "Een"
