"""All of content/ looked at once: every rule, errors first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from bot.answers.checking.alike import same_questions
from bot.answers.checking.articles import remarks_on
from bot.answers.checking.finding import Finding, path_of
from bot.answers.checking.letters import letters
from bot.answers.checking.lists import amounts, helpers, missing_files, missing_topics, who_is_asking
from bot.answers.checking.readable import unreadable
from bot.answers.checking.ways import asked_in, enough_ways
from bot.answers.checking.wording import Wording
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping
from bot.answers.who import WhoIsAsking


def check(content_dir: Path, today: date) -> list[Finding]:
    """Everything that an editor should look at, errors first."""
    try:
        return check_library(Library.load(content_dir), today)
    except (yaml.YAMLError, UnicodeDecodeError):  # the other rules need every list
        return list(unreadable(content_dir))


def check_library(library: Library, today: date) -> list[Finding]:
    """The same for content that was read already."""
    return sorted(set(_all(library, today)), key=lambda f: (f.level, f.path, f.sentence))


def _all(library: Library, today: date) -> Iterator[Finding]:
    folder = library.folder
    categories = {str(slug): _category(item) for slug, item in mapping(folder / "topics.yaml").items()}
    wording = Wording.load(folder / "words.yaml")
    asked = asked_in(folder)
    for path in library.broken:
        yield Finding(path, "error", "De kop van dit bestand is niet te lezen.")
    yield from missing_files(folder)
    yield from amounts(library)
    yield from missing_topics(library, set(categories))
    yield from helpers(library.help, library)
    yield from who_is_asking(WhoIsAsking.load(folder / "who.yaml"), set(categories))
    yield from letters(library, set(categories))
    yield from same_questions(library, asked, wording.small)
    yield from enough_ways(library, asked, set(categories))
    for versions in library.articles.values():
        for article in versions.values():
            for level, sentence in remarks_on(article, library, categories.get(article.slug, ""), today, wording):
                yield Finding(path_of(article), level, sentence)


def _category(item: object) -> str:
    return str(item.get("category") or "") if isinstance(item, dict) else ""
