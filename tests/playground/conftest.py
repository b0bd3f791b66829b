"""A playground on a free port, a phone to act with, and python-telegram-bot as the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot

from bot.playground.app import Playground, playground
from tests.playground.playground_phone import TOKEN, Phone, served


@pytest.fixture
def app() -> Playground:
    return playground(TOKEN, open_door=True)


@pytest.fixture
async def url(app: Playground) -> AsyncIterator[str]:
    async with served(app) as address:
        yield address


@pytest.fixture
async def phone(url: str) -> AsyncIterator[Phone]:
    async with aiohttp.ClientSession() as session:
        yield Phone(session, url)


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as made:
        yield made
