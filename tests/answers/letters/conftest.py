"""The real list of letters."""

from __future__ import annotations

import pytest

from bot.answers.letters.letter import Letters
from tests.answers.small import CONTENT


@pytest.fixture(scope="session")
def letters() -> Letters:
    return Letters.load(CONTENT / "letters.yaml")
