"""A small library with the real lists beside it, learned once per run; and the real content, kept between runs."""

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
def cache(request: pytest.FixtureRequest, small_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, in which the small library is learned already: once for all folders of tests."""
    kept = request.config.cache.mkdir("small")  # type: ignore[union-attr]
    Decider.load(Library.load(small_content), kept)
    return Path(shutil.copytree(kept, tmp_path_factory.mktemp("cache"), dirs_exist_ok=True))


@pytest.fixture(scope="session")
def decider(small_content: Path, cache: Path) -> Decider:
    return Decider.load(Library.load(small_content), cache)


@pytest.fixture(scope="session")
def real(request: pytest.FixtureRequest) -> Decider:
    """The whole content/, learned once per content: pytest keeps the folder between runs."""
    return Decider.load(Library.load(CONTENT), request.config.cache.mkdir("finder"))  # type: ignore[union-attr]
