"""The ways to ask a topic: in its article, and in the store content/asked/LANGUAGE/ANY NAME.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answers.checking.finding import Finding
from bot.answers.library import Library
from bot.answers.reading_yaml import mapping
from bot.language import LANGUAGES, SOURCE

FEWEST_DUTCH, FEWEST_OTHER = 40, 10
_ONE_BY_ONE = 5  # more topics than this share one line
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One topic in one file of the store; `texts` is None when the file holds no list there."""

    path: str
    language: str
    slug: str
    texts: tuple[str, ...] | None


def asked_in(folder: Path) -> list[Asked]:
    """Everything in the store; `path` is inside content/."""
    return [
        Asked(path.relative_to(folder).as_posix(), path.parent.name, str(slug), _texts(texts))
        for path in sorted((folder / "asked").glob("*/*.yaml"))
        for slug, texts in mapping(path).items()
    ]


def enough_ways(library: Library, asked: Sequence[Asked], known: set[str]) -> Iterator[Finding]:
    """Names that lead nowhere are errors; topics with too few ways to ask are warnings."""
    for item in asked:
        if item.language not in LANGUAGES:
            yield Finding(item.path, "error", f"De bot kent de taal {item.language} niet.")
        if item.slug not in known:
            yield Finding(item.path, "error", f"Het onderwerp {item.slug} bestaat niet.")
        if item.texts is None:
            yield Finding(item.path, "error", f"Onder {item.slug} staat geen lijst met vragen.")
    if asked:  # a content/ without a store is a small one
        for language in LANGUAGES:
            yield from _too_few(language, ways(library, asked, language))


def ways(library: Library, asked: Sequence[Asked], language: str) -> Mapping[str, int]:
    """Topic -> how many different ways to ask it there are in one language."""
    found: dict[str, set[str]] = {slug: set() for slug in library.slugs}
    for slug, versions in library.articles.items():
        found[slug].update(versions[language].questions if language in versions else ())
    for item in asked:
        if item.language == language and item.slug in found:
            found[item.slug].update(item.texts or ())
    return {slug: len(texts) for slug, texts in found.items()}


def _too_few(language: str, number: Mapping[str, int]) -> Iterator[Finding]:
    fewest = FEWEST_DUTCH if language == SOURCE else FEWEST_OTHER
    short = sorted((count, slug) for slug, count in number.items() if count < fewest)
    path, name = f"asked/{language}", LANGUAGES[language]
    if len(short) > _ONE_BY_ONE:
        first = ", ".join(slug for _, slug in short[:_EXAMPLES])
        sentence = f"{len(short)} onderwerpen hebben minder dan {fewest} manieren om te vragen ({name}), zoals {first}."
        yield Finding(path, "warning", sentence)
        return
    for count, slug in short:
        yield Finding(path, "warning", f"{slug} heeft {count} manieren om te vragen ({name}). Schrijf er {fewest}.")


def _texts(texts: object) -> tuple[str, ...] | None:
    return tuple(str(text) for text in texts) if isinstance(texts, list) else None
