"""The yardstick: the smallest useful bot on python-telegram-bot, with everything at its default.

Usage: `python echo_bot.py BASE_URL TOKEN`. It repeats each text; nothing is stored.
"""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def application(base_url: str, token: str) -> Application:
    """httpx, long polling, one update after the other: what the library does when nothing is chosen."""
    app = ApplicationBuilder().token(token).base_url(f"{base_url}/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    return app


if __name__ == "__main__":
    application(sys.argv[1], sys.argv[2]).run_polling()
