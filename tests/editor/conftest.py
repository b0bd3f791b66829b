"""A house on the small content, learned once; and the editor's addresses, with made-up counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.answers.decision import Decider
from bot.playground.app import playground
from bot.reception.house import House
from tests.answers.conftest import cache, decider, small_content  # noqa: F401 - fixtures
from tests.editor.parts import client_of, editor_of, house_of


@pytest.fixture
def house(decider: Decider) -> House:  # noqa: F811
    return house_of(decider)


@pytest.fixture
async def page(house: House, cache: Path) -> AsyncIterator[httpx.AsyncClient]:  # noqa: F811
    """The playground with the editor in it, as serving joins them."""
    async with client_of(playground("1:test", editor=editor_of(house, cache).routes())) as client:
        yield client
