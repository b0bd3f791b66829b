"""A small library with the real lists beside it, learned once per run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.answers.decision import Decider
from bot.answers.library import Library
from tests.answers.small import CONTENT, SMALL, article_text


@pytest.fixture(scope="session")
def small_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    for name, questions in SMALL.items():
        path = folder / "nl" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article_text(questions[0][:38], questions), encoding="utf-8")
    for name in ("crisis.yaml", "smalltalk.yaml", "outside.yaml", "synonyms.yaml", "help.yaml", "topics.yaml"):
        shutil.copy(CONTENT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def decider(small_content: Path, cache: Path) -> Decider:
    return Decider.load(Library.load(small_content), cache)
