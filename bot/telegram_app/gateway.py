"""Our small door to the Bot API: what the rooms want said, in Telegram's terms, and its errors in ours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
)
from telegram import error as telegram_error

from bot.errors import Refused, TryAgain, Uncertain
from bot.messages import Reply
from bot.telegram_app.request import AiohttpRequest, WrittenThenLost

ReadFile = Callable[[str], Awaitable[bytes]]
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
POLL_SECONDS = 25


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

    async def send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
        """Send or edit a message; its id. Raises TryAgain, Uncertain or Refused."""
        try:
            return await self._send(chat_id, reply, replaces)
        except telegram_error.TelegramError as problem:
            raise translated(problem) from problem

    async def _send(self, chat_id: int, reply: Reply, replaces: int | None) -> int:
        entities = bold_entities(reply.text, reply.bold)
        if reply.picture:
            return await self._send_picture(chat_id, reply, entities)
        if replaces is not None:
            return await self._edit(chat_id, reply, replaces, entities)
        return await self._send_text(chat_id, reply, entities)

    async def _send_text(self, chat_id: int, reply: Reply, entities: list[MessageEntity]) -> int:
        """By far the most frequent call: as plain data, for the library's objects double its cost."""
        values: dict[str, Any] = {
            "chat_id": chat_id,
            "text": reply.text,
            "link_preview_options": {"is_disabled": True},
            "entities": [{"type": e.type, "offset": e.offset, "length": e.length} for e in entities],
            "reply_markup": plain_markup(reply),
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
                chat_id, reply.text, entities=entities, reply_markup=inline, link_preview_options=_NO_PREVIEW
            )
            return message.message_id
        return message_id

    async def _send_picture(self, chat_id: int, reply: Reply, entities: list[MessageEntity]) -> int:
        assert reply.picture is not None
        content = await self._read_file(reply.picture.file_id)
        send = self.bot.send_photo if reply.picture.kind == "photo" else self.bot.send_document
        message = await send(
            chat_id,
            content,
            caption=reply.text or None,
            caption_entities=entities,
            filename=reply.picture.name,
            reply_markup=markup(reply),
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


def _parameters(values: dict[str, Any]) -> Any:
    from telegram.request import RequestData  # noqa: PLC0415
    from telegram.request._requestparameter import RequestParameter  # noqa: PLC0415

    return RequestData([RequestParameter.from_input(key, value) for key, value in values.items()])


def bold_entities(text: str, spans: tuple[tuple[int, int], ...]) -> list[MessageEntity]:
    """Bold parts by position, in UTF-16 units as Telegram counts."""
    entities = [MessageEntity("bold", start, end - start) for start, end in spans if end > start]
    return list(MessageEntity.adjust_message_entities_to_utf_16(text, entities)) if entities else []


def plain_markup(reply: Reply) -> dict[str, Any] | None:
    """As `markup`, as the plain data that goes over the line."""
    if reply.buttons:
        rows = [
            [{"text": b.label, "url": b.url} if b.url else {"text": b.label, "callback_data": b.action} for b in row]
            for row in reply.buttons
        ]
        return {"inline_keyboard": rows}
    if reply.menu:
        keys = [[{"text": label} for label in row] for row in reply.menu]
        return {"keyboard": keys, "resize_keyboard": True, "is_persistent": True}
    return None


def markup(reply: Reply) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """Buttons under the message, or the fixed menu under the typing field."""
    if reply.buttons:
        return InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton(b.label, url=b.url)
                    if b.url
                    else InlineKeyboardButton(b.label, callback_data=b.action)
                    for b in row
                ]
                for row in reply.buttons
            ]
        )
    if reply.menu:
        return ReplyKeyboardMarkup([list(row) for row in reply.menu], resize_keyboard=True, is_persistent=True)
    return None


def translated(problem: telegram_error.TelegramError) -> TryAgain | Uncertain | Refused:
    """Telegram's error as one of ours; the reason is a code, never its text."""
    if isinstance(problem, telegram_error.RetryAfter):
        wait = problem.retry_after
        return TryAgain("rate", wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait))
    if isinstance(problem, telegram_error.Forbidden):
        return Refused("blocked", blocked=True)
    if isinstance(problem, telegram_error.BadRequest):
        gone = "chat not found" in str(problem).lower()
        return Refused("chat_gone" if gone else "refused", blocked=gone)
    if isinstance(problem, WrittenThenLost | telegram_error.TimedOut):
        return Uncertain("connection_lost")
    if isinstance(problem, telegram_error.InvalidToken | telegram_error.Conflict):
        return TryAgain("token", 60.0)
    return TryAgain("network")


class PollRefused(Exception):
    """getUpdates was refused; `code` is the HTTP status, `wait` the seconds that Telegram asks for."""

    def __init__(self, code: int, wait: float) -> None:
        super().__init__(str(code))
        self.code = code
        self.wait = wait


def poll_error(code: int, answer: dict[str, Any]) -> PollRefused:
    """What getUpdates said, as an error of ours."""
    wait = (answer.get("parameters") or {}).get("retry_after", 0)
    return PollRefused(code, float(wait))
