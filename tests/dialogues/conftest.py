"""One running bot for all conversations; each test brings its own people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.handoff import desk
from tests.databases import database_url
from tests.dialogues.door import Door, opened
from tests.dialogues.person import Person, joined, stranger


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The bot lives in one event loop, and so do the conversations with it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(autouse=True)
def _leaves_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a caseworker says does not wait for being taken back: that has tests of its own, with a clock."""
    monkeypatch.setattr(desk, "UNDO", timedelta(0))


@pytest.fixture(scope="session")
def finder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the learned finder stays until the texts change: learning takes some seconds."""
    cache = request.config.cache
    return Path(cache.mkdir("finder")) if cache else tmp_path_factory.mktemp("finder")


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def door(tmp_path_factory: pytest.TempPathFactory, finder: Path) -> AsyncIterator[Door]:
    """The bot on SQLite, polling."""
    async with opened(tmp_path_factory.mktemp("door"), finder) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def postgresql_door(tmp_path_factory: pytest.TempPathFactory, finder: Path) -> AsyncIterator[Door]:
    """The bot on PostgreSQL, polling."""
    folder = tmp_path_factory.mktemp("postgresql")
    async with database_url("postgresql", folder) as url, opened(folder, finder, url) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def webhook_door(tmp_path_factory: pytest.TempPathFactory, finder: Path) -> AsyncIterator[Door]:
    """The bot on SQLite, behind a webhook."""
    async with opened(tmp_path_factory.mktemp("webhook"), finder, webhook=True) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def samira(door: Door) -> Person:
    """A client who joined and consented."""
    return await joined(door)


@pytest_asyncio.fixture(loop_scope="session")
async def passer_by(door: Door) -> Person:
    """Somebody whom the bot has never met."""
    return await stranger(door)
