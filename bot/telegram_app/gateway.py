"""Our small door to the Bot API: what the rooms want said, in Telegram's terms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, BotCommand, InlineKeyboardMarkup, LinkPreviewOptions, Message, MessageEntity
from telegram import error as telegram_error

from bot.messages import Reply
from bot.telegram_app.markup import markup, plain_markup
from bot.telegram_app.refusals import poll_error, translated
from bot.telegram_app.request import AiohttpRequest
from bot.work.splitting import units

ReadFile = Callable[[str], Awaitable[bytes]]
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
POLL_SECONDS = 25
TOPIC_NAME = 128  # characters


class Gateway:
    """Sends, edits, downloads and answers, on any server of the Bot API."""

    def __init__(self, token: str, base_url: str, read_file: ReadFile) -> None:
        self._polling = AiohttpRequest(read_timeout=POLL_SECONDS + 10)
        self.bot = Bot(
            token,
            base_url=f"{base_url}/bot",
            base_file_url=f"{base_url}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=self._polling,
        )
        self._read_file = read_file

    async def start(self) -> None:
        """Connect and learn who we are; raises telegram's errors when the token is wrong."""
        await self.bot.initialize()

    async def stop(self) -> None:
        """Close the connections."""
        await self.bot.shutdown()

    @property
    def username(self) -> str:
        """The bot's name in links."""
        return self.bot.username

    def name(self) -> str:
        """As `username`; empty while Telegram was not reached yet."""
        try:
            return self.bot.username
        except RuntimeError:
            return ""

    async def send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
        """Send or edit a message; its id. Raises TryAgain, Uncertain or Refused."""
        try:
            return await self._send(chat_id, reply, replaces)
        except telegram_error.TelegramError as problem:
            raise translated(problem) from problem

    async def _send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
        if not reply.picture and replaces is None:
            return await self._send_text(chat_id, reply)
        entities = [MessageEntity("bold", at, length) for at, length in bold_spans(reply)]
        if reply.picture:
            return await self._send_picture(chat_id, reply, entities)
        assert replaces is not None
        return await self._edit(chat_id, reply, replaces, entities)

    async def _send_text(self, chat_id: int, reply: Reply) -> int:
        """By far the most frequent call: as plain data, for the library's objects double its cost."""
        values: dict[str, Any] = {
            "chat_id": chat_id,
            "text": reply.text,
            "link_preview_options": {"is_disabled": True},
            "entities": [{"type": "bold", "offset": at, "length": length} for at, length in bold_spans(reply)],
            "reply_markup": plain_markup(reply),
            "message_thread_id": reply.topic,
            "reply_parameters": _answering(reply),
            "disable_notification": reply.silent,
        }
        values = {name: value for name, value in values.items() if value}
        sent: Any = await self.bot.request.post(f"{self.bot.base_url}/sendMessage", _parameters(values))
        return int(sent["message_id"])

    async def _edit(self, chat_id: int, reply: Reply, message_id: int, entities: list[MessageEntity]) -> int:
        inline = markup(reply)
        try:
            await self.bot.edit_message_text(
                reply.text,
                chat_id,
                message_id,
                entities=entities,
                reply_markup=inline if isinstance(inline, InlineKeyboardMarkup) else None,
                link_preview_options=_NO_PREVIEW,
            )
        except telegram_error.BadRequest as problem:
            if "not modified" in str(problem).lower():
                return message_id  # a retry of an edit that had arrived
            # The message is gone or too old to edit: the words must still reach the client.
            message = await self.bot.send_message(
                chat_id,
                reply.text,
                entities=entities,
                reply_markup=inline,
                link_preview_options=_NO_PREVIEW,
                message_thread_id=reply.topic,
            )
            return message.message_id
        return message_id

    async def _send_picture(self, chat_id: int, reply: Reply, entities: list[MessageEntity]) -> int:
        assert reply.picture is not None
        content = await self._read_file(reply.picture.file_id)
        ways: dict[str, Callable[..., Awaitable[Message]]] = {
            "photo": self.bot.send_photo,
            "document": self.bot.send_document,
            "voice": self.bot.send_voice,
        }
        more = {"duration": reply.picture.seconds} if reply.picture.seconds else {}
        message = await ways[reply.picture.kind](
            chat_id,
            content,
            caption=reply.text or None,
            caption_entities=entities,
            filename=reply.picture.name,
            reply_markup=markup(reply),
            **more,
        )
        return message.message_id

    async def poll(self, offset: int, kinds: list[str]) -> list[dict[str, Any]]:
        """The next updates as they came, waiting up to 25 seconds for one."""
        parameters = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": kinds, "limit": 100}
        code, content = await self._polling.do_request(
            f"{self.bot.base_url}/getUpdates", "POST", _parameters(parameters)
        )
        answer = self._polling.parse_json_payload(content)
        if code != 200 or not answer.get("ok"):
            raise poll_error(code, answer)
        updates: list[dict[str, Any]] = answer["result"]
        return updates

    async def answer_press(self, callback_id: str) -> None:
        """Stop the button's spinner; best effort, Telegram forgets a press after 150 seconds."""
        await self.bot.answer_callback_query(callback_id)

    async def typing(self, chat_id: int) -> None:
        """Show «is typing»; best effort."""
        await self.bot.send_chat_action(chat_id, "typing")

    @property
    def topics(self) -> bool:
        """Whether this bot may make topics in private chats."""
        return bool(self.bot.bot.has_topics_enabled)

    async def make_topic(self, chat_id: int, name: str) -> int | None:
        """A new topic in a private chat; None when Telegram does not allow one there. Raises TryAgain or Uncertain."""
        try:
            topic = await self.bot.create_forum_topic(chat_id, name[:TOPIC_NAME])
        except (telegram_error.BadRequest, telegram_error.Forbidden):
            return None
        except telegram_error.TelegramError as problem:
            raise translated(problem) from problem
        return topic.message_thread_id

    async def drop_topic(self, chat_id: int, topic: int) -> None:
        """Take a topic away with all its messages; nothing when it is gone already. Raises TryAgain or Uncertain."""
        try:
            await self.bot.delete_forum_topic(chat_id, topic)
        except (telegram_error.BadRequest, telegram_error.Forbidden):
            return
        except telegram_error.TelegramError as problem:
            raise translated(problem) from problem

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file that a client sent. Raises TryAgain or Refused."""
        try:
            file = await self.bot.get_file(file_id)
            return bytes(await file.download_as_bytearray())
        except telegram_error.TelegramError as problem:
            raise translated(problem) from problem

    async def set_menu(self, commands: dict[str, str], language: str | None) -> None:
        """The commands menu for a language; None is for every other language."""
        await self.bot.set_my_commands(
            [BotCommand(name, text) for name, text in commands.items()], language_code=language
        )

    async def use_webhook(self, url: str, secret: str, kinds: list[str]) -> None:
        """Ask Telegram to bring the updates here."""
        await self.bot.set_webhook(url, secret_token=secret, allowed_updates=kinds, max_connections=40)

    async def use_polling(self) -> None:
        """Take a webhook away without dropping what waits."""
        await self.bot.delete_webhook(drop_pending_updates=False)


def _answering(reply: Reply) -> dict[str, Any] | None:
    """Under which message it is shown; said all the same when that message is gone."""
    return {"message_id": reply.answers, "allow_sending_without_reply": True} if reply.answers else None


def _parameters(values: dict[str, Any]) -> Any:
    from telegram.request import RequestData  # noqa: PLC0415
    from telegram.request._requestparameter import RequestParameter  # noqa: PLC0415

    return RequestData([RequestParameter.from_input(key, value) for key, value in values.items()])


def bold_spans(reply: Reply) -> list[tuple[int, int]]:
    """(offset, length) of each bold part, in UTF-16 units as Telegram counts."""
    text = reply.text
    return [(units(text[:start]), units(text[start:end])) for start, end in reply.bold if end > start]
